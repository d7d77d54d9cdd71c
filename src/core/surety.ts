import type { Fit } from './fit.ts';
import type { Strangeness } from './strangeness.ts';

/** What speaks for and against a fact answering a question; `always` is 1. */
export const kindsOfEvidence = [
  'nearest',
  'covered',
  'score',
  'declined',
  'odds',
  'learned',
  'noFact',
  'otherKind',
  'missing',
  'missingNames',
  'always',
] as const;

/** Each kind of evidence as a number. */
export type Evidence = Readonly<Record<(typeof kindsOfEvidence)[number], number>>;

/**
 * The weights of a logistic regression over known and declined questions, each left out of the index in its turn, and the tuned part of the
 * evaluation, rounded (`npm run fit` finds them anew). Only `missing` and `missingNames` are set higher than found: an answer about another measure or
 * another company than was asked for does more harm than none.
 */
const weights: Evidence = {
  nearest: 3.2,
  covered: 2.4,
  score: 0.03,
  declined: -4.5,
  odds: -0.03,
  learned: 2.5,
  noFact: -2.7,
  otherKind: -0.8,
  missing: -2,
  missingNames: -2,
  always: -2.1,
};

/** From this nearness on two questions have the same words but for fillers; whether in the same order, lessons tell: who backs whom. */
export const same = 0.99;

/**
 * How sure it is that a fact answers a question: the logarithm of the odds, 0 where it is as likely as not. What somebody wrote down needs no
 * weighing: a known question has its answer, a declined one has none.
 */
export function suretyOf(fit: Fit, strangeness: Strangeness): number {
  const evidence = evidenceOf(fit, strangeness);
  const weighed = kindsOfEvidence.reduce((sum, kind) => sum + weights[kind] * evidence[kind], 0);
  const isKnown = fit.nearest > same && fit.missing === 0 && fit.learned >= strangeness.learned;
  const isDeclined = strangeness.nearest > same && strangeness.learned > fit.learned;
  if (isKnown === isDeclined) return weighed;
  return isKnown ? Math.max(weighed, 0) : Number.NEGATIVE_INFINITY;
}

export function evidenceOf(fit: Fit, { nearest, odds, learned }: Strangeness): Evidence {
  return {
    nearest: fit.nearest,
    covered: fit.covered,
    score: fit.score,
    declined: nearest,
    odds,
    learned: fit.learned,
    noFact: learned,
    otherKind: fit.ofKind ? 0 : 1,
    missing: fit.missing,
    missingNames: fit.missingNames,
    always: 1,
  };
}
