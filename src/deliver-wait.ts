/** What a call comes to, or `late` where that takes longer than so many milliseconds. The call itself goes on. */
export async function within<T>(ms: number, call: Promise<T>, late: T): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => resolve(late), ms);
  try {
    return await Promise.race([call, promise]);
  } finally {
    clearTimeout(timer);
  }
}
