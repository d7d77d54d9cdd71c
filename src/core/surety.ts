import type { Fit } from './fit.ts';
import type { Strangeness } from './strangeness.ts';

/**
 * How sure it is that a fact answers a question: the logarithm of the odds, 0 where it is as likely as not. The weights are those of a logistic
 * regression over known questions (each left out of the index), declined ones and the tuned part of the evaluation, rounded.
 */
export function suretyOf(fit: Fit, { nearest, odds }: Strangeness): number {
  return (
    5.8 * fit.nearest -
    7 * nearest +
    2.9 * fit.covered +
    1.6 * fit.owned +
    0.13 * fit.score -
    4 * fit.missing -
    (fit.ofKind ? 0 : 2.5) -
    0.1 * odds -
    5.2
  );
}
