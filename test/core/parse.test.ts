import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../src/core/parse.ts';
import { realMind } from '../support/mind.ts';

const { store, book } = realMind();
const read = (text: string) => parse(text, store, book);

test.each([
  ['', { command: 'help' }],
  ['help', { command: 'help' }],
  ['帮助', { command: 'help' }],
  ['/genai help', { command: 'help' }],
  ['hi!', { command: 'help' }],
  ['你好！', { command: 'help' }],
  ['who are you?', { command: 'help' }],
  ['你能做什么？', { command: 'help' }],
  ['chips', { command: 'topic', topic: 'chips', page: 1 }],
  ['how are you?', { command: 'help' }],
  ['do you speak Chinese?', { command: 'help' }],
  ['你的数据来自哪里？', { command: 'help' }],
  ['OK, thanks a lot!', { command: 'thanks' }],
  ['good bot', { command: 'thanks' }],
  ['谢谢你', { command: 'thanks' }],
  ["that's wrong", { command: 'doubt' }],
  ['这不对', { command: 'doubt' }],
  ['what is idea?', { command: 'about', entities: ['idea'], page: 1 }],
  ['chips?', { command: 'topic', topic: 'chips', page: 1 }],
  ['/genai chips', { command: 'topic', topic: 'chips', page: 1 }],
  ['GPU', { command: 'topic', topic: 'chips', page: 1 }],
  ['芯片', { command: 'topic', topic: 'chips', page: 1 }],
  ['晶片 2', { command: 'topic', topic: 'chips', page: 2 }],
  ['chips 3', { command: 'topic', topic: 'chips', page: 3 }],
  ['topics', { command: 'topics' }],
  ['about Baidu', { command: 'about', entities: ['baidu'], page: 1 }],
  ['about 百度', { command: 'about', entities: ['baidu'], page: 1 }],
  ['介绍百度', { command: 'about', entities: ['baidu'], page: 1 }],
  ['about Baidu and Tencent', { command: 'about', entities: ['baidu', 'tencent'], page: 1 }],
  ['about Baidu vs Tencent', { command: 'about', entities: ['baidu', 'tencent'], page: 1 }],
  ['What is Ernie Bot?', { command: 'about', entities: ['ernie-bot'], page: 1 }],
  ['baidu', { command: 'about', entities: ['baidu'], page: 1 }],
  ['月之暗面', { command: 'about', entities: ['moonshot'], page: 1 }],
  ['timeline', { command: 'timeline', topic: undefined, page: 1 }],
  ['timeline 2023', { command: 'timeline', topic: undefined, year: 2023, page: 1 }],
  ['时间线 2023年 2', { command: 'timeline', topic: undefined, year: 2023, page: 2 }],
  ['timeline chips', { command: 'timeline', topic: 'chips', page: 1 }],
  ['时间线 芯片', { command: 'timeline', topic: 'chips', page: 1 }],
  ['sources', { command: 'sources', topic: undefined, page: 1 }],
  ['disputes talent', { command: 'disputes', topic: 'talent', page: 1 }],
  ['why 2', { command: 'why', what: '2' }],
  ['why [2]', { command: 'why', what: '2' }],
  ['why imd-2024/genai-patents', { command: 'why', what: 'imd-2024/genai-patents' }],
  ['digest', { command: 'digest', action: 'list', words: '' }],
  ['digest subscribe monday 09:00', { command: 'digest', action: 'subscribe', words: 'monday 09:00' }],
  ['简报 订阅 周一 09:00', { command: 'digest', action: 'subscribe', words: '周一 09:00' }],
  ['chisp', { command: 'near-miss', meant: 'chips' }],
  ['Baidoo', { command: 'near-miss', meant: 'Baidu' }],
])('%j is the command %j', (text, request) => {
  expect(read(text)).toEqual(request);
});

test.each([
  'how many LLMs has China?',
  'why do Chinese founders move to America?',
  'help me understand chips',
  'about how many LLMs are there?',
  'sources of funding for startups',
  'ask why 2 is not a citation',
  '为什么要自研芯片？',
  '关于芯片的禁令是什么时候开始的？',
  'https://example.com',
  'Who is the founder of 01.AI?',
  'Is it wrong that China filed most patents?',
  'thanks, and how many LLMs has China?',
  'are you sure China has 130 LLMs?',
  'test models for Chinese',
  'What is the US share of LLMs?',
  'who is the CEO of ByteDance',
  'Tell me about Zhipu. Who backs it?',
  'what is it about generative AI that interests Beijing',
  '介绍一下百度的芯片',
  '百川呢',
  '那英伟达呢',
])('%j is a question', (text) => {
  expect(read(text).command).toBe('ask');
});

test('anything can be said, and something is made of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(read(text).command).toBeTypeOf('string');
    }),
  );
});
