import { expect, test } from 'vitest';
import { chineseSlips } from '../../../src/core/check/chinese.ts';
import { nameFinder } from '../../../src/core/check/names.ts';
import { entities, entity, fact, knowledge, saying } from './sample.ts';

const find = nameFinder(entities);

function slips(zh: string): string[] {
  return chineseSlips(knowledge({ facts: [saying('略', zh)], entities: [] }), find).map(({ what }) => what);
}

test.each([
  '2014 至 2023 年，中国发明人共提交逾 3.8 万项专利（美国为 6,276 项）。',
  '他称之为“世界工厂”。',
  '这家公司叫“零一万物（01.AI）”。',
  'Canva可画与 GPT-4 的 API 有售，含 DALL-E 3。',
  '占 40%，升至 54%。',
  '增长了吗？',
])('clean: %s', (zh) => {
  expect(slips(zh)).toEqual([]);
});

test.each([
  ['没有句号', 'does not end with a full stop'],
  ['句号是西文的.', 'does not end with a full stop'],
  ['百度,阿里巴巴。', 'half-width punctuation in Chinese at "百度,阿里"'],
  ['百度, 阿里巴巴。', 'half-width punctuation'],
  ['问题:没有数据。', 'half-width punctuation'],
  ['百度(公司)。', 'half-width punctuation'],
  ['他说"是"。', 'half-width punctuation'],
  ['百度 ，阿里巴巴。', 'a space beside full-width punctuation'],
  ['他在AI领域。', 'no space between Chinese and Latin at "他在AI领域"'],
  ['共3.8 万项。', 'no space'],
  ['由 OpenAI领跑。', 'no space'],
  ['共 3.8万项。', 'no space'],
  ['晶片與監管。', '"晶片與監管" is Traditional Chinese'],
])('slip: %s', (zh, what) => {
  expect(slips(zh).join('; ')).toContain(what);
});

test('everything that is said in Chinese is read, at its own place', () => {
  const found = chineseSlips(
    {
      ...knowledge(),
      facts: [
        fact({
          caveat: { en: '.', zh: '没有句号' },
          said_by: { en: '.', zh: '联合国UN' },
          figures: [{ of: 'china', value: 38_000, unit: { en: 'USD', zh: 'USD' }, what: { en: '.', zh: '占AI' } }],
        }),
      ],
      disputes: [
        {
          id: 'gap',
          topics: ['gap'],
          question: { en: '.', zh: '差AI多少？' },
          sides: [{ label: { en: '.', zh: '很AI' }, date: '2024', facts: ['a/b'] }],
        },
      ],
      entities: [{ ...entity('baidu', 'company', ['Baidu', '百度']), role: { en: '.', zh: '搜索AI' } }],
      topics: [
        { id: 'gap', name: { en: '.', zh: '差距' }, about: { en: '.', zh: '没有句号' }, aliases: [], emoji: '⚖️' },
      ],
    },
    find,
  );
  expect(found.map(({ path }) => path.join('.'))).toEqual([
    'caveat.zh',
    'said_by.zh',
    'figures.0.what.zh',
    'question.zh',
    'sides.0.label.zh',
    'role.zh',
    'about.zh',
  ]);
});
