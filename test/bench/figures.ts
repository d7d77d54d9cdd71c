/** The median and the 99th percentile of some measurements. */
export function percentiles(values: readonly number[]): { p50: number; p99: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

/** One line of the bench: what was measured, and its figures. */
export function row(label: string, figures: readonly string[]): void {
  process.stdout.write(`${label.padEnd(34)}${figures.map((figure) => figure.padEnd(18)).join('')}\n`);
}
