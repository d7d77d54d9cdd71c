import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logisticRegression } from './regression.ts';

test('the weights that made the odds are found again', () => {
  const weight = fc.integer({ min: -20, max: 20 }).map((tenth) => tenth / 10);
  const places = [-2, -1, 0, 1, 2].flatMap((a) => [-1, 0, 1].map((b) => [a, b, 1] as const));
  fc.assert(
    fc.property(weight, weight, weight, (first, second, always) => {
      const samples = places.flatMap((x) => {
        const likely = 1 / (1 + Math.exp(-(first * x[0] + second * x[1] + always)));
        return [
          { x, y: true, weight: 1e5 * likely },
          { x, y: false, weight: 1e5 * (1 - likely) },
        ];
      });
      const found = logisticRegression(samples);
      [first, second, always].forEach((expected, at) => {
        expect(found[at]).toBeCloseTo(expected, 2);
      });
    }),
    { numRuns: 30 },
  );
});
