import { frequencyOf, type Postings, rangeOf } from './postings.ts';
import type { Weighed } from './worth.ts';

/** Tells of each text that is near to a question how near it is, from `leastNear` to 1. */
export type Nearness = (asked: readonly Weighed[], tell: (text: number, near: number) => void) => void;

/** What is less near than this counts as not near, and concerns no fact: most texts share some common word with a question. */
export const leastNear = 0.45;

/** Near is what two questions have in common of what both have, each term by its worth: Dice's measure. */
export function nearnessIn(texts: Postings, worths: Float32Array): Nearness {
  const totals = new Float32Array(texts.count);
  const shared = new Float32Array(texts.count);
  /** The texts that have any of the terms that are looked up. */
  const touched = new Uint32Array(texts.count);
  let size = 0;
  worths.forEach((worth, term) => {
    if (worth > 0) add({ term, worth }, totals, true);
  });
  size = 0;

  /** Adds a term's worth to every text that has it; those that had nothing before are taken into `touched`, or left alone. */
  function add({ term, worth }: Weighed, to: Float32Array, takesNew: boolean): void {
    const { start, end } = rangeOf(texts, term);
    for (let place = start; place < end; place++) {
      const text = texts.texts[place] ?? 0;
      const before = to[text] ?? 0;
      if (before === 0) {
        if (!takesNew) continue;
        touched[size++] = text;
      }
      to[text] = before + worth;
    }
  }

  return (asked, tell) => {
    const terms = asked.filter(({ worth }) => worth > 0);
    const total = terms.reduce((sum, { worth }) => sum + worth, 0);
    size = 0;
    let rest = total;
    // Those that touch few texts for what they are worth go first.
    const effort = ({ term, worth }: Weighed) => frequencyOf(texts, term) / worth;
    for (const term of terms.toSorted((a, b) => effort(a) - effort(b))) {
      // A text that has no more than the rest comes to 2 rest / (total + rest) at most.
      add(term, shared, 2 * rest >= leastNear * (total + rest));
      rest -= term.worth;
    }
    for (let at = 0; at < size; at++) {
      const text = touched[at] ?? 0;
      const near = (2 * (shared[text] ?? 0)) / (total + (totals[text] ?? 0));
      shared[text] = 0;
      if (near >= leastNear) tell(text, near);
    }
  };
}
