import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPostings, frequencyOf, markIn, rangeOf } from '../../src/core/postings.ts';

const texts = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 255 })), {
  maxLength: 40,
});

test('every term is found in the texts that have it, with its mark, and nowhere else', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const postings = createPostings(all.length, (text) => Object.entries(all[text] ?? {}));
      for (const term of ['a', 'b', 'c', 'd', 'unknown']) {
        const having = all.flatMap((text, at) => (Object.hasOwn(text, term) ? [at] : []));
        const { start, end } = rangeOf(postings, term);
        expect([...postings.texts.slice(start, end)]).toEqual(having);
        expect(frequencyOf(postings, term)).toBe(having.length);
        all.forEach((text, at) => {
          expect(markIn(postings, rangeOf(postings, term), at)).toBe(Object.hasOwn(text, term) ? text[term] : 0);
        });
      }
    }),
  );
});

test('more pairs than the first room holds are all kept', () => {
  const postings = createPostings(5000, (text) => [
    [`own-${text}`, 1],
    ['shared', 2],
  ]);
  expect(frequencyOf(postings, 'shared')).toBe(5000);
  expect(markIn(postings, rangeOf(postings, 'own-4999'), 4999)).toBe(1);
});
