/** Something that was seen: what is known of it, whether it was so, and how much it counts. */
export interface Sample {
  readonly x: readonly number[];
  readonly y: boolean;
  readonly weight: number;
}

const rounds = 30;
/** Keeps the weights of what is hardly ever seen near 0. */
const ridge = 1;

/** Logistic regression by Newton's method: the weights of each x by which the logarithm of the odds of y is told best. */
export function logisticRegression(samples: readonly Sample[]): number[] {
  const size = samples[0]?.x.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < rounds; round++) {
    const slope = weights.map((weight) => -ridge * weight);
    const curve = weights.map((_, row) => weights.map((__, column): number => (row === column ? ridge : 0)));
    for (const { x, y, weight } of samples) {
      const likely = 1 / (1 + Math.exp(-dot(weights, x)));
      const steep = weight * likely * (1 - likely);
      for (let row = 0; row < size; row++) {
        const at = x[row] ?? 0;
        slope[row] = (slope[row] ?? 0) + weight * (Number(y) - likely) * at;
        const line = curve[row] ?? [];
        for (let column = 0; column < size; column++)
          line[column] = (line[column] ?? 0) + steep * at * (x[column] ?? 0);
      }
    }
    const step = solve(curve, slope);
    weights = weights.map((weight, at) => weight + (step[at] ?? 0));
  }
  return weights;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

/** Gauss's elimination with the largest pivot; the matrix is used up. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((line, at) => [...line, right[at] ?? 0]);
  for (let at = 0; at < rows.length; at++) {
    const pivot = rows.slice(at).reduce((best, line) => (size(line, at) > size(best, at) ? line : best));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(at, 0, pivot);
    for (const line of rows) {
      if (line === pivot) continue;
      const times = (line[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column < line.length; column++)
        line[column] = (line[column] ?? 0) - times * (pivot[column] ?? 0);
    }
  }
  return rows.map((line, at) => (line.at(-1) ?? 0) / (line[at] ?? 1));
}

function size(line: readonly number[], at: number): number {
  return Math.abs(line[at] ?? 0);
}
