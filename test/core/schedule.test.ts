import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstWindow, isZone, latestSlot, nextSlot, nextSlots, suggestZones } from '../../src/core/schedule.ts';
import type { Rhythm, Schedule, Weekday } from '../../src/core/subscription.ts';

const everyDay: Rhythm = { kind: 'weekly', days: [1, 2, 3, 4, 5, 6, 7] };
const weekdays: Rhythm = { kind: 'weekly', days: [1, 2, 3, 4, 5] };
const on = (...days: Weekday[]): Rhythm => ({ kind: 'weekly', days });

const utc = (text: string) => Temporal.Instant.from(`${text}Z`).epochMilliseconds;
const inUtc = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toString().slice(0, 16);
const local = (at: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

describe('the next slots of a schedule', () => {
  test.for<[string, Schedule, string, string[]]>([
    [
      'Monday 09:00 in Berlin stays 09:00 when summer time ends',
      { rhythm: on(1), time: '09:00', zone: 'Europe/Berlin' },
      '2026-10-12T07:00',
      ['2026-10-19T07:00', '2026-10-26T08:00', '2026-11-02T08:00'],
    ],
    [
      '02:30 in Berlin, which is skipped in March, runs at 03:30',
      { rhythm: everyDay, time: '02:30', zone: 'Europe/Berlin' },
      '2026-03-28T01:29',
      ['2026-03-28T01:30', '2026-03-29T01:30', '2026-03-30T00:30'],
    ],
    [
      '02:30 in Berlin, which occurs twice in October, runs the first time alone',
      { rhythm: everyDay, time: '02:30', zone: 'Europe/Berlin' },
      '2026-10-24T12:00',
      ['2026-10-25T00:30', '2026-10-26T01:30'],
    ],
    [
      '02:30 in New York, which is skipped in March, runs at 03:30',
      { rhythm: on(7), time: '02:30', zone: 'America/New_York' },
      '2026-03-02T00:00',
      ['2026-03-08T07:30', '2026-03-15T06:30'],
    ],
    [
      '01:30 in New York, which occurs twice in November, runs the first time alone',
      { rhythm: everyDay, time: '01:30', zone: 'America/New_York' },
      '2026-10-31T12:00',
      ['2026-11-01T05:30', '2026-11-02T06:30'],
    ],
    [
      'the half hour that Lord Howe skips is made up for by half an hour',
      { rhythm: everyDay, time: '02:15', zone: 'Australia/Lord_Howe' },
      '2026-10-03T00:00',
      ['2026-10-03T15:45', '2026-10-04T15:15'],
    ],
    [
      'the half hour that Lord Howe has twice runs once',
      { rhythm: everyDay, time: '01:45', zone: 'Australia/Lord_Howe' },
      '2026-04-04T00:00',
      ['2026-04-04T14:45', '2026-04-05T15:15'],
    ],
    [
      'midnight in Santiago, which is skipped in September, runs at one',
      { rhythm: everyDay, time: '00:00', zone: 'America/Santiago' },
      '2026-09-05T05:00',
      ['2026-09-06T04:00', '2026-09-07T03:00'],
    ],
    [
      'Kathmandu is five hours and 45 minutes ahead',
      { rhythm: weekdays, time: '09:00', zone: 'Asia/Kathmandu' },
      '2026-11-20T00:00',
      ['2026-11-20T03:15', '2026-11-23T03:15', '2026-11-24T03:15'],
    ],
    [
      'Volgograd gave up an hour for good in December 2020',
      { rhythm: on(7), time: '09:00', zone: 'Europe/Volgograd' },
      '2020-12-19T00:00',
      ['2020-12-20T05:00', '2020-12-27T06:00', '2021-01-03T06:00'],
    ],
    [
      'the Friday that Samoa left out in 2011 runs when Samoa is back, on Saturday, and once',
      { rhythm: on(5, 6), time: '09:00', zone: 'Pacific/Apia' },
      '2011-12-29T00:00',
      ['2011-12-30T19:00', '2012-01-05T19:00'],
    ],
    [
      'a monthly digest on day 31 comes on the last day of every month, leap years included',
      { rhythm: { kind: 'monthly', day: 31 }, time: '09:00', zone: 'UTC' },
      '2027-12-31T09:00',
      ['2028-01-31T09:00', '2028-02-29T09:00', '2028-03-31T09:00', '2028-04-30T09:00'],
    ],
    [
      'a monthly digest on day 29 comes on 28 February where there is no 29th',
      { rhythm: { kind: 'monthly', day: 29 }, time: '09:00', zone: 'UTC' },
      '2027-01-29T09:00',
      ['2027-02-28T09:00', '2027-03-29T09:00'],
    ],
    [
      'a fortnightly digest keeps to the weeks of its anchor across the change of the clocks',
      { rhythm: { kind: 'fortnightly', days: [1, 4], anchor: '2026-03-18' }, time: '09:00', zone: 'Europe/Berlin' },
      '2026-03-16T08:00',
      ['2026-03-19T08:00', '2026-03-30T07:00', '2026-04-02T07:00', '2026-04-13T07:00'],
    ],
    [
      'a fortnightly digest counts its weeks back from an anchor to come',
      { rhythm: { kind: 'fortnightly', days: [7], anchor: '2027-01-04' }, time: '09:00', zone: 'UTC' },
      '2026-11-23T00:00',
      ['2026-11-29T09:00', '2026-12-13T09:00', '2026-12-27T09:00', '2027-01-10T09:00'],
    ],
  ])('%s', ([, schedule, after, slots]) => {
    expect(nextSlots(schedule, utc(after), slots.length).map(inUtc)).toEqual(slots);
  });
});

test('the Friday that Samoa left out is still to come in the first hours of its Saturday', () => {
  const schedule: Schedule = { rhythm: on(5), time: '09:00', zone: 'Pacific/Apia' };
  expect(inUtc(nextSlot(schedule, utc('2011-12-30T11:00')))).toBe('2011-12-30T19:00');
});

describe('the slot before', () => {
  const schedule: Schedule = { rhythm: weekdays, time: '09:00', zone: 'Europe/Berlin' };

  test.for<[string, string, string, string | undefined]>([
    ['the slot itself, at its instant', '2026-11-23T08:00', '2026-11-01T00:00', '2026-11-23T08:00'],
    ["Friday's, before Monday's", '2026-11-23T07:59', '2026-11-01T00:00', '2026-11-20T08:00'],
    ['none where the latest is before the bound', '2026-11-23T07:59', '2026-11-20T08:01', undefined],
    ['the one at the bound', '2026-11-23T07:59', '2026-11-20T08:00', '2026-11-20T08:00'],
  ])('is %s', ([, at, notBefore, slot]) => {
    expect(latestSlot(schedule, utc(at), utc(notBefore))).toBe(slot && utc(slot));
  });

  test('a midnight that has struck counts, though the clocks were set back into the day before', () => {
    const stJohns: Schedule = { rhythm: everyDay, time: '00:00', zone: 'America/St_Johns' };
    // At 00:01 on 29 October 2006 the clocks went back to 23:01 on the 28th.
    expect(inUtc(latestSlot(stJohns, utc('2006-10-29T02:45'), 0) ?? 0)).toBe('2006-10-29T02:30');
  });

  test("the first digest covers one period: a week for Monday's, three days for Monday's of the weekdays", () => {
    const monday = utc('2026-11-23T08:00');
    expect(firstWindow({ ...schedule, rhythm: on(1) }, monday)).toEqual({ from: utc('2026-11-16T08:00'), to: monday });
    expect(firstWindow(schedule, monday)).toEqual({ from: utc('2026-11-20T08:00'), to: monday });
  });
});

const anyDays = fc
  .uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 })
  .map((days): readonly Weekday[] => days);
