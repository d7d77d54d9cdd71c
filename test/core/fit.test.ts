import { expect, test } from 'vitest';
import { type Fit, fitOf } from '../../src/core/fit.ts';
import { readQuestion } from '../../src/core/question.ts';
import { suretyOf } from '../../src/core/surety.ts';
import { realMind } from '../support/mind.ts';

const mind = realMind();

function fitting(text: string, id: string): Fit {
  const question = readQuestion(text, mind);
  const found = mind.index.search(question, 327).found.find(({ fact }) => fact.id === id);
  if (!found) throw new Error(`"${text}" does not find ${id}`);
  return fitOf(found, question, mind.store);
}

test('a fact fits by what it has of the question, what it lacks, and the kind of its answer', () => {
  const asked = fitting('How many users does Ernie Bot have?', 'yang-2024/ernie-bot-users');
  expect(asked).toMatchObject({ covered: 1, owned: 1, missing: 0, ofKind: true });
  const other = fitting('When did Ernie Bot get 40 employees?', 'yang-2024/ernie-bot-users');
  expect(other.missing).toBeGreaterThan(0);
  expect(other.covered).toBeLessThan(asked.covered);
  expect(fitting('How many employees has TikTok?', 'hinssen-2023/bytedance-owns-tiktok').ofKind).toBe(false);
});

test('a name that is lacking makes an answer less sure than a measure that is', () => {
  const [name, measure] = [
    fitting('How many users does Kunlun have?', 'yang-2024/ernie-bot-users'),
    fitting('What is the price of Ernie Bot?', 'yang-2024/ernie-bot-users'),
  ];
  expect([name.missing, name.missingNames, measure.missing, measure.missingNames]).toEqual([1, 1, 1, 0]);
  expect(suretyOf({ ...sure, ...pick(name) }, usual)).toBeLessThan(suretyOf({ ...sure, ...pick(measure) }, usual));
});

const pick = ({ missing, missingNames }: Fit) => ({ missing, missingNames });

test('a fact that nobody wrote questions for is near by what it says itself', () => {
  const question = readQuestion('Who heads IDEA in Shenzhen?', mind);
  const found = mind.index
    .search(question, 1)
    .found.slice(0, 1)
    .map((one) => ({ ...one, isAsked: false, own: one.own.map(() => 1) }));
  expect(found.map((one) => fitOf(one, question, mind.store).nearest)).toEqual([1]);
});

const sure: Fit = {
  fact: mind.store.facts[0] as Fit['fact'],
  has: [],
  score: 15,
  nearest: 0.7,
  learned: 1,
  covered: 1,
  owned: 0.7,
  missing: 0,
  missingNames: 0,
  ofKind: true,
};
const usual = { nearest: 0.4, odds: -10, learned: 0 };

test.each<[string, Partial<Fit>, Partial<typeof usual>]>([
  ['a known question that is less near', { nearest: 0.5 }, {}],
  ['a part of it that no fact has', { covered: 0.6 }, {}],
  ['what was learned against it', { learned: 0.5 }, {}],
  ['a measure that it lacks', { missing: 1 }, {}],
  ['a name that it lacks', { missing: 1, missingNames: 1 }, {}],
  ['another kind of answer', { ofKind: false }, {}],
  ['a declined question near by', {}, { nearest: 0.6 }],
  ['words that are usual in what is declined', {}, { odds: 10 }],
  ['what was learned of such questions', {}, { learned: 1 }],
])('%s makes an answer less sure', (_, fitted, strange) => {
  expect(suretyOf({ ...sure, ...fitted }, { ...usual, ...strange })).toBeLessThan(suretyOf(sure, usual));
});

test('a fact that lessons speak for is looked at, however little its words do', () => {
  const { found } = mind.index.search(readQuestion('How many users does Ernie Bot have?', mind), 0);
  expect(found.map(({ fact }) => fact.id)).toContain('yang-2024/ernie-bot-users');
  expect(found.every(({ learned }) => learned > 0)).toBe(true);
});

test('the words of a known question make an answer sure only where lessons speak for that order of them', () => {
  const turned = { nearest: 0.9, odds: 0, learned: 3 };
  expect(suretyOf({ ...sure, nearest: 1, learned: 3 }, turned)).toBeGreaterThanOrEqual(0);
  expect(suretyOf({ ...sure, nearest: 1, learned: 2 }, turned)).toBeLessThan(0);
});
