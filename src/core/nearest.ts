import { rangeOf } from './postings.ts';
import type { Readings } from './readings.ts';

/** For the terms of a question, how near the nearest known question of each fact is, from 0 to 1; facts without one are left out. */
export type FindNearest = (terms: readonly string[]) => ReadonlyMap<number, number>;

/** Near is what two questions have in common of what both have, each term by its worth: Dice's measure. */
export function nearestFinder({ questions, owners }: Readings, worth: (term: string) => number): FindNearest {
  const worths = new Float32Array(owners.length);
  for (const term of questions.terms.keys()) add(term, worths);
  const shared = new Float32Array(owners.length);

  /** Adds a term's worth to every known question that has it; gives those that had nothing before. */
  function add(term: string, to: Float32Array): number[] {
    const one = worth(term);
    const { start, end } = rangeOf(questions, term);
    const touched: number[] = [];
    for (let place = start; place < end; place++) {
      const question = questions.texts[place] ?? 0;
      const before = to[question] ?? 0;
      if (before === 0) touched.push(question);
      to[question] = before + one;
    }
    return touched;
  }

  return (terms) => {
    const total = terms.reduce((sum, term) => sum + worth(term), 0);
    const nearest = new Map<number, number>();
    for (const question of terms.flatMap((term) => add(term, shared))) {
      const near = (2 * (shared[question] ?? 0)) / (total + (worths[question] ?? 0));
      shared[question] = 0;
      for (const fact of owners[question] ?? []) if (near > (nearest.get(fact) ?? 0)) nearest.set(fact, near);
    }
    return nearest;
  };
}
