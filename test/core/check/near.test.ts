import { expect, test } from 'vitest';
import { nameFinder } from '../../../src/core/check/names.ts';
import { nearDuplicates } from '../../../src/core/check/near.ts';
import { numberReader } from '../../../src/core/check/quantities.ts';
import type { Fact } from '../../../src/core/fact.ts';
import { entities, said, saying } from './sample.ts';

const read = numberReader(nameFinder(entities));

/** Facts that have nothing to do with one another: words are weighed by how rare they are. */
const others: readonly Fact[] = Array.from({ length: 80 }, (_, index) => {
  const [one, two] = [String.fromCodePoint(0x4e00 + 2 * index), String.fromCodePoint(0x5e00 + 2 * index)];
  return saying(`Topic${index} and the subject${index} of a startup.`, `初创企业${one}${two}。`, {
    id: `paper-2024/other-${index}`,
  });
});

const users = saying(
  'Baidu says Ernie Bot had reached 100 million users by December 2023.',
  '百度称，截至 2023 年 12 月，文心一言用户数已达 1 亿。',
  { id: 'paper-2024/users' },
);
const origin = saying(
  'The startup HeyGen was founded in Shenzhen and has since moved its headquarters to Los Angeles.',
  '初创企业 HeyGen 创立于深圳，总部现已迁至洛杉矶。',
  { id: 'paper-2024/origin' },
);

function near(...facts: Fact[]): string[] {
  return said(nearDuplicates([...others, ...facts], read));
}

test('facts that say different things are let pass', () => {
  expect(near(users, origin)).toEqual([]);
});

test('a paraphrase with the same figures is found', () => {
  const again = saying(
    'By December 2023 the Ernie Bot had 100 million users, Baidu claims.',
    '百度宣称，文心一言到 2023 年 12 月已有 1 亿用户。',
  );
  expect(near(users, again)).toEqual(['text: says nearly the same as paper-2024/users']);
});

test('a paraphrase without figures is found', () => {
  const again = saying(
    'HeyGen, a startup founded in Shenzhen, now has its headquarters in Los Angeles.',
    'HeyGen 是一家在深圳创立的初创企业，总部现设在洛杉矶。',
  );
  expect(near(origin, again)).toEqual(['text: says nearly the same as paper-2024/origin']);
});

test('the same sentence with another figure, or about another year, is another fact', () => {
  const text = (figure: string): [string, string] => [
    `Baidu says Ernie Bot had reached ${figure} million users.`,
    `百度称，文心一言用户数已达 ${figure} 百万。`,
  ];
  expect(near(saying(...text('100')), saying(...text('200')))).toEqual([]);
  expect(near(saying(...text('100')), saying(...text('100'), { as_of: '2022' }))).toEqual([]);
  expect(near(saying(...text('100')), saying(...text('100')))).toHaveLength(1);
});
