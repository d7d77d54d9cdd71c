import { expect, test } from 'vitest';
import { boostOf, canAnswer } from '../../src/core/kinds.ts';
import { type Asked, askedIn } from '../../src/core/question.ts';
import type { Found } from '../../src/core/search.ts';
import { realMind } from '../support/mind.ts';

const { store } = realMind();

function found(id: string, answers: ReadonlyMap<Asked, number>): Found {
  const fact = store.fact(id);
  if (!fact) throw new Error(`no fact ${id}`);
  return { fact, relevance: 1, nearest: 0, learned: 0, strengths: [], own: [], askedYears: [], isAsked: true, answers };
}

function able(id: string, asked: Asked, answers: readonly Asked[] = []): boolean {
  return canAnswer(found(id, new Map(answers.map((kind) => [kind, 0.1]))), asked, store);
}

test.each<[string, Asked, 'can' | 'cannot' | 'can where it is known to']>([
  ['hinssen-2023/llms-130-since-summer', 'count', 'can'],
  ['hinssen-2023/bytedance-owns-tiktok', 'count', 'cannot'],
  ['hinssen-2023/bytedance-owns-tiktok', 'amount', 'cannot'],
  ['imd-2024/private-investment-2023', 'money', 'can'],
  ['techcrunch-2022/kunlun-cost', 'money', 'cannot'],
  ['hinssen-2023/chatgpt-launch-date', 'when', 'can'],
  ['hinssen-2023/bytedance-owns-tiktok', 'when', 'can where it is known to'],
  ['techcrunch-2022/idea-in-shenzhen', 'where', 'can'],
  ['yang-2024/relocating-to-avoid-regulation', 'why', 'can'],
  ['hinssen-2023/bytedance-owns-tiktok', 'why', 'can where it is known to'],
])('%s answers "%s": it %s', (fact, asked, expected) => {
  expect(able(fact, asked)).toBe(expected === 'can');
  expect(able(fact, asked, [asked])).toBe(expected !== 'cannot');
});

test.each<[string, Asked[]]>([
  ['How much did Sequoia put into Surreal?', ['amount', 'money']],
  ['How much do you know?', []],
  ['How many models are there?', ['count']],
  ['When was it founded, and why?', ['when', 'why']],
  ['By what means do they train it?', ['how']],
  ['What drives the move to the US, and what’s behind the ban?', ['why']],
  ['是什么让他们离开？', ['why']],
  ['What prompts does Ernie Bot refuse?', []],
  ['他们怎么训练模型？', ['how']],
  ['Hinssen 怎么看？', []],
  ['相差多少？', ['count', 'compare']],
  ['模型有多大？', ['amount']],
])('%s asks for %j', (text, expected) => {
  expect([...askedIn(text)].toSorted()).toEqual(expected.toSorted());
});

test('the more of its known questions are of the kind that is asked, the more a fact gains', () => {
  const gain = (share: number) =>
    boostOf(
      found('hinssen-2023/bytedance-owns-tiktok', new Map<Asked, number>([['who', share]])),
      new Set<Asked>(['who']),
      store,
    );
  const gains = [0, 0.05, 0.1, 0.2].map(gain);
  expect(gains).toEqual(gains.toSorted((a, b) => a - b));
  expect(new Set(gains).size).toBe(gains.length);
  expect(gain(0.5)).toBe(gain(0.2));
});
