import type { Fact, Source } from '../fact.ts';
import { firstDay, lastDay, type Period } from '../period.ts';
import type { Finding } from './finding.ts';

/** What may speak of the time after its source: intentions, expectations, and rules that take effect later. */
const ahead: ReadonlySet<Fact['kind']> = new Set(['plan', 'forecast', 'rule']);

/** Dates that cannot be: a fact that speaks of the time after its source, or was added before the source came out. */
export function impossibleDates(fact: Fact, source: Source): Finding[] {
  const added = { item: fact, path: ['added'], cure: 'write the day on which it was added' };
  const tooOld = { ...added, what: `added on ${fact.added}, before its source of ${source.published}` };
  const periods: [Finding['path'], Period | undefined][] = [
    [['as_of'], fact.as_of],
    ...fact.figures.map(({ period }, index): [Finding['path'], Period | undefined] => [
      ['figures', index, 'period'],
      period,
    ]),
  ];
  const tooNew = periods
    .filter(([, period]) => period !== undefined && beginOfEnd(period) > lastDay(source.published))
    .map(([path, period]) => ({
      item: fact,
      path,
      what: `speaks of ${period}, after its source of ${source.published}`,
      cure: 'correct the time, or make it a plan or a forecast',
    }));
  return [...(ahead.has(fact.kind) ? [] : tooNew), ...(fact.added < firstDay(source.published) ? [tooOld] : [])];
}

/** A year or month that has begun when the source appears is its present: 2024 in a source of August 2024. */
function beginOfEnd(period: Period): string {
  return firstDay(period.split('/').at(-1) ?? period);
}
