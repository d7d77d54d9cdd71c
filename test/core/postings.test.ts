import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPostings, frequencyOf, markIn, rangeOf } from '../../src/core/postings.ts';

const texts = fc.array(
  fc
    .uniqueArray(fc.tuple(fc.constantFrom<number>(0, 1, 2, 5), fc.integer({ min: 1, max: 255 })), {
      selector: ([term]) => term,
    })
    .map((marks) => new Map(marks)),
  { maxLength: 40 },
);

test('every term is found in the texts that have it, with its mark, and nowhere else', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const postings = createPostings(all.length, (text) => all[text] ?? []);
      for (const term of [-1, 0, 1, 2, 3, 5, 6]) {
        const having = all.flatMap((text, at) => (text.has(term) ? [at] : []));
        const { start, end } = rangeOf(postings, term);
        expect([...postings.texts.slice(start, end)]).toEqual(having);
        expect(frequencyOf(postings, term)).toBe(having.length);
        all.forEach((text, at) => {
          expect(markIn(postings, rangeOf(postings, term), at)).toBe(text.get(term) ?? 0);
        });
      }
    }),
  );
});

test('more pairs than the first room holds are all kept', () => {
  const postings = createPostings(5000, (text) => [
    [text + 1, 1],
    [0, 2],
  ]);
  expect(frequencyOf(postings, 0)).toBe(5000);
  expect(markIn(postings, rangeOf(postings, 5000), 4999)).toBe(1);
});
