import type { Rhythm, Schedule } from './subscription.ts';

export { isZone, suggestZones } from './zones.ts';

/**
 * The first slot strictly after an instant. Instants are milliseconds UTC.
 * A wall-clock time that a change of the clocks skips runs where Temporal's `compatible` puts it (02:30 becomes 03:30); one that occurs twice runs the first time.
 * Throws a RangeError for a zone, time or rhythm that is none.
 */
export function nextSlot(schedule: Schedule, after: number): number {
  // From the day before: where a whole day was skipped at the date line, yesterday's slot stands today.
  let day = nearestDay(schedule.rhythm, localDay(schedule, after).subtract({ days: 1 }), 1);
  for (;;) {
    const slot = instantOn(schedule, day);
    if (slot > after) return slot;
    day = nearestDay(schedule.rhythm, day.add({ days: 1 }), 1);
  }
}

/** The next `count` slots strictly after an instant, in order. */
export function nextSlots(schedule: Schedule, after: number, count: number): number[] {
  const slots: number[] = [];
  while (slots.length < count) slots.push(nextSlot(schedule, slots.at(-1) ?? after));
  return slots;
}

/** The latest slot at or before an instant, or undefined where that is before `notBefore`. */
export function latestSlot(schedule: Schedule, atOrBefore: number, notBefore: number): number | undefined {
  const slot = slotAtOrBefore(schedule, atOrBefore);
  return slot >= notBefore ? slot : undefined;
}

/** The half-open window of a new subscription's first digest: the one period before its first slot. */
export function firstWindow(schedule: Schedule, firstSlot: number): { from: number; to: number } {
  return { from: slotAtOrBefore(schedule, firstSlot - 1), to: firstSlot };
}

function slotAtOrBefore(schedule: Schedule, at: number): number {
  // From the day after: clocks set back over midnight show yesterday's date when today's first slot is past.
  let day = nearestDay(schedule.rhythm, localDay(schedule, at).add({ days: 1 }), -1);
  for (;;) {
    const slot = instantOn(schedule, day);
    if (slot <= at) return slot;
    day = nearestDay(schedule.rhythm, day.subtract({ days: 1 }), -1);
  }
}

function localDay(schedule: Schedule, at: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(schedule.zone).toPlainDate();
}

function instantOn({ zone, time }: Schedule, day: Temporal.PlainDate): number {
  return day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

/** The rhythm's day nearest to `day`, itself included, looking forward (1) or back (-1). */
function nearestDay(rhythm: Rhythm, day: Temporal.PlainDate, direction: 1 | -1): Temporal.PlainDate {
  if (rhythm.kind === 'monthly') return nearestOfMonth(rhythm.day, day, direction);
  const { length, position } = cycleAt(rhythm, day);
  const steps = rhythm.days.map((weekday) => remainder((weekday - 1 - position) * direction, length));
  return day.add({ days: Math.min(...steps) * direction });
}

/** `with` keeps to the month: day 31 of April is its last day. */
function nearestOfMonth(dayOfMonth: number, day: Temporal.PlainDate, direction: 1 | -1): Temporal.PlainDate {
  const inMonth = day.with({ day: dayOfMonth });
  if (Temporal.PlainDate.compare(inMonth, day) * direction >= 0) return inMonth;
  return day.with({ day: 1 }).add({ months: direction }).with({ day: dayOfMonth });
}

/** Where a day stands in the rhythm's cycle, which begins on a Monday: in its week, or in the two weeks counted from the anchor's. */
function cycleAt(rhythm: Exclude<Rhythm, { kind: 'monthly' }>, day: Temporal.PlainDate) {
  if (rhythm.kind === 'weekly') return { length: 7, position: day.dayOfWeek - 1 };
  const anchor = Temporal.PlainDate.from(rhythm.anchor);
  const days = anchor.subtract({ days: anchor.dayOfWeek - 1 }).until(day).days;
  return { length: 14, position: remainder(days, 14) };
}

/** The remainder of a division, never negative. */
function remainder(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
