import fc from 'fast-check';
import { expect } from 'vitest';
import type { Memory } from '../../src/core/state.ts';
import type { StateTest } from './database.ts';

const memory: Memory = {
  lang: 'zh',
  terms: ['芯片', 'h20'],
  cites: [['csis-2025/h20'], []],
  told: ['csis-2025/h100'],
};

export function conversationsContract(test: StateTest): void {
  test('an event that arrives many times at once is answered once', async ({ open }) => {
    const handles = [await open(), await open(), await open()];
    const taken = await Promise.all(handles.flatMap((state) => [state.takeEvent('Ev1', 1), state.takeEvent('Ev1', 2)]));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await handles[0]?.takeEvent('Ev2', 3)).toBe(true);
  });

  test('a follow-up finds what its thread was last about, and no other thread', async ({ state }) => {
    await state.remember('C1/17', { ...memory, lang: 'en' }, 1);
    await state.remember('C1/17', memory, 2);
    expect(await state.recall('C1/17')).toEqual(memory);
    expect(await state.recall('C1/18')).toBeUndefined();
  });

  test('whatever text a memory holds comes back as it was', async ({ state }) => {
    const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));
    const words = fc.array(anyText, { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(words, fc.array(words, { maxLength: 3 }), async (terms, cites) => {
        await state.remember('thread', { ...memory, terms, cites }, 1);
        expect(await state.recall('thread')).toEqual({ ...memory, terms, cites });
      }),
      { numRuns: 30 },
    );
  });

  test('questions without an answer are counted by topic and language, the most frequent first, the latest among equals', async ({
    state,
  }) => {
    await state.countUnanswered({ topic: 'chips', lang: 'zh' }, 1);
    await state.countUnanswered({ topic: 'data', lang: 'en' }, 2);
    await state.countUnanswered({ topic: 'chips', lang: 'en' }, 3);
    await state.countUnanswered({ topic: 'chips', lang: 'en', text: 'who makes \u0000 HBM?' }, 4);
    await state.countUnanswered({ topic: 'data', lang: 'en' }, 5);
    expect(await state.unanswered()).toEqual([
      { topic: 'data', lang: 'en', count: 2, texts: [] },
      { topic: 'chips', lang: 'en', count: 2, texts: ['who makes \u0000 HBM?'] },
      { topic: 'chips', lang: 'zh', count: 1, texts: [] },
    ]);
  });

  test('of the unanswered texts of a topic the latest twenty are kept, each once', async ({ state }) => {
    const texts = Array.from({ length: 21 }, (_, index) => `question ${index}`);
    for (const text of [...texts, 'question 3']) await state.countUnanswered({ topic: 'chips', lang: 'en', text }, 1);
    expect(await state.unanswered()).toEqual([
      {
        topic: 'chips',
        lang: 'en',
        count: 22,
        texts: [...texts.slice(1).filter((text) => text !== 'question 3'), 'question 3'],
      },
    ]);
  });

  test('no count is lost when questions come in at the same time', async ({ state }) => {
    const asked = Array.from({ length: 10 }, (_, index) => `question ${index}`);
    await Promise.all(asked.map((text) => state.countUnanswered({ topic: 'chips', lang: 'en', text }, 1)));
    const [chips] = await state.unanswered();
    expect(chips?.count).toBe(10);
    expect(chips?.texts.toSorted()).toEqual(asked);
  });
}
