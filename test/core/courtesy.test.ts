import { expect, test } from 'vitest';
import { courtesyOf } from '../../src/core/courtesy.ts';

test.each([
  ['Could you kindly tell me on which day ChatGPT became available?', 'on which day ChatGPT became available?'],
  ['Hi, quick question from our team, would you know for which fields?', 'for which fields?'],
  ['我是做投资的，想请教一下：月之暗面估值多少？', '月之暗面估值多少？'],
  ['Can I stay anonymous when I type something?', 'Can I stay anonymous when I type something?'],
  ['How many models has China?', 'How many models has China?'],
  ['What do you know of Baidu?', 'What do you know of Baidu?'],
  ['Does Baidu know how chips are made?', 'Does Baidu know how chips are made?'],
  ['在韩国，有多少个大模型？', '在韩国，有多少个大模型？'],
])('%s asks: %s', (text, question) => {
  expect(text.slice(courtesyOf(text).length)).toBe(question);
});