const anyDate = fc
  .date({ min: new Date('1975-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyRhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.record({ kind: fc.constant('weekly'), days: anyDays }),
  fc.record({ kind: fc.constant('fortnightly'), days: anyDays, anchor: anyDate }),
  fc.record({ kind: fc.constant('monthly'), day: fc.integer({ min: 1, max: 31 }) }),
);
const two = (value: number) => String(value).padStart(2, '0');
const anyTime = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
const anySchedule: fc.Arbitrary<Schedule> = fc.record({
  rhythm: anyRhythm,
  time: anyTime,
  zone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
});

/** Instants of all the years, and half of them within two days of a change of the zone's clocks. */
function anyCase(): fc.Arbitrary<{ schedule: Schedule; after: number }> {
  const instant = fc.integer({ min: utc('1975-01-01T00:00'), max: utc('2060-01-01T00:00') });
  const near = fc.integer({ min: -172_800_000, max: 172_800_000 });
  return fc.tuple(anySchedule, instant, fc.boolean(), near).map(([schedule, at, isNear, by]) => {
    const change = isNear ? local(at, schedule.zone).getTimeZoneTransition('next') : null;
    return { schedule, after: change ? change.epochMilliseconds + by : at };
  });
}

function isOnRhythm(rhythm: Rhythm, day: Temporal.PlainDate): boolean {
  if (rhythm.kind === 'monthly') return day.day === Math.min(rhythm.day, day.daysInMonth);
  if (!rhythm.days.some((weekday) => weekday === day.dayOfWeek)) return false;
  if (rhythm.kind === 'weekly') return true;
  const mondayOf = (date: Temporal.PlainDate) => date.subtract({ days: date.dayOfWeek - 1 });
  return (mondayOf(Temporal.PlainDate.from(rhythm.anchor)).until(mondayOf(day)).days / 7) % 2 === 0;
}

/** Every slot of three months, the plain way: day by day. */
function slotsDayByDay({ rhythm, time, zone }: Schedule, after: number): number[] {
  const first = local(after, zone).toPlainDate().subtract({ days: 3 });
  const days = Array.from({ length: 95 }, (_, index) => first.add({ days: index }));
  const slots = days
    .filter((day) => isOnRhythm(rhythm, day))
    .map((day) => day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
  return [...new Set(slots)].filter((slot) => slot > after);
}

describe('in every zone and year', () => {
  test('the next slots are those that a look at every single day finds', () => {
    fc.assert(
      fc.property(anyCase(), ({ schedule, after }) => {
        const expected = slotsDayByDay(schedule, after).slice(0, 3);
        expect(nextSlots(schedule, after, expected.length)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('slots come one after the other, on the rhythm, never two on a day, and at the wall-clock time but in a gap', () => {
    fc.assert(
      fc.property(anyCase(), ({ schedule, after }) => {
        const { time, zone } = schedule;
        const slots = nextSlots(schedule, after, 5);
        expect(new Set(slots.map((slot) => local(slot, zone).toPlainDate().toString())).size).toBe(5);
        let before = after;
        for (const slot of slots) {
          expect(slot).toBeGreaterThan(before);
          expect(nextSlot(schedule, before)).toBe(slot);
          before = slot;
          const wall = local(slot, zone);
          if (wall.toPlainTime().toString().slice(0, 5) === time && isOnRhythm(schedule.rhythm, wall.toPlainDate()))
            continue;
          // Elsewhere only where the clocks were set forward over the wanted time: less than a day and a half before.
          const change = wall.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
          expect(change && wall.since(change).total('hours')).toBeLessThan(36);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the slot before an instant is the one after which the next slot is after it', () => {
    fc.assert(
      fc.property(anyCase(), ({ schedule, after }) => {
        const latest = latestSlot(schedule, after, Number.NEGATIVE_INFINITY) ?? Number.NaN;
        expect(latest).toBeLessThanOrEqual(after);
        expect(nextSlot(schedule, latest - 1)).toBe(latest);
        expect(nextSlot(schedule, latest)).toBeGreaterThan(after);
        expect(latestSlot(schedule, after, latest + 1)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });
});

describe('zones', () => {
  test.each(['Europe/Berlin', 'asia/shanghai', 'Asia/Kathmandu', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+5'])(
    '%s is a zone',
    (zone) => expect(isZone(zone)).toBe(true),
  );

  test.each([
    'Berlin',
    'EST',
    'CET',
    '+08:00',
    'Asia/Beijing',
    'Mars/Phobos',
    '2026-01-01T00:00[Europe/Berlin]',
    '',
    '../x',
  ])('%s is none', (zone) => expect(isZone(zone)).toBe(false));

  test.each([
    ['Beijing', 'Asia/Shanghai'],
    ['Asia/Beijing', 'Asia/Shanghai'],
    ['北京', 'Asia/Shanghai'],
    ['上海', 'Asia/Shanghai'],
    ['柏林', 'Europe/Berlin'],
    ['紐約', 'America/New_York'],
    ['new york', 'America/New_York'],
    ['New_York', 'America/New_York'],
    ['europe/berlin', 'Europe/Berlin'],
    ['Berln', 'Europe/Berlin'],
    ['Belrin', 'Europe/Berlin'],
    ['Bejing', 'Asia/Shanghai'],
    ['CET', 'Europe/Berlin'],
    ['pst', 'America/Los_Angeles'],
    ['Kathm', 'Asia/Kathmandu'],
    ['Calcutta', 'Asia/Kolkata'],
    ['San Francisco', 'America/Los_Angeles'],
    ['Europe/Munich', 'Europe/Berlin'],
    ['gmt', 'UTC'],
  ])('%s suggests %s first', (text, zone) => {
    expect(suggestZones(text)[0]).toBe(zone);
  });

  test.each(['', '  ', 'qqqqqq', '火星'])('%j suggests nothing', (text) => {
    expect(suggestZones(text)).toEqual([]);
  });

  test('an ambiguous abbreviation suggests each zone that it may mean', () => {
    expect(suggestZones('CST')).toEqual(expect.arrayContaining(['America/Chicago', 'Asia/Shanghai']));
  });

  test('whatever is typed, at most five suggestions come, each of them a zone', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 4 })), (text) => {
        const zones = suggestZones(text);
        expect(zones.length).toBeLessThanOrEqual(5);
        expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
      }),
    );
  });
});
