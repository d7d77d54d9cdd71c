import type { Fact, Source } from '../../../src/core/fact.ts';
import type { Entity } from '../../../src/core/glossary.ts';
import type { Knowledge } from '../../../src/core/store.ts';

/** A sound fact; the tests plant one fault each. */
export function fact(changes: Partial<Fact> = {}): Fact {
  return {
    id: 'paper-2024/patents',
    source: 'paper-2024',
    text: {
      en: 'Inventors in China filed more than 38,000 generative-AI patents from 2014 to 2023.',
      zh: '2014 至 2023 年，中国发明人共提交逾 3.8 万项生成式 AI 专利。',
    },
    kind: 'figure',
    as_of: '2014/2023',
    topics: ['patents'],
    entities: ['china'],
    figures: [
      { of: 'china', value: 38_000, bound: 'over', unit: { en: 'patents', zh: '项专利' }, period: '2014/2023' },
    ],
    paragraph: 1,
    importance: 2,
    added: '2024-09-01',
    ...changes,
  };
}

/** A fact with other texts and nothing else that could be wrong. */
export function saying(en: string, zh: string, changes: Partial<Fact> = {}): Fact {
  return fact({ text: { en, zh }, figures: [], entities: [], kind: 'claim', as_of: '2024', ...changes });
}

export const source: Source = {
  id: 'paper-2024',
  title: { en: 'A paper', zh: '一篇文章' },
  authors: [],
  publisher: 'The Paper',
  published: '2024-08-27',
};

export function entity(
  id: string,
  kind: Entity['kind'],
  names: readonly [en: string, zh: string, ...aliases: string[]],
): Entity {
  const [en, zh, ...aliases] = names;
  return { id, kind, name: { en, zh }, role: { en: `what ${id} is`, zh: '一个名字' }, aliases };
}

export const entities: readonly Entity[] = [
  entity('china', 'place', ['China', '中国', 'Chinese', '中國']),
  entity('united-states', 'place', ['United States', '美国', 'US', 'America', 'American']),
  entity('china-daily', 'media', ['China Daily', '中国日报']),
  entity('baidu', 'company', ['Baidu', '百度']),
  entity('openai', 'company', ['OpenAI', 'OpenAI']),
  entity('01-ai', 'company', ['01.AI', '零一万物', '01AI']),
  entity('ernie-bot', 'model', ['Ernie Bot', '文心一言']),
  entity('dall-e', 'model', ['DALL-E', 'DALL-E']),
  entity('gpt-4', 'model', ['GPT-4', 'GPT-4', 'ChatGPT 4']),
  entity('chatgpt', 'product', ['ChatGPT', 'ChatGPT']),
  entity('idea', 'institution', ['IDEA Research', '粤港澳大湾区数字经济研究院']),
  entity('ai-index', 'event', ['2024 AI Index', '人工智能指数报告']),
  entity('canva', 'company', ['Canva', 'Canva可画']),
];

export function knowledge(changes: Partial<Knowledge> = {}): Knowledge {
  return {
    facts: [fact()],
    sources: [source],
    topics: [],
    entities,
    disputes: [],
    concepts: [],
    questions: [],
    declined: [],
    ...changes,
  };
}

/** What the findings say, without the item. */
export function said(findings: readonly { path: readonly PropertyKey[]; what: string }[]): string[] {
  return findings.map(({ path, what }) => `${path.join('.')}: ${what}`);
}
