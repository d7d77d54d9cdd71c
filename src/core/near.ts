import { fold } from './fold.ts';

/** The word of a list that a mistyped one most likely means; undefined where none is near. */
export function closest(word: string, words: readonly string[]): string | undefined {
  const typed = fold(word);
  const allowed = allowedEdits(typed);
  if (allowed === 0) return undefined;
  let best: { word: string; distance: number } | undefined;
  for (const candidate of words) {
    const distance = editDistance(typed, fold(candidate), allowed);
    if (distance <= allowed && (!best || distance < best.distance)) best = { word: candidate, distance };
  }
  return best?.word;
}

/** Short words have too many neighbours: five letters may have one typing error, nine letters two. Two Chinese characters may have one. */
export function allowedEdits(word: string): number {
  if (/\p{Script=Han}/u.test(word)) return word.length >= 3 ? 1 : 0;
  if (word.length < 5) return 0;
  return word.length < 9 ? 1 : 2;
}

/**
 * Edits (insert, delete, replace, swap neighbours) from one word to another: the optimal string alignment distance.
 * Stops early: anything above `most` is returned as `most + 1`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let twoBack: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (before[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (twoBack[j - 2] ?? most) + 1 : most + 1;
      row[j] = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replace, swap);
    }
    if (Math.min(...row) > most) return most + 1;
    [twoBack, before] = [before, row];
  }
  return before[b.length] ?? most + 1;
}
