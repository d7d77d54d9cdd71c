/** The time a statement speaks of: `2024`, `2024-08`, `2024-08-27`, or two of them, `2014/2023`, both ends included. */
export type Period = string;

const point = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Whether a text is a well-formed period whose days exist and whose end is not before its start. */
export function isPeriod(text: string): boolean {
  const ends = text.split('/');
  if (ends.length > 2 || !ends.every(isPoint)) return false;
  const [from = '', to = from] = ends;
  return firstDay(from) <= lastDay(to);
}

/** The first day of a period, as YYYY-MM-DD. */
export function firstDay(period: Period): string {
  const [from = ''] = period.split('/');
  return `${from}-01-01`.slice(0, 10);
}

/** The last day of a period, as YYYY-MM-DD: what facts are ordered by, newest first. */
export function lastDay(period: Period): string {
  const to = period.split('/').at(-1) ?? '';
  if (to.length === 4) return `${to}-12-31`;
  // Day 0 of the next month is the last of this one; Temporal would take ten times as long, and every answer sorts by this.
  return to.length === 7
    ? `${to}-${new Date(Date.UTC(Number(to.slice(0, 4)), Number(to.slice(5)), 0)).getUTCDate()}`
    : to;
}

/** The years a period touches. */
export function yearsOf(period: Period): number[] {
  const from = Number(firstDay(period).slice(0, 4));
  const to = Number(lastDay(period).slice(0, 4));
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The years that an English text names. */
export function yearsNamed(text: string): number[] {
  return (text.match(/\b(?:19|20)\d\d\b/g) ?? []).map(Number);
}

function isPoint(text: string): boolean {
  if (!point.test(text)) return false;
  if (text.length < 10) return true;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}
