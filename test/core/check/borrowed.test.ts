import fc from 'fast-check';
import { expect, test } from 'vitest';
import { borrowedFinder, borrowedWording, borrowedWords } from '../../../src/core/check/borrowed.ts';
import { said, saying } from './sample.ts';

const find = borrowedFinder([
  'China-based inventors filed patents for more than 38,000 GenAI-related inventions – six times more than the second-place US.',
  'In China, it’s almost the opposite: the Big Tech\ncompanies are leading the way.',
  '国家支持行业组织、企业、教育和科研机构在人工智能技术创新方面开展协作。',
]);

test('eight words in a row from the source are found, whatever the case, the quotes and the line breaks', () => {
  expect(find('We read that IN CHINA, it\'s almost the opposite, "the big tech" firms lead.')).toBe(
    "in china it's almost the opposite the big tech",
  );
});

test('seven words in a row are our own', () => {
  expect(find('They say it’s almost the opposite: the Big-Tech world.')).toBeUndefined();
  expect(find('Inventors filed patents for more than 38,000 ideas.')).toBeUndefined();
});

test('words shared in another order, or across two paragraphs, are our own', () => {
  expect(find('Than the second-place US six times more, in China it’s almost.')).toBeUndefined();
});

test('sixteen Chinese characters in a row are found, fifteen are not', () => {
  expect(find('意见要求教育和科研机构在人工智能技术创新多做尝试。')).toBe('教育和科研机构在人工智能技术创新');
  expect(find('意见要求教育和科研机构在人工智能技术创造多做尝试。')).toBeUndefined();
});

test('the finding tells the language and the words', () => {
  const fact = saying('It is, in China, it’s almost the opposite: the Big Tech.', '恰恰相反。');
  expect(said(borrowedWording(fact, find))).toEqual([
    'text.en: "in china it\'s almost the opposite the big tech" stands in the source word for word',
  ]);
});

test('any stretch of a source is found from eight words on, and never below', () => {
  const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(words, fc.nat(14), fc.integer({ min: 1, max: 15 }), (source, start, length) => {
      const text = `zz ${source.slice(start, start + length).join(', ')} zz`;
      expect(borrowedFinder([source.join(' ')])(text) !== undefined).toBe(length >= borrowedWords);
    }),
  );
});
