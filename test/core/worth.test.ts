import { expect, test } from 'vitest';
import { createMind } from '../../src/core/mind.ts';
import { createPostings } from '../../src/core/postings.ts';
import { factsOf } from '../../src/core/reply.ts';
import { respond } from '../../src/core/respond.ts';
import { createScales } from '../../src/core/worth.ts';
import { realKnowledge } from '../support/mind.ts';

/** What a term is worth that so many of so many facts have. */
function worthOf(having: number, count: number): number | undefined {
  const facts = createPostings(count, (fact) => (fact < having ? [[0, 1]] : []));
  const scales = createScales({ facts, lengths: new Float32Array(count), vocabulary: new Map([['w:term', 0]]) });
  return scales.weigh(['w:term'])[0]?.worth;
}

test.each([
  [300, 300],
  [200, 300],
  [40_000, 100_000],
])('a term that %i of %i facts have is worth nothing', (having, count) => {
  expect(worthOf(having, count)).toBe(0);
});

test.each([
  [150, 300],
  [30_000, 100_000],
  [12, 12],
  [1, 1],
])('a term that %i of %i facts have is worth something', (having, count) => {
  expect(worthOf(having, count)).toBeGreaterThan(0);
});

test('in a store that is all about one company, a question of nothing else is answered', () => {
  const knowledge = realKnowledge();
  const facts = knowledge.facts.filter(({ entities }) => entities.includes('heygen'));
  const mind = createMind({ ...knowledge, facts, questions: [], declined: [], disputes: [] });
  const question = 'What does HeyGen do?';
  const { reply } = respond({ request: { command: 'ask', question }, lang: 'en', text: question }, mind);
  expect(factsOf(reply).length).toBeGreaterThan(0);
});
