import type { Postings } from './postings.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the terms of questions speak for and against each answer: `lessons.ts` learns it. Plain data, like the postings in it. */
export interface Learned {
  /** Every answer of a known question, a fact by its number, and `noFact`. */
  readonly answers: readonly number[];
  /** The terms that something was learned of: most are hints, which no search goes by. */
  readonly vocabulary: Vocabulary;
  /** To which answers the questions with a term lead, by their places in `answers`. */
  readonly terms: Postings;
  /** For each place of `terms.texts` what the term speaks for that answer: below 0 against it. */
  readonly weights: Float32Array;
}

/** The right answer to a question that no fact answers. */
export const noFact = -1;

/** The terms of a question that something was learned of, by their numbers, and what one of them counts. */
export interface Read {
  readonly terms: readonly number[];
  readonly one: number;
}

/** What one of a question's terms counts: the more it has, learned of or not, the less. */
export function oneOf(terms: readonly unknown[]): number {
  return 1 / Math.sqrt(Math.max(1, terms.length));
}

/** Puts into `scores`, by the places of the answers, what speaks for each of them. */
export function scoreInto(
  scores: Float32Array,
  { terms, weights }: Pick<Learned, 'terms' | 'weights'>,
  read: Read,
): void {
  scores.fill(0);
  for (const term of read.terms) {
    const end = terms.starts[term + 1] ?? 0;
    for (let place = terms.starts[term] ?? 0; place < end; place++) {
      const answer = terms.texts[place] ?? 0;
      scores[answer] = (scores[answer] ?? 0) + read.one * (weights[place] ?? 0);
    }
  }
}

/** What was learned of a question's answers. */
export interface Judgement {
  /** What speaks for a fact, or `noFact`, above 0, or against it; 0 for those that no question is known for. */
  of(fact: number): number;
  /** The facts for which at least this much speaks. */
  from(least: number): number[];
}

/** Judges a question by its terms. A judgement holds until the next one. */
export function createJudgement(learned: Learned): (terms: readonly string[]) => Judgement {
  const { answers, vocabulary } = learned;
  const places = new Map(answers.map((answer, place) => [answer, place]));
  const scores = new Float32Array(answers.length);
  return (terms) => {
    scoreInto(scores, learned, { terms: terms.flatMap((term) => vocabulary.get(term) ?? []), one: oneOf(terms) });
    return {
      of: (fact) => scores[places.get(fact) ?? -1] ?? 0,
      from: (least) => answers.filter((answer, place) => answer !== noFact && (scores[place] ?? 0) >= least),
    };
  };
}
