import { type Postings, type Range, rangeOf } from './postings.ts';
import { numberOf, type Vocabulary } from './vocabulary.ts';

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

/** The terms that something was learned of, with the answers that they lead to. */
export type Terms = Pick<Learned, 'vocabulary' | 'terms'>;

/** The terms of a question as they stand in the postings, and what one of them counts: the more there are the less. */
export interface Read {
  readonly ranges: readonly Range[];
  readonly one: number;
}

export function readTerms(terms: readonly string[], { vocabulary, terms: postings }: Terms): Read {
  const ranges = terms
    .map((term) => rangeOf(postings, numberOf(term, vocabulary)))
    .filter(({ start, end }) => start < end);
  return { ranges, one: 1 / Math.sqrt(Math.max(1, terms.length)) };
}

/** Puts into `scores`, by the places of the answers, what speaks for each of them. */
export function scoreInto(
  scores: Float32Array,
  { terms, weights }: Pick<Learned, 'terms' | 'weights'>,
  read: Read,
): void {
  scores.fill(0);
  for (const { start, end } of read.ranges) {
    for (let place = start; place < end; place++) {
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
  const { answers } = learned;
  const places = new Map(answers.map((answer, place) => [answer, place]));
  const scores = new Float32Array(answers.length);
  return (terms) => {
    scoreInto(scores, learned, readTerms(terms, learned));
    return {
      of: (fact) => scores[places.get(fact) ?? -1] ?? 0,
      from: (least) => answers.filter((answer, place) => answer !== noFact && (scores[place] ?? 0) >= least),
    };
  };
}
