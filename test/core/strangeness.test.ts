import fc from 'fast-check';
import { expect, test } from 'vitest';
import { learn } from '../../src/core/lessons.ts';
import { createPostings } from '../../src/core/postings.ts';
import type { Readings } from '../../src/core/readings.ts';
import { createStrangeness } from '../../src/core/strangeness.ts';
import { numbered } from '../../src/core/vocabulary.ts';
import { createScales } from '../../src/core/worth.ts';

const vocabulary = ['w:chip', 'w:sold', 'z:芯片', 'c:chip', 'c:price', 'e:baidu', 'k:count', 'k:when'];
const question = fc.uniqueArray(fc.constantFrom(...vocabulary), { minLength: 1 });
const questions = fc.array(question, { minLength: 1, maxLength: 12 });

function strangenessOf(known: readonly string[][], declined: readonly string[][]) {
  const readings = readingsOf(known, declined);
  const scales = createScales(readings);
  const measure = createStrangeness(readings, scales.worths);
  return (asked: readonly string[]) => measure(scales.weigh(asked));
}

function readingsOf(known: readonly string[][], declined: readonly string[][]): Readings {
  const numbers = new Map<string, number>();
  const postings = (texts: readonly string[][]) =>
    createPostings(texts.length, (at) => numbered(texts[at] ?? [], numbers).map((term) => [term, 1] as const));
  return {
    vocabulary: numbers,
    facts: postings(known),
    lengths: Float32Array.from(known, (terms) => terms.length),
    questions: postings(known),
    owners: known.map((_, at) => [at]),
    declined: postings(declined),
    learned: learn([]),
    kinds: known.map(() => new Map()),
    words: [],
  };
}

test('where nothing is known to have no answer, no question is strange', () => {
  fc.assert(
    fc.property(fc.array(question), question, (known, asked) => {
      const { nearest, odds } = strangenessOf(known, [])(asked);
      expect(nearest).toBe(0);
      expect(odds).toBeCloseTo(0, 6);
    }),
  );
});

test('a declined question is as near to itself as can be, and its own terms make a question stranger than those of known ones', () => {
  fc.assert(
    fc.property(questions, questions, (known, declined) => {
      const strangeness = strangenessOf([...known, ['c:own']], [...declined, ['c:foreign']]);
      for (const asked of declined) {
        const { nearest } = strangeness(asked);
        // Terms that every fact has tell nothing.
        expect(nearest === 0 || Math.abs(nearest - 1) < 1e-5).toBe(true);
      }
      for (const asked of known) {
        const plain = strangeness(asked).odds;
        expect(strangeness([...asked, 'c:foreign']).odds).toBeGreaterThan(plain);
        expect(strangeness([...asked, 'c:own']).odds).toBeLessThan(plain);
        expect(strangeness([...asked, 'c:never-seen']).odds).toBeCloseTo(plain, 6);
      }
    }),
  );
});

test('a declined question about something else says nothing: it names what the question does not', () => {
  const known = [['w:chip'], ['w:model'], ['c:price'], ['e:baidu'], ['w:users']];
  const strangeness = strangenessOf(known, [['x:IN', 'w:model', 'c:price']]);
  expect(strangeness(['w:model', 'c:price']).nearest).toBe(0);
  expect(strangeness(['w:model', 'c:price', 'e:china']).nearest).toBe(0);
  expect(strangeness(['w:model', 'c:price', 'x:IN']).nearest).toBeCloseTo(1, 5);
});

test('a question leaves nothing behind for the next one', () => {
  fc.assert(
    fc.property(questions, questions, fc.tuple(question, question), (known, declined, [first, second]) => {
      const used = strangenessOf(known, declined);
      used(first);
      expect(used(second)).toEqual(strangenessOf(known, declined)(second));
    }),
  );
});

test.each(['e:baidu', 'x:Qwen', 'w:2025'])(
  'a declined question that names %s tells nothing of one that does not',
  (name) => {
    const asked = ['c:llm', 'c:many', 'k:count'];
    const { nearest } = strangenessOf([['c:other']], [[...asked, name]])(asked);
    expect(nearest).toBe(0);
    expect(strangenessOf([['c:other']], [[...asked, name]])([...asked, name]).nearest).toBeGreaterThan(0.9);
  },
);
