import { type Due, dueSlot, resumed } from './delivery-plan.ts';
import { composeDigest, type Digest } from './digest.ts';
import type { Store } from './store.ts';
import type { Subscription } from './subscription.ts';

/** What a preview needs besides the subscription: the facts, what its channel was told or is about to be, and the instant (milliseconds UTC). */
export interface Previewing {
  readonly store: Store;
  readonly told: ReadonlySet<string>;
  readonly now: number;
}

/**
 * What the next delivery of a subscription will say, composed as the delivery will be: byte for byte, where nothing else is told in its
 * channel before. Of a paused subscription, what comes next if it is resumed now.
 */
export function previewOf(subscription: Subscription, { store, told, now }: Previewing): Digest {
  const active = subscription.status === 'paused' ? resumed(subscription, now) : subscription;
  const { window, next } = nextDue(active, Math.max(now, active.next));
  return composeDigest({ store, subscription: active, window, told, nextRun: next });
}

/** The slot that comes next; where a new rule of the zone has moved it, the moved one. */
function nextDue(subscription: Subscription, at: number): Extract<Due, { kind: 'due' }> {
  const due = dueSlot(subscription, at);
  return due.kind === 'due' ? due : nextDue({ ...subscription, next: due.next }, due.next);
}
