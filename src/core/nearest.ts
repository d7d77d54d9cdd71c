import { type Postings, rangeOf } from './postings.ts';

/** Tells of each text that shares a term with a question how near it is to it, from 0 to 1. */
export type Nearness = (terms: readonly string[], tell: (text: number, near: number) => void) => void;

/** Near is what two questions have in common of what both have, each term by its worth: Dice's measure. */
export function nearnessIn(texts: Postings, count: number, worth: (term: string) => number): Nearness {
  const worths = new Float32Array(count);
  for (const term of texts.terms.keys()) add(term, worths);
  const shared = new Float32Array(count);

  /** Adds a term's worth to every text that has it; gives those that had nothing before. */
  function add(term: string, to: Float32Array): number[] {
    const one = worth(term);
    const { start, end } = rangeOf(texts, term);
    const touched: number[] = [];
    for (let place = start; place < end; place++) {
      const text = texts.texts[place] ?? 0;
      const before = to[text] ?? 0;
      if (before === 0) touched.push(text);
      to[text] = before + one;
    }
    return touched;
  }

  return (terms, tell) => {
    const total = terms.reduce((sum, term) => sum + worth(term), 0);
    for (const text of terms.flatMap((term) => add(term, shared))) {
      const near = (2 * (shared[text] ?? 0)) / (total + (worths[text] ?? 0));
      shared[text] = 0;
      tell(text, near);
    }
  };
}
