import type { Fact } from '../fact.ts';
import { fold } from '../fold.ts';
import type { Finding } from './finding.ts';

/** So many consecutive words of a source are its sentence and no longer our own words. */
export const borrowedWords = 8;

/** Chinese writes no spaces and its words are mostly of two characters: a Han character counts as half a word. */
const hanWeight = 0.5;

const token = /\p{Script=Han}|[\p{L}\p{N}]+(?:['.,-][\p{L}\p{N}]+)*/gu;
const han = /^\p{Script=Han}$/u;

/** Finds the longest stretch that a text shares with a source, where it has `borrowedWords` words or more. */
export type FindBorrowed = (text: string) => string | undefined;

/** Builds the finder for one source from all its paragraphs. Punctuation, case, script and line breaks make no difference. */
export function borrowedFinder(paragraphs: Iterable<string>): FindBorrowed {
  const places = new Map<string, Place[]>();
  for (const words of [...paragraphs].map(tokensOf)) {
    for (const at of words.keys()) {
      const pair = pairAt(words, at);
      const known = places.get(pair) ?? [];
      places.set(pair, known);
      known.push({ words, at });
    }
  }
  return (text) => {
    const words = tokensOf(text);
    const runs = words.flatMap((_, at) =>
      (places.get(pairAt(words, at)) ?? []).map((place) => shared({ words, at }, place)),
    );
    const longest = runs.reduce((best, run) => (weight(run) > weight(best) ? run : best), words.slice(0, 0));
    return weight(longest) >= borrowedWords ? joined(longest) : undefined;
  };
}

/** A word of a text. */
interface Place {
  readonly words: readonly string[];
  readonly at: number;
}

/** The texts of a fact that borrow from its source. */
export function borrowedWording(fact: Fact, find: FindBorrowed): Finding[] {
  return (['en', 'zh'] as const).flatMap((lang) => {
    const stretch = find(fact.text[lang]);
    const what = `"${stretch}" stands in the source word for word`;
    return stretch === undefined ? [] : [{ item: fact, path: ['text', lang], what, cure: 'say it in our own words' }];
  });
}

function tokensOf(text: string): string[] {
  return fold(text).match(token) ?? [];
}

/** Texts are looked up by two words at a time: single ones stand everywhere. */
function pairAt(words: readonly string[], at: number): string {
  return `${words[at]} ${words[at + 1]}`;
}

function shared(one: Place, other: Place): readonly string[] {
  let length = 0;
  while (one.at + length < one.words.length && one.words[one.at + length] === other.words[other.at + length]) length++;
  return one.words.slice(one.at, one.at + length);
}

function weight(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (han.test(word) ? hanWeight : 1), 0);
}

function joined(words: readonly string[]): string {
  return words.join(' ').replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}
