/** The latest ids of something, a bounded number of them: an older one is forgotten for each new one. */
export interface Recent {
  has(id: string): boolean;
  /** False where it was there already. */
  add(id: string): boolean;
  remove(id: string): void;
}

export function createRecent(most: number): Recent {
  const ids = new Set<string>();
  return {
    has: (id) => ids.has(id),
    add(id) {
      if (ids.has(id)) return false;
      ids.add(id);
      const [oldest] = ids;
      if (ids.size > most && oldest !== undefined) ids.delete(oldest);
      return true;
    },
    remove: (id) => void ids.delete(id),
  };
}
