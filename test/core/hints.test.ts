import { expect, test } from 'vitest';
import { hintsIn, type Word } from '../../src/core/hints.ts';

const fillers = ['did', 'is', 'by', 'the', 'way', '被', '了'];
const words = (text: string) =>
  text.split(' ').map(
    (id): Word => ({
      id,
      kind: fillers.includes(id) ? 'filler' : 'telling',
      han: /\p{Script=Han}/u.test(id),
    }),
  );
const pairs = (text: string) => hintsIn(words(text)).filter((hint) => hint.startsWith('p:'));

test.each([
  ['sequoia backed surreal', 'is sequoia backed by surreal'],
  ['sequoia backed surreal', 'surreal backed sequoia'],
  ['is surreal backed by sequoia', 'surreal backed sequoia'],
  ['by the way sequoia backed surreal', 'by the way sequoia backed by surreal'],
  ['红杉 投资 了 诗云', '红杉 被 诗云 投资'],
])('what "%s" and "%s" hint at differs in who does it to whom', (one, other) => {
  const names = ([first, second]: readonly string[]) =>
    pairs(one).find((hint) => hint.startsWith(`p:${first} ${second}`));
  const [first, , second] = words(one)
    .filter(({ kind }) => kind === 'telling')
    .map(({ id }) => id);
  expect(names([first ?? '', second ?? ''])).toBeDefined();
  expect(pairs(other)).not.toContain(names([first ?? '', second ?? '']));
});

test('words far apart are no pair', () => {
  expect(pairs('one two three four five')).not.toContain('p:one five');
});
