import { type Postings, rangeOf } from './postings.ts';

/** Tells of each text that is near to a question how near it is, from `leastNear` to 1. */
export type Nearness = (terms: readonly string[], tell: (text: number, near: number) => void) => void;

/** What is less near than this counts as not near: most texts share some common word with a question. */
const leastNear = 0.3;

/** A term and what one of it is worth. */
interface Weighed {
  readonly term: string;
  readonly one: number;
}

/** Near is what two questions have in common of what both have, each term by its worth: Dice's measure. */
export function nearnessIn(texts: Postings, worth: (term: string) => number): Nearness {
  const worths = new Float32Array(texts.count);
  for (const term of texts.terms.keys()) add({ term, one: worth(term) }, worths, []);
  const shared = new Float32Array(texts.count);

  /** Adds a term's worth to every text that has it; those that had nothing before are put into `touched`, or are left alone without one. */
  function add({ term, one }: Weighed, to: Float32Array, touched: number[] | undefined): void {
    if (one <= 0) return;
    const { start, end } = rangeOf(texts, term);
    for (let place = start; place < end; place++) {
      const text = texts.texts[place] ?? 0;
      const before = to[text] ?? 0;
      if (before === 0) {
        if (!touched) continue;
        touched.push(text);
      }
      to[text] = before + one;
    }
  }

  return (terms, tell) => {
    const weighed = terms.map((term): Weighed => ({ term, one: worth(term) }));
    const total = weighed.reduce((sum, { one }) => sum + one, 0);
    const touched: number[] = [];
    let rest = total;
    for (const term of weighed.toSorted((a, b) => b.one - a.one)) {
      // A text that has no more than the rest comes to 2 rest / (total + rest) at most.
      add(term, shared, 2 * rest >= leastNear * (total + rest) ? touched : undefined);
      rest -= term.one;
    }
    for (const text of touched) {
      const near = (2 * (shared[text] ?? 0)) / (total + (worths[text] ?? 0));
      shared[text] = 0;
      if (near >= leastNear) tell(text, near);
    }
  };
}
