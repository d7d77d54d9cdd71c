import { expect, test } from 'vitest';
import { courtesyOf, withoutIntroduction } from '../../src/core/courtesy.ts';

test.each([
  ['Could you kindly tell me on which day ChatGPT became available?', 'on which day ChatGPT became available?'],
  ['Hi, quick question from our team, would you know for which fields?', 'for which fields?'],
  ['我是做投资的，想请教一下：月之暗面估值多少？', '月之暗面估值多少？'],
  ['麻烦问一下各位老师，那场圆桌有哪些公司参加？', '那场圆桌有哪些公司参加？'],
  ['Can I stay anonymous when I type something?', 'Can I stay anonymous when I type something?'],
  ['How many models has China?', 'How many models has China?'],
  ['What do you know of Baidu?', 'What do you know of Baidu?'],
  ['Does Baidu know how chips are made?', 'Does Baidu know how chips are made?'],
  ['在韩国，有多少个大模型？', '在韩国，有多少个大模型？'],
])('%s asks: %s', (text, question) => {
  expect(text.slice(courtesyOf(text).length)).toBe(question);
});

test.each([
  ["I'm a student from Brazil and my English is not so good, where was it a success?", 'where was it a success?'],
  ['Hi, I am a VC in London. is there any startup to watch?', 'is there any startup to watch?'],
  ['a plant owner in Ohio asked me this: does it help?', 'does it help?'],
  ['As an analyst at Baidu, how do I get chips?', 'how do I get chips?'],
  ['我是深圳的创业者，该不该自己训练大模型？', '该不该自己训练大模型？'],
  ['Seed-stage founder here, no money to train. Where is my opening?', 'Where is my opening?'],
  ['Is it made here? By whom?', 'Is it made here? By whom?'],
  ["I'm a Baidu user.", "I'm a Baidu user."],
  ['I am asking for Korea: how many models has it?', 'I am asking for Korea: how many models has it?'],
  ['As of 2023, how many models were there?', 'As of 2023, how many models were there?'],
  ['Is Baidu a leader, or not?', 'Is Baidu a leader, or not?'],
  ['我们是不是落后了，落后多少？', '我们是不是落后了，落后多少？'],
])('%s asks, whoever says it: %s', (text, question) => {
  expect(withoutIntroduction(text)).toBe(question);
});
