import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokensOf } from '../../src/core/words.ts';

const keys = (text: string) => tokensOf(text).map((token) => token.key);

test.each([
  ['investments, investing, INVESTED', ['invest', 'invest', 'invest']],
  ['GPT-4 and gpt 4', ['gpt', '4', 'and', 'gpt', '4']],
  ['GPT-3.5', ['gpt', '3.5']],
  ['GPT-3.5旗', ['gpt', '3.5', '旗']],
  ['3.8万项', ['3.8', '万', '项']],
  ['38,000 patents', ['38000', 'patent']],
  ['01.AI', ['01', 'ai']],
  ['China’s chips', ['china', 'chip']],
  ["I'm a VC, they’re here", ['i', 'a', 'vc', 'thei', 'here']],
  ['productivity of products', ['productivity', 'of', 'product']],
  ['internal, international', ['internal', 'international']],
  ['digits of digital organs, organisations', ['digit', 'of', 'digital', 'organ', 'organise']],
  ['busy businesses', ['busy', 'busi']],
  ['GPUs', ['gpu']],
  ['$2,200', ['$', '2200']],
  ['文心一言', ['文', '心', '一', '言']],
  ['商湯', ['商', '汤']],
  ['ＧＰＵ', ['gpu']],
  ['百度的 ERNIE 模型', ['百', '度', '的', 'erni', '模', '型']],
])('%j is compared by its words %j', (text, expected) => {
  expect(keys(text)).toEqual(expected);
});

test('no text makes the reader throw, and no token is empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(keys(text).every((key) => key.length > 0)).toBe(true);
    }),
  );
});
