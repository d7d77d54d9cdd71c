import { expect, test } from 'vitest';
import { languageOf, languageOfLocale } from '../../src/core/lang.ts';

test.each([
  ['how many LLMs has China?', 'en'],
  ['中国有多少个大模型？', 'zh'],
  ['中國有多少個大模型？', 'zh'],
  ['DeepSeek 和 GPT-4 比怎么样', 'zh'],
  ['What is 百度?', 'en'],
  ['月之暗面A轮融资多少', 'zh'],
  ['100', 'en'],
  ['🤖🤖', undefined],
  ['كم نموذجا؟', undefined],
  ['', undefined],
] as const)('%j is read as %s', (text, lang) => {
  expect(languageOf(text)).toBe(lang);
});

test.each([
  ['zh-CN', 'zh'],
  ['zh_TW', 'zh'],
  ['en-GB', 'en'],
  ['de', undefined],
  [undefined, undefined],
] as const)('a person whose locale is %s is answered in %s', (locale, lang) => {
  expect(languageOfLocale(locale)).toBe(lang);
});
