import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createJudgement, noFact } from '../../src/core/learned.ts';
import { type Lesson, learn } from '../../src/core/lessons.ts';

const common = fc.uniqueArray(fc.constantFrom('w:china', 'w:chip', 'w:who', 'k:why'), { maxLength: 4 });
/** Lessons of which each answer's have a word of their own, beside words that all may have. */
const lessons = fc
  .array(fc.tuple(fc.constantFrom(noFact, 0, 1, 2, 3), common, common), { minLength: 1, maxLength: 20 })
  .map((all) =>
    all.flatMap(([right, one, other]): Lesson[] =>
      [one, other].map((terms) => ({ terms: [`w:own${right}`, ...terms], right: [right] })),
    ),
  );

test('where each answer has a word of its own, every question that was taught is answered right', () => {
  fc.assert(
    fc.property(lessons, (all) => {
      const judgementOf = createJudgement(learn(all));
      for (const { terms, right } of all) {
        const { of: judgement } = judgementOf(terms);
        for (const other of [noFact, 0, 1, 2, 3].filter((answer) => !right.includes(answer) && taught(all, answer))) {
          expect(judgement(right[0] ?? noFact)).toBeGreaterThan(judgement(other));
        }
      }
    }),
  );
});

function taught(all: readonly Lesson[], answer: number): boolean {
  return all.some(({ right }) => right.includes(answer));
}

test('a word tells apart what others have in common: the boss of a lab is not what the lab made', () => {
  const judgementOf = createJudgement(
    learn([
      { terms: ['e:lab', 'w:boss'], right: [1] },
      { terms: ['e:lab', 'w:boss', 'w:man'], right: [1] },
      { terms: ['e:lab', 'w:man', 'w:made'], right: [2] },
      { terms: ['e:lab', 'w:made'], right: [2] },
    ]),
  );
  const { of: judgement } = judgementOf(['e:lab', 'w:boss', 'w:new']);
  expect(judgement(1)).toBeGreaterThan(0.5);
  expect(judgement(2)).toBeLessThan(0.1);
});

test('the facts for which much was learned are told apart from the rest, and having no answer is none of them', () => {
  fc.assert(
    fc.property(lessons, common, fc.double({ min: 0.01, max: 2, noNaN: true }), (all, terms, least) => {
      const judgement = createJudgement(learn(all))(terms);
      expect(judgement.from(least).toSorted()).toEqual([0, 1, 2, 3].filter((fact) => judgement.of(fact) >= least));
    }),
  );
});

test('where several facts answer a question, one before all others is enough', () => {
  const judgementOf = createJudgement(
    learn([
      { terms: ['w:a', 'w:b'], right: [1, 2] },
      { terms: ['w:a', 'w:b'], right: [1, 2] },
      { terms: ['w:a', 'w:c'], right: [3] },
      { terms: ['w:a', 'w:c'], right: [3] },
    ]),
  );
  const { of: judgement } = judgementOf(['w:a', 'w:b']);
  expect(Math.max(judgement(1), judgement(2))).toBeGreaterThan(judgement(3));
});

test('of a word of one lesson, of words never seen, and without lessons nothing is learned', () => {
  const once = createJudgement(
    learn([
      { terms: ['w:once'], right: [1] },
      { terms: ['w:other'], right: [2] },
    ]),
  );
  expect(once(['w:once']).of(1)).toBe(0);
  expect(once(['w:never']).of(1)).toBe(0);
  expect(createJudgement(learn([]))(['w:once']).of(1)).toBe(0);
});
