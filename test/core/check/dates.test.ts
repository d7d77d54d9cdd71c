import { expect, test } from 'vitest';
import { impossibleDates } from '../../../src/core/check/dates.ts';
import type { Fact } from '../../../src/core/fact.ts';
import { fact, said, source } from './sample.ts';

function wrong(changes: Partial<Fact>, published = source.published): string[] {
  return said(impossibleDates(fact({ figures: [], ...changes }), { ...source, published }));
}

test.each(['2024', '2024-08', '2014/2024', '2024-08-27', '2023-12/2024-08'])(
  'in August 2024 a source can speak of %s',
  (as_of) => {
    expect(wrong({ as_of })).toEqual([]);
  },
);

test.each(['2025', '2024-09', '2024-08-28', '2024/2026'])(
  'a source of 27 August 2024 cannot tell what was in %s',
  (as_of) => {
    expect(wrong({ as_of })).toEqual([`as_of: speaks of ${as_of}, after its source of 2024-08-27`]);
  },
);

test('a source of which only the month or the year is known has all of it', () => {
  expect(wrong({ as_of: '2024-08-31' }, '2024-08')).toEqual([]);
  expect(wrong({ as_of: '2024-12' }, '2024')).toEqual([]);
  expect(wrong({ as_of: '2025-01' }, '2024')).toHaveLength(1);
});

test.each(['plan', 'forecast', 'rule'] as const)('a %s may speak of the time after its source', (kind) => {
  expect(wrong({ kind, as_of: '2026' })).toEqual([]);
});

test('the period of a figure is held to the same', () => {
  const figures = [{ of: 'china', value: 1, unit: { en: 'USD', zh: 'USD' }, period: '2026' }];
  expect(wrong({ figures })).toEqual(['figures.0.period: speaks of 2026, after its source of 2024-08-27']);
});

test('a fact cannot be added before its source came out', () => {
  expect(wrong({ added: '2024-08-26' })).toEqual(['added: added on 2024-08-26, before its source of 2024-08-27']);
  expect(wrong({ added: '2024-08-27' })).toEqual([]);
});
