import { expect, test } from 'vitest';
import { hasName, nameFinder } from '../../../src/core/check/names.ts';
import { entities } from './sample.ts';

const find = nameFinder(entities);

test.each([
  ['OpenAI and 百度 are named', ['OpenAI', '百度']],
  ['the longest name wins: China Daily, 中国日报', ['China Daily', '中国日报']],
  ['a name inside a word is none: AmericanaUSA, OpenAIs', []],
  ['a sum names no country: US$5', []],
  ['case tells a name from a word: us, china', []],
  ['a name may begin with a digit: 01.AI', ['01.AI']],
  ['China-based', ['China']],
])('%s', (text, names) => {
  expect(find(text).map(({ name }) => name)).toEqual(names);
});

test('a name is found where it stands', () => {
  const text = '中国的百度与 OpenAI';
  expect(find(text).map(({ start, end }) => text.slice(start, end))).toEqual(['中国', '百度', 'OpenAI']);
});

test('a name inside a longer name is there, one inside a word is not', () => {
  expect(hasName('Microsoft Azure', 'Microsoft')).toBe(true);
  expect(hasName('unnamed', 'un')).toBe(false);
  expect(hasName('unnamed un', 'un')).toBe(true);
});
