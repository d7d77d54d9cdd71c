import { frequencyOf } from './postings.ts';
import type { Readings } from './readings.ts';
import { numberOf } from './vocabulary.ts';

/** How much a term of each kind tells: names and concepts are known to the glossary, that two characters make a word is a guess. */
const kindWeights: Readonly<Record<string, number>> = { w: 1.2, z: 0.95, c: 3.3, e: 3.3, x: 3.3, k: 1 };

/** How much a kind of term tells, however rare the term is. */
export function weightOf(term: string): number {
  return kindWeights[term[0] ?? ''] ?? 0;
}

/** A term of a question by its number, and what it tells of which fact is meant. */
export interface Weighed {
  readonly term: number;
  readonly worth: number;
}

/** Tells what terms are worth. */
export interface Scales {
  /** What each term of the vocabulary is worth, by its number. */
  readonly worths: Float32Array;
  weigh(texts: readonly string[]): Weighed[];
}

/**
 * What has less than this of the worth of a term that hardly any fact has is worth nothing, if so many facts have it: half of the time of a search would
 * go to such. More than half of the facts have it here, a third of a hundred thousand. In a small store, which may be all about one company, it still tells.
 */
const leastRarity = 0.1;
const many = 100;

/** A term is worth the more, the rarer it is among the facts, whatever their number. */
export function createScales({
  facts,
  lengths,
  vocabulary,
}: Pick<Readings, 'facts' | 'lengths' | 'vocabulary'>): Scales {
  const most = Math.log(lengths.length + 1);
  const rarityOf = (term: number) => {
    const frequency = frequencyOf(facts, term);
    const rarity = 1 - Math.log(Math.max(frequency, 0.5) + 0.5) / most;
    return rarity < leastRarity && frequency >= many ? 0 : rarity;
  };
  const worths = Float32Array.from(vocabulary, ([text, term]) => weightOf(text) * rarityOf(term));
  return {
    worths,
    weigh: (texts) =>
      texts.map((text) => {
        const term = numberOf(text, vocabulary);
        return { term, worth: worths[term] ?? weightOf(text) };
      }),
  };
}
