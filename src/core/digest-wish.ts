import type { Topic } from './glossary.ts';
import type { Lang } from './lang.ts';
import type { Rhythm, Subscription, Weekday } from './subscription.ts';
import type { Mark } from './subscription-marks.ts';
import { clockTime } from './subscription-time-words.ts';

/** How often, before it is known from which week on: a rhythm without its anchor. */
export type Pace =
  | Exclude<Rhythm, { kind: 'fortnightly' }>
  | { readonly kind: 'fortnightly'; readonly days: readonly Weekday[] };

/** A wish for digests. Without a zone, language or `quiet` it takes those of who wishes; no topics are all of them. */
export interface Wish {
  readonly pace: Pace;
  readonly time: string;
  readonly zone?: string | undefined;
  readonly topics: readonly string[];
  readonly lang?: Lang | undefined;
  readonly quiet?: Subscription['quiet'] | undefined;
}

/** As much of a wish as was understood. */
export interface Heard extends Omit<Wish, 'pace' | 'time'> {
  readonly pace?: Pace | undefined;
  readonly time?: string | undefined;
}

type Part = 'time' | 'zone' | 'lang' | 'quiet' | 'month-day';

/** Why a wish is not clear. `near` and `zones` are what may be meant; `said` is safe to show. */
export type Doubt =
  | { readonly kind: 'missing'; readonly what: 'day' | 'weekday' | 'month-day' | 'time' | 'zone' }
  | { readonly kind: 'several'; readonly what: Part }
  | { readonly kind: 'weekday-of-month' | 'no-time' | 'too-long' }
  | { readonly kind: 'no-zone'; readonly zones: readonly string[] }
  | {
      readonly kind: 'unknown';
      readonly said: string;
      readonly near?: string | undefined;
      readonly zones: readonly string[];
    };

/** A whole wish, or what is to be cleared up with as much as was understood. */
export type WishRead =
  | { readonly kind: 'wish'; readonly wish: Wish }
  | { readonly kind: 'unclear'; readonly doubts: readonly Doubt[]; readonly heard: Heard };

/**
 * A wish with the zone of the person's profile where it names none itself. Where neither is known, the zone is missing too, but for a
 * wish whose zone is in doubt already.
 */
export function withZone(read: WishRead, profile: string | undefined): WishRead {
  const heard = read.kind === 'wish' ? read.wish : read.heard;
  const doubts = read.kind === 'wish' ? [] : read.doubts;
  const isDoubted = doubts.some((doubt) => ('zones' in doubt && doubt.zones.length > 0) || isAboutZone(doubt));
  const zone = heard.zone ?? (isDoubted ? undefined : profile);
  if (zone !== undefined) {
    return read.kind === 'wish'
      ? { kind: 'wish', wish: { ...read.wish, zone } }
      : { ...read, heard: { ...heard, zone } };
  }
  return { kind: 'unclear', doubts: isDoubted ? doubts : [...doubts, { kind: 'missing', what: 'zone' }], heard };
}

function isAboutZone(doubt: Doubt): boolean {
  return doubt.kind === 'no-zone' || (doubt.kind === 'several' && doubt.what === 'zone');
}

interface Settling {
  /** The topics in the order in which they are listed. */
  readonly topics: readonly Topic[];
  /** The doubt about the unknown words at an index. */
  readonly doubtOf: (said: string, index: number) => Doubt;
}

/** Puts the marks of a wish together. */
export function settle(marks: readonly Mark[], { topics, doubtOf }: Settling): WishRead {
  const doubts: Doubt[] = [
    ...of(marks, 'unknown').map(({ said }, index) => doubtOf(said, index)),
    ...of(marks, 'no-zone'),
  ];
  const { pace, hours } = paceOf(marks, doubts);
  const heard = {
    pace,
    time: timeOf(marks, hours, doubts),
    zone: only(
      'zone',
      of(marks, 'zone').map((mark) => mark.zone),
      doubts,
    ),
    topics: topicsOf(marks, topics),
    lang: only(
      'lang',
      of(marks, 'lang').map((mark) => mark.lang),
      doubts,
    ),
    quiet: only(
      'quiet',
      of(marks, 'quiet').map((mark) => mark.quiet),
      doubts,
    ),
  };
  const { time } = heard;
  if (doubts.length > 0 || !pace || !time) return { kind: 'unclear', doubts, heard };
  return { kind: 'wish', wish: { ...heard, pace, time } };
}

function of<K extends Mark['kind']>(marks: readonly Mark[], kind: K): Extract<Mark, { kind: K }>[] {
  return marks.filter((mark): mark is Extract<Mark, { kind: K }> => mark.kind === kind);
}

/** The one value that was said; a doubt where several were. */
function only<T>(what: Part, values: readonly T[], doubts: Doubt[]): T | undefined {
  const [value, ...others] = new Set(values);
  if (others.length > 0) doubts.push({ kind: 'several', what });
  return others.length > 0 ? undefined : value;
}

/** How often; `hours` are the numbers that are not the day of a month. */
function paceOf(marks: readonly Mark[], doubts: Doubt[]): { pace: Pace | undefined; hours: number[] } {
  const numbers = of(marks, 'number').map((mark) => mark.value);
  const every = new Set(of(marks, 'every').map((mark) => mark.every));
  const days = [...new Set(of(marks, 'days').flatMap((mark) => mark.days))].toSorted((a, b) => a - b);
  const monthDays = of(marks, 'month-day').map((mark) => mark.day);
  if (!every.has('monthly') && monthDays.length === 0) {
    if (days.length > 0)
      return { pace: { kind: every.has('fortnightly') ? 'fortnightly' : 'weekly', days }, hours: numbers };
    doubts.push({ kind: 'missing', what: every.size > 0 ? 'weekday' : 'day' });
    return { pace: undefined, hours: numbers };
  }
  if (days.length > 0) {
    doubts.push({ kind: 'weekday-of-month' });
    return { pace: undefined, hours: numbers };
  }
  const first = monthDays.length === 0 ? numbers.slice(0, 1) : [];
  const hours = numbers.slice(first.length);
  const day = only('month-day', [...monthDays, ...first], doubts);
  if (day !== undefined && day >= 1 && day <= 31) return { pace: { kind: 'monthly', day }, hours };
  if (monthDays.length === 0) doubts.push({ kind: 'missing', what: 'month-day' });
  return { pace: undefined, hours };
}

function timeOf(marks: readonly Mark[], hours: readonly number[], doubts: Doubt[]): string | undefined {
  const times = [...of(marks, 'time').map((mark) => mark.time), ...hours.map((hour) => clockTime(hour, 0))];
  if (times.length === 0) doubts.push({ kind: 'missing', what: 'time' });
  if (times.includes(undefined)) doubts.push({ kind: 'no-time' });
  else return only('time', times, doubts);
  return undefined;
}

/** The topics that were named, in the order in which topics are listed; none for all. */
function topicsOf(marks: readonly Mark[], topics: readonly Topic[]): string[] {
  const said = of(marks, 'topics').map((mark) => mark.topics);
  if (said.includes('all')) return [];
  const named = new Set(said.flat());
  return topics.map((topic) => topic.id).filter((id) => named.has(id));
}
