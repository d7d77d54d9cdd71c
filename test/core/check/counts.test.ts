import { expect, test } from 'vitest';
import { countFacts } from '../../../src/core/check/counts.ts';
import { fact, knowledge, saying } from './sample.ts';

const topic = (id: string) => ({ id, name: { en: id, zh: id }, about: { en: id, zh: id }, aliases: [], emoji: '·' });

test('facts are counted by source, topic, kind and language, with figures, with caveats, and by the paragraphs they leave out', () => {
  const facts = [
    fact({ topics: ['patents', 'gap'] }),
    saying('It is.', '是。', { paragraph: 3, caveat: { en: 'Perhaps.', zh: '也许。' } }),
    saying('It was.', '曾是。', { paragraph: 4, source: 'book-2020' }),
  ];
  const paragraphs = new Map([1, 2, 3, 4].map((number) => [number, 'words']));
  const counts = countFacts(
    knowledge({ facts, topics: [topic('patents'), topic('gap'), topic('cloud')] }),
    new Map([['paper-2024', paragraphs]]),
  );
  expect(counts).toEqual({
    facts: 3,
    bySource: [['paper-2024', 2]],
    byTopic: [
      ['patents', 3],
      ['gap', 1],
      ['cloud', 0],
    ],
    byKind: expect.arrayContaining([
      ['figure', 1],
      ['claim', 2],
      ['rule', 0],
    ]),
    byLanguage: [
      ['en', 3],
      ['zh', 3],
    ],
    withFigures: 1,
    withCaveat: 1,
    unused: [{ source: 'paper-2024', paragraphs: [2, 4], of: 4 }],
  });
});
