import { isEnglish } from './dictionary.ts';
import { allowedEdits, editDistance } from './near.ts';
import { type Token, tokensOf } from './words.ts';

/** Puts right what is mistyped in a text: each word that is unknown and near to a known one, and each Chinese name with one wrong character. */
export type Speller = (tokens: readonly Token[]) => Token[];

/** Shorter Chinese names have neighbours that are words of their own. */
const shortestName = 4;

/** Texts whose words a mistyped one may mean, and texts whose words are merely known: those are right as they are. */
export interface Texts {
  readonly meant: readonly string[];
  readonly known: readonly string[];
}

/** A speller over the texts and names that the bot knows: `meant` a mistyped Chinese name may mean, `known` are right as they are. */
export function createSpeller(texts: Texts, names: Texts): Speller {
  const right = createWordSpeller(texts, names.known.map(tokensOf));
  const chinese = (all: readonly string[]) => all.map(tokensOf).filter((name) => name.every((token) => token.han));
  const long = chinese(names.meant).filter((name) => name.length >= shortestName);
  const all = [...chinese(names.known).filter((name) => name.length > 1), ...long];
  const known = { keys: new Set(all.map(keyOf)), longest: Math.max(0, ...all.map((name) => name.length)) };
  return (tokens) => long.reduce((text, name) => withName(text, name, known), tokens.map(right));
}

const capital = /^\p{Lu}\p{Ll}/u;

/** Chinese names as they are written right. */
interface Names {
  readonly keys: ReadonlySet<string>;
  /** The length of the longest, in characters. */
  readonly longest: number;
}

/** The text with a name in place of what differs from it in one character, unless another name stands there: 百度智能 is not 百川智能. */
function withName(tokens: Token[], name: readonly Token[], names: Names): Token[] {
  for (let at = 0; at + name.length <= tokens.length; at++) {
    if (!isNearlyAt(tokens, at, name) || meetsName(tokens, { from: at, to: at + name.length }, names)) continue;
    return tokens.toSpliced(at, name.length, ...name);
  }
  return tokens;
}

/** Whether a name stands at a place with exactly one character wrong. Given up at the second: long questions are compared with every name. */
function isNearlyAt(tokens: readonly Token[], at: number, name: readonly Token[]): boolean {
  let wrong = 0;
  for (let index = 0; index < name.length; index++) {
    if (tokens[at + index]?.key !== name[index]?.key && ++wrong > 1) return false;
  }
  return wrong === 1;
}

/** Whether a name that is written right lies in a part of a text or reaches into it. */
function meetsName(tokens: readonly Token[], part: { from: number; to: number }, { keys, longest }: Names): boolean {
  for (let from = Math.max(0, part.from - longest); from < part.to; from++) {
    for (let to = Math.max(from, part.from) + 1; to <= Math.min(tokens.length, from + longest); to++) {
      if (keys.has(keyOf(tokens.slice(from, to)))) return true;
    }
  }
  return false;
}

function keyOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.key).join('');
}

/**
 * Mistyped first letters are rare, so only words with the same one, and of nearly the same length, are compared.
 * Words of which another ending is known are right. A word with a capital, but for the first, is a name: it may mean another name, and no mere word.
 */
function createWordSpeller(texts: Texts, names: readonly (readonly Token[])[]): (token: Token, at: number) => Token {
  const wordsOf = (some: typeof names) => new Set(some.flat().map(({ raw }) => raw.toLowerCase()));
  const [inNames, wholeNames] = [wordsOf(names), wordsOf(names.filter(({ length }) => length === 1))];
  const known = new Set(texts.known.flatMap(tokensOf).map((token) => token.key));
  const shelves = new Map<string, Map<string, Shelved>>();
  for (const token of texts.meant.flatMap(tokensOf)) {
    known.add(token.key);
    const word = token.raw.toLowerCase();
    if (!isSpelled(word)) continue;
    const shelf = shelves.get(shelfOf(word, word.length)) ?? new Map<string, Shelved>();
    shelves.set(shelfOf(word, word.length), shelf.set(word, { token, letters: lettersOf(word) }));
  }

  function* ofLikeLength(word: string, most: number): Iterable<readonly [string, Shelved]> {
    for (let length = word.length - most; length <= word.length + most; length++) {
      yield* shelves.get(shelfOf(word, length)) ?? [];
    }
  }

  function nearest(word: string, isMeant: (candidate: string) => boolean): Token | undefined {
    const most = Math.max(1, allowedEdits(word));
    const letters = lettersOf(word);
    let best: { token: Token; distance: number } | undefined;
    for (const [candidate, shelved] of ofLikeLength(word, most)) {
      if (differing(letters, shelved.letters) > 2 * most) continue;
      if (!isMeant(candidate) || (word.length === shortest && !isNearlyShort(word, candidate))) continue;
      const distance = editDistance(word, candidate, most);
      if (distance < (best?.distance ?? most + 1)) best = { token: shelved.token, distance };
    }
    return best?.token;
  }

  /** The shortest words have too many neighbours, but for two letters in the wrong order, and names of one word with a letter more: Tayi. */
  function isNearlyShort(word: string, candidate: string): boolean {
    return isSwapped(word, candidate) || (wholeNames.has(candidate) && candidate.length > word.length);
  }

  return (token, at) => {
    const word = token.raw.toLowerCase();
    const isRight = known.has(token.key) || !isSpelled(word) || isEnglish(word);
    const isName = at > 0 && capital.test(token.raw);
    return isRight ? token : (nearest(word, (candidate) => !isName || inNames.has(candidate)) ?? token);
  };
}

interface Shelved {
  readonly token: Token;
  readonly letters: number;
}

/** Which letters a word has, a bit each. An edit changes two of them at most: most words are told apart without comparing them. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) - 97);
  return letters;
}

/** How many letters one of two words has and the other has not. */
function differing(a: number, b: number): number {
  let count = 0;
  for (let bits = a ^ b; bits !== 0; bits &= bits - 1) count++;
  return count;
}

/** Shorter words are not corrected. */
const shortest = 4;

function isSwapped(word: string, candidate: string): boolean {
  return [...word].sort().join('') === [...candidate].sort().join('');
}

/** Names with digits have neighbours that are other names: they are not corrected. */
function isSpelled(word: string): boolean {
  return word.length >= shortest && /^[a-z]+$/.test(word);
}

function shelfOf(word: string, length: number): string {
  return `${word[0]}${length}`;
}
