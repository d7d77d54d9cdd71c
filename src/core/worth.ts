import { frequencyOf } from './postings.ts';
import type { Readings } from './readings.ts';

/** How much a term of each kind tells: names and concepts are known to the glossary, that two characters make a word is a guess. */
const kindWeights: Readonly<Record<string, number>> = { w: 1.2, z: 0.95, c: 3.3, e: 3.3, x: 3.3, k: 1 };

/** How much a kind of term tells, however rare the term is. */
export function weightOf(term: string): number {
  return kindWeights[term[0] ?? ''] ?? 0;
}

/** What a term tells of which fact is meant: the rarer it is among the facts the more, whatever their number. */
export function worthIn({ facts, lengths }: Pick<Readings, 'facts' | 'lengths'>): (term: string) => number {
  const most = Math.log(lengths.length + 1);
  return (term) => weightOf(term) * (1 - Math.log(Math.max(frequencyOf(facts, term), 0.5) + 0.5) / most);
}
