import type { Place } from './ask.ts';
import type { Pace } from './digest-wish.ts';
import type { Lang } from './lang.ts';
import { firstWindow, nextSlot } from './schedule.ts';
import type { Rhythm, Schedule, Subscription } from './subscription.ts';

/** A wish with nothing left open. */
export interface WholeWish {
  readonly pace: Pace;
  readonly time: string;
  readonly zone: string;
  readonly topics: readonly string[];
  readonly lang: Lang;
  readonly quiet: Subscription['quiet'];
}

/** What a wish is where nothing is said: once a week, on every topic, and a period without anything to tell is not passed over in silence. */
export const defaults = { pace: { kind: 'weekly', days: [1] }, time: '09:00', zone: 'UTC', quiet: 'say-so' } as const;

/** Who makes a subscription, for which channel, and when (milliseconds UTC). */
export interface Making {
  readonly id: string;
  readonly place: Pick<Place, 'platform' | 'workspace' | 'channel'>;
  readonly madeBy: string;
  readonly now: number;
}

/** An active subscription whose first digest comes at its next slot and covers the one period before it. */
export function makeSubscription(wish: WholeWish, { id, place, madeBy, now }: Making): Subscription {
  const { topics, lang, quiet } = wish;
  const schedule = scheduleFor(wish, now);
  const next = nextSlot(schedule, now);
  return {
    id,
    platform: place.platform,
    workspace: place.workspace,
    channel: place.channel,
    topics,
    lang,
    schedule,
    quiet,
    madeBy,
    madeAt: now,
    status: 'active',
    next,
    windowFrom: firstWindow(schedule, next).from,
  };
}

/** The schedule of a wish. A fortnightly one counts from the first of its days after `now`, so that the first digest comes soon. */
export function scheduleFor({ pace, time, zone }: Pick<WholeWish, 'pace' | 'time' | 'zone'>, now: number): Schedule {
  if (pace.kind !== 'fortnightly') return { rhythm: pace, time, zone };
  const first = nextSlot({ rhythm: { kind: 'weekly', days: pace.days }, time, zone }, now);
  const anchor = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(zone).toPlainDate().toString();
  return { rhythm: { ...pace, anchor }, time, zone };
}

/** The pace of a rhythm: the wish that it came from. */
export function paceOfRhythm(rhythm: Rhythm): Pace {
  return rhythm.kind === 'fortnightly' ? { kind: rhythm.kind, days: rhythm.days } : rhythm;
}

/** Whether a subscription comes round as often, at the same time and in the same zone as a wish. */
export function hasSchedule({ schedule }: Subscription, wish: Pick<WholeWish, 'pace' | 'time' | 'zone'>): boolean {
  const { time, zone, rhythm } = schedule;
  const pace = paceOfRhythm(rhythm);
  return (
    time === wish.time && zone === wish.zone && JSON.stringify(canonical(pace)) === JSON.stringify(canonical(wish.pace))
  );
}

/** A pace as a list, so that the order of fields and days makes no difference. */
function canonical(pace: Pace): readonly unknown[] {
  return pace.kind === 'monthly' ? [pace.kind, pace.day] : [pace.kind, ...[...new Set(pace.days)].toSorted()];
}

/** Whether a subscription is what a wish asks for already. */
export function fulfils(subscription: Subscription, wish: WholeWish): boolean {
  const { topics, lang, quiet } = subscription;
  const sameTopics = topics.toSorted().join() === wish.topics.toSorted().join();
  return sameTopics && lang === wish.lang && quiet === wish.quiet && hasSchedule(subscription, wish);
}
