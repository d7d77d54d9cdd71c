import { latestSlot, nextSlot } from './schedule.ts';
import type { Subscription } from './subscription.ts';

/** Half a day: slots are at least 22 hours apart, so a slot that a new rule of the zone has moved is looked for this far back. */
const halfDay = 12 * 3_600_000;

/**
 * What is to be planned for a subscription at an instant: the delivery of `slot`, after which `next` is awaited,
 * or nothing yet where the zone's rules have moved the slot to `next`.
 */
export type Due =
  | {
      readonly kind: 'due';
      readonly slot: number;
      readonly window: { from: number; to: number };
      readonly next: number;
    }
  | { readonly kind: 'moved'; readonly next: number };

/**
 * The slot to plan for a subscription whose `next` has come. Of several missed slots it is the latest alone, and its window begins where
 * the last covered one ended: after a week asleep or a month's pause there is one digest, not many.
 */
export function dueSlot(subscription: Subscription, now: number): Due {
  const { schedule, next, windowFrom } = subscription;
  const upcoming = nextSlot(schedule, next - halfDay);
  if (upcoming > now) return { kind: 'moved', next: upcoming };
  // A slot that a new rule has moved to before `next` stands as it was promised.
  const slot = latestSlot(schedule, now, next) ?? next;
  return { kind: 'due', slot, window: { from: windowFrom, to: slot }, next: nextSlot(schedule, slot) };
}

/** The subscription active again from an instant on. What was new while it was paused comes with its next slot; no missed one is made up for. */
export function resumed(subscription: Subscription, now: number): Subscription {
  return { ...subscription, status: 'active', pause: undefined, next: nextSlot(subscription.schedule, now) };
}
