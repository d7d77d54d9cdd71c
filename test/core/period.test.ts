import fc from 'fast-check';
import { expect, test } from 'vitest';
import { showPeriod } from '../../src/core/dates.ts';
import { firstDay, isPeriod, lastDay, yearsOf } from '../../src/core/period.ts';

test.each([
  ['2024', '2024-01-01', '2024-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023-02', '2023-02-01', '2023-02-28'],
  ['2024-08-27', '2024-08-27', '2024-08-27'],
  ['2014/2023', '2014-01-01', '2023-12-31'],
  ['2023-06/2023-12', '2023-06-01', '2023-12-31'],
])('%s lasts from %s to %s', (period, first, last) => {
  expect(isPeriod(period)).toBe(true);
  expect([firstDay(period), lastDay(period)]).toEqual([first, last]);
});

test.each(['', '24', '2024-13', '2024-02-30', '2023-02-29', '2023/2014', '2014/2020/2023', 'soon', '2024-8'])(
  '%j is refused as a date',
  (period) => {
    expect(isPeriod(period)).toBe(false);
  },
);

test('a period touches every year from its first day to its last', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9000 }), fc.nat(50), (from, length) => {
      const years = yearsOf(`${from}/${from + length}`);
      expect(years).toHaveLength(length + 1);
      expect(years.at(-1)).toBe(from + length);
    }),
  );
});

test.each([
  ['2024-08-27', '27 Aug 2024', '2024 年 8 月 27 日'],
  ['2024-08', 'Aug 2024', '2024 年 8 月'],
  ['2014/2023', '2014–2023', '2014 至 2023 年'],
  ['2023-06/2023-12', 'Jun 2023–Dec 2023', '2023 年 6 月至 2023 年 12 月'],
  ['2023/2023', '2023', '2023 年'],
])('people read %s as %s and as %s', (period, en, zh) => {
  expect([showPeriod(period, 'en'), showPeriod(period, 'zh')]).toEqual([en, zh]);
});
