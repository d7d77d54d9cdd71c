/** Waits for something at most so many milliseconds; undefined where it takes longer. The work itself goes on. Rejects as the work does. */
export async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, ms, undefined);
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
