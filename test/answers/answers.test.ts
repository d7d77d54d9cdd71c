import { expect, test } from 'vitest';
import { realMind } from '../support/mind.ts';
import { isAnswerable, readQuestions, type Score, score } from './score.ts';

/** What `npm run eval` reached when these were set: changes may raise them, and none may lower them. */
const floor = { rightFirst: 0.8, withinThree: 0.87, sides: 0.75, declined: 0.9, wronglyDeclined: 0.06 };

const mind = realMind();
const scores = readQuestions().map((question) => score(question, mind));
const answerable = scores.filter(isAnswerable);
const unanswerable = scores.filter((one) => !isAnswerable(one));

function share(part: readonly Score[], counts: (one: Score) => boolean): number {
  return part.filter(counts).length / part.length;
}

test('the answers to the questions of the evaluation are at least as good as they were', () => {
  expect(share(answerable, (one) => one.right)).toBeGreaterThanOrEqual(floor.rightFirst);
  expect(share(answerable, (one) => one.withinThree)).toBeGreaterThanOrEqual(floor.withinThree);
  expect(
    share(
      answerable.filter(({ question }) => question.kind === 'dispute'),
      (one) => one.sides,
    ),
  ).toBeGreaterThanOrEqual(floor.sides);
});

test('what no fact covers is declined at least as often as it was, and little else is', () => {
  expect(share(unanswerable, (one) => one.declined)).toBeGreaterThanOrEqual(floor.declined);
  expect(share(answerable, (one) => one.declined)).toBeLessThanOrEqual(floor.wronglyDeclined);
});

test('every fact that the evaluation expects is in the store', () => {
  const named = scores.flatMap(({ question }) => [...question.first, ...question.sides.flat()]);
  expect(named.filter((id) => mind.store.fact(id) === undefined)).toEqual([]);
});
