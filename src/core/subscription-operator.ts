import { hash } from './delivery-id.ts';
import { resumed } from './delivery-plan.ts';
import { operator } from './digest-overview.ts';
import { nextSlot } from './schedule.ts';
import type { Subscription } from './subscription.ts';
import { hasSchedule, makeSubscription, scheduleFor, type WholeWish } from './subscription-make.ts';

/** A digest that the operator's configuration asks for. */
export interface OperatorDigest extends WholeWish {
  /** What it is known by from start to start: its id in the file, or its channel and place among that channel's digests. */
  readonly key: string;
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
}

/** What is to be written to the state, and what removed from it. */
export interface Sync {
  readonly put: readonly Subscription[];
  readonly remove: readonly string[];
}

/** The id of the operator's subscription with a key: always the same, at most twelve characters. */
export function operatorId(key: string): string {
  return `op-${hash(key, 2)}`;
}

/**
 * What makes the operator's subscriptions in the state those of the configuration. Those of people are not touched.
 * One that is unchanged keeps its next slot, window and pause; one with another schedule gets its next slot from it, and its window goes on;
 * one that was paused because of its channel starts again in another.
 */
export function operatorSubscriptions(
  entries: readonly OperatorDigest[],
  existing: readonly Subscription[],
  now: number,
): Sync {
  const known = new Map(existing.filter(({ madeBy }) => madeBy === operator).map((one) => [one.id, one]));
  const wanted = entries.map((entry) => ({ id: operatorId(entry.key), entry }));
  const ids = new Set(wanted.map(({ id }) => id));
  const put = wanted.flatMap(({ id, entry }) => {
    const before = known.get(id);
    if (!before) return [makeSubscription(entry, { id, place: entry, madeBy: operator, now })];
    const after = updated(before, entry, now);
    return JSON.stringify(after) === JSON.stringify(before) ? [] : [after];
  });
  return { put, remove: [...known.keys()].filter((id) => !ids.has(id)) };
}

function updated(before: Subscription, entry: OperatorDigest, now: number): Subscription {
  const { platform, workspace, channel, topics, lang, quiet } = entry;
  const changed = { ...before, platform, workspace, channel, topics, lang, quiet };
  const timed = hasSchedule(before, entry) ? changed : rescheduled(changed, entry, now);
  const isMoved = before.platform !== platform || before.workspace !== workspace || before.channel !== channel;
  return isMoved && timed.status === 'paused' ? resumed(timed, now) : timed;
}

function rescheduled(subscription: Subscription, entry: OperatorDigest, now: number): Subscription {
  const schedule = scheduleFor(entry, now);
  return { ...subscription, schedule, next: nextSlot(schedule, now) };
}
