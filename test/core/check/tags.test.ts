import { describe, expect, test } from 'vitest';
import { nameFinder } from '../../../src/core/check/names.ts';
import { idleTagFinder, untagged } from '../../../src/core/check/tags.ts';
import { entities, fact, said, saying } from './sample.ts';

const find = nameFinder(entities);
const findIdle = idleTagFinder(entities);

describe('named but not tagged', () => {
  test.each([
    ['Baidu leads.', '它领先。', ['baidu']],
    ['It leads.', '百度领先。', ['baidu']],
    ['Baidu leads.', '百度领先。', ['baidu']],
    ['China leads.', '中国领先。', ['china']],
    ['It leads the US.', '它领先美国。', ['united-states']],
  ])('"%s" / "%s"', (en, zh, ids) => {
    const expected = ids.map((id) => expect.stringContaining(`and "${id}" not tagged`));
    expect(said(untagged(saying(en, zh), find))).toEqual(expected);
    expect(untagged(saying(en, zh, { entities: ids }), find)).toEqual([]);
  });

  test.each([
    ['an adjective or a language', 'Models in Chinese for American users.', '面向美国用户的中文模型。'],
    ['a place that only the Chinese names', 'Local firms lead.', '中国企业领先。'],
    ['a currency', 'It costs US$5.', '售价 5 美元。'],
  ])('%s asks for no tag', (_, en, zh) => {
    expect(untagged(saying(en, zh), find)).toEqual([]);
  });

  test('the name of a paper does not name its country', () => {
    expect(untagged(saying('China Daily reports.', '中国日报报道。', { entities: ['china-daily'] }), find)).toEqual([]);
  });
});

describe('tagged but not named', () => {
  const wrong = (en: string, zh: string, tags: string[]): string[] =>
    said(findIdle(saying(en, zh, { entities: tags })));

  test('a tag of something the fact does not speak of is found', () => {
    expect(wrong('OpenAI leads.', 'OpenAI 领先。', ['openai', 'baidu'])).toEqual([
      'entities.1: "baidu" is tagged and not named',
    ]);
  });

  test.each([
    ['baidu', 'It leads.', '百度领先。'],
    ['baidu', 'BAIDU leads.', '它领先。'],
    ['01-ai', 'Founded as 01AI.', '创立。'],
    ['idea', 'IDEA leads.', 'IDEA 研究院领先。'],
    ['baidu', 'They know what baidu is.', '略。'],
    ['china', 'At home.', '在国内。'],
  ])('a name in one language, in any case, an alias, an acronym or a role speaks of %s: "%s" "%s"', (id, en, zh) => {
    expect(wrong(en, zh, [id])).toEqual([]);
  });

  test('the everyday word is not the name', () => {
    expect(wrong('An idea leads.', '想法领先。', ['idea'])).toHaveLength(1);
  });

  test('a figure of it is enough', () => {
    const figures = [{ of: 'baidu', value: 2800, unit: { en: 'USD', zh: 'USD' } }];
    expect(findIdle(fact({ entities: ['baidu'], figures }))).toEqual([]);
  });
});
