import { describe, expect, test } from 'vitest';
import { nameFinder } from '../../../src/core/check/names.ts';
import { figuresNotInText, numbersThatDiffer, numbersWithoutSource } from '../../../src/core/check/numbers.ts';
import { numberReader } from '../../../src/core/check/quantities.ts';
import type { Fact } from '../../../src/core/fact.ts';
import { entities, fact, said, saying, source } from './sample.ts';

const read = numberReader(nameFinder(entities));

describe('numbers in the two languages', () => {
  const differ = (one: Fact): string[] => said(numbersThatDiffer(one, read));

  test.each([
    ['$22.46 billion went there', '投资达 224.6 亿美元'],
    ['six times the 6,276 of the US', '是美国 6276 项的六倍'],
    ['it rose from 22% in the 1980s', '从 20 世纪 80 年代的 22% 上升'],
    ['two companies and one idea', '几家公司'],
    ['the companies', '两家公司的一种想法'],
    ['after GPT-4 and 01.AI', 'GPT-4 和零一万物之后'],
    ['ChatGPT 4 cost $20', 'GPT-4 售价 20 美元'],
    ["Stanford's 2024 AI Index", '斯坦福 2024 年的人工智能指数报告'],
    ['within four months, by April 30', '四个月内，到 4 月 30 日'],
    ['a third of the work', '三分之一的工作'],
    ['third', '排名第三'],
  ])('agree: "%s" and "%s"', (en, zh) => {
    expect(differ(saying(en, zh))).toEqual([]);
  });

  test.each([
    ['38,000 patents', '3.9 万项专利', ['"38,000"', '"3.9 万"']],
    ['$650 million', '6.5 亿元', ['"$650 million"', '"6.5 亿元"']],
    ['60 billion yuan', '60 亿元', ['"60 billion yuan"', '"60 亿元"']],
    ['six times as many', '五倍', ['"six"', '"五"']],
    ['in September 2022', '2022 年 8 月', ['"September 2022"', '"2022 年 8 月"']],
    ['40% more', '提高', ['"40%"']],
    ['more', '提高四成', ['"四成"']],
    ['four months', '4 月', ['"four"', '"4 月"']],
    ['GPT-4', 'GPT-3.5', ['"GPT-4"']],
    ['DALL-E 3', 'DALL-E 2', ['"DALL-E 3"', '"DALL-E 2"']],
    ['half of them', '其中三分之一', ['"half of"', '"三分之一"']],
  ])('differ: "%s" and "%s"', (en, zh, figures) => {
    const [finding = '', ...others] = differ(saying(en, zh));
    expect(others).toEqual([]);
    expect(finding).toMatch(/^text\.zh: the languages differ in numbers/);
    for (const figure of figures) expect(finding).toContain(figure);
  });

  test('a caveat and a speaker are compared too', () => {
    const wrong = fact({
      caveat: { en: 'It is 39%.', zh: '应为 93%。' },
      said_by: { en: '3 panelists', zh: '4 位嘉宾' },
    });
    expect(differ(wrong).map((finding) => finding.split(':')[0])).toEqual(['said_by.zh', 'caveat.zh']);
  });
});

describe('numbers in the cited paragraph', () => {
  const unsourced = (one: Fact, paragraph: string | undefined): string[] =>
    said(numbersWithoutSource(one, { paragraph, source }, read));
  const paragraph =
    'From 2014 to 2023 they filed patents for more than 38,000 inventions, six times the 6,276 of the US.';

  test('a fact whose numbers the paragraph has is right, however either spells them', () => {
    expect(unsourced(fact(), paragraph)).toEqual([]);
    expect(unsourced(saying('Six times 6276.', '是 6,276 的六倍。'), paragraph)).toEqual([]);
  });

  test('a number that the paragraph lacks is found, in each language', () => {
    expect(unsourced(saying('More than 39,000.', '逾 3.9 万项。'), paragraph)).toEqual([
      'text.en: "39,000" is not in paragraph 1 of paper-2024',
      'text.zh: "3.9 万" is not in paragraph 1 of paper-2024',
    ]);
  });

  test('a number in words is found too', () => {
    expect(unsourced(saying('Five times as many.', '五倍。'), paragraph)).toHaveLength(2);
    expect(unsourced(saying('Two groups.', '两类。'), paragraph)).toHaveLength(1);
  });

  test('the time of the fact and of its source may be named, and the year in the name of what it tags', () => {
    const dated = saying('In August 2024, after the plan of 2017.', '2024 年 8 月，2017 年规划之后。', {
      as_of: '2024-08',
    });
    expect(unsourced({ ...dated, entities: ['ai-plan-2017'] }, 'No date here.')).toEqual([]);
    expect(unsourced(dated, 'No date here.')).toHaveLength(2);
  });

  test('a half of the year may sum up what the paragraph says of its months', () => {
    const halves = saying('In the second half of 2024.', '2024 年下半年。');
    expect(unsourced(halves, 'Since this summer.')).toEqual([]);
  });

  test('another year or month is found', () => {
    expect(unsourced(saying('In 2021.', '2021 年。'), 'No date here.')).toHaveLength(2);
    expect(unsourced(saying('In May 2024.', '2024 年 5 月。', { as_of: '2024-06' }), 'No date here.')).toHaveLength(2);
  });

  test('a paragraph that is not there is found', () => {
    expect(unsourced(fact({ paragraph: 99 }), undefined)).toEqual(['paragraph: paper-2024 has no paragraph 99']);
  });
});

describe('figures', () => {
  const unsaid = (changes: Partial<Fact>): string[] => said(figuresNotInText(fact(changes), read));
  const figure = (value: number, unit: string) => [{ of: 'china', value, unit: { en: unit, zh: unit } }];

  test.each([
    ['38,000 patents', 38_000, 'patents'],
    ['40% more', 40, '%'],
    ['down 40%', -40, '%'],
    ['$22.46 billion', 22_460_000_000, 'USD'],
    ['one model', 1, 'models'],
  ])('"%s" says the figure %d %s', (en, value, unit) => {
    expect(unsaid({ text: { en, zh: '略' }, figures: figure(value, unit) })).toEqual([]);
  });

  test.each([
    ['38,000 patents', 3800, 'patents'],
    ['40 more', 40, '%'],
    ['$22.46 billion', 22_460_000_000, 'CNY'],
  ])('"%s" does not say the figure %d %s', (en, value, unit) => {
    const findings = unsaid({ text: { en, zh: '略' }, figures: figure(value, unit) });
    expect(findings).toEqual([`figures.0.value: the figure ${value} ${unit} stands in neither text`]);
  });

  test('a figure that only the Chinese text has is said', () => {
    expect(unsaid({ text: { en: 'many', zh: '600 亿元' }, figures: figure(60_000_000_000, 'CNY') })).toEqual([]);
  });
});
