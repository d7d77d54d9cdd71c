/** A spot in a file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly col: number;
}

/** Something wrong in a file: what it is, and what the editor should do about it. */
export interface Problem extends Place {
  readonly what: string;
  readonly cure: string;
}

/** The line an editor reads, in the form that terminals and editors make clickable: `file:line:col what: cure`. */
export function printProblem({ file, line, col, what, cure }: Problem): string {
  return `${file}:${line}:${col} ${what}: ${cure}`;
}

/** Reading order: by file, then from top to bottom. */
export function byPlace(a: Problem, b: Problem): number {
  return compare(a.file, b.file) || a.line - b.line || a.col - b.col || compare(a.what, b.what);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
