import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closest, editDistance } from '../../src/core/near.ts';

const words = ['chips', 'models', 'regulation', 'timeline', 'Baidu', '文心一言'];

test.each([
  ['chisp', 'chips'],
  ['modles', 'models'],
  ['regualtoin', 'regulation'],
  ['Baiud', 'Baidu'],
  ['文心一眼', '文心一言'],
  ['xyzzy', undefined],
  ['ai', undefined],
])('%s is taken for %s', (typed, meant) => {
  expect(closest(typed, words)).toBe(meant);
});

/** The textbook definition, to compare with. */
function naiveDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  const steps = [
    naiveDistance(restA, b) + 1,
    naiveDistance(a, restB) + 1,
    naiveDistance(restA, restB) + Number(a[0] !== b[0]),
  ];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0])
    steps.push(naiveDistance(a.slice(2), b.slice(2)) + 1);
  return Math.min(...steps);
}

test('the distance of two words is that of the textbook, up to the bound', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  fc.assert(
    fc.property(word, word, fc.nat(3), (a, b, most) => {
      expect(editDistance(a, b, most)).toBe(Math.min(naiveDistance(a, b), most + 1));
    }),
  );
});
