import type { Delivery } from './delivery.ts';
import type { FindOutcome, PostOutcome } from './platform.ts';

/** How long deliveries are tried. All in milliseconds. */
export interface Policy {
  /** How late a digest may still be posted, from its slot on. */
  readonly grace: number;
  /** How long after its slot a process that was there when it came still sends a digest without a look, whatever else it did since. */
  readonly prompt: number;
  /** A process that was silent for longer was not there. The clock beats once a minute. */
  readonly silence: number;
  /** How long a delivery belongs to the process that claimed it, from the beginning of its last call on. */
  readonly lease: number;
  /** The longest wait for an answer of a platform: shorter than the lease, by more than the clocks of two processes differ. */
  readonly longestCall: number;
  /** The wait after the first attempt without success; it doubles with each, up to `longestRetry`. */
  readonly retry: number;
  readonly longestRetry: number;
}

export const defaultPolicy: Policy = {
  grace: 12 * 3_600_000,
  prompt: 10 * 60_000,
  silence: 3 * 60_000,
  // With a beat a minute another process takes over within two minutes, of which 55 seconds are this lease and 60 the wait for its beat.
  lease: 55_000,
  longestCall: 40_000,
  // A request that timed out may still be on its way: a look that comes too soon would not find it.
  retry: 15_000,
  longestRetry: 15 * 60_000,
};

/**
 * How much earlier than the first attempt a lost post is looked for. The machine's clock may have been ahead of the platform's, or set back
 * since: an hour more costs a page of history, an hour too few a second post.
 */
const clockDoubt = 3_600_000;

/**
 * What happened to a delivery at an instant (`at`, milliseconds UTC). A slot from `since` on came while this process was there, which has seen
 * that nobody posted it. `withdrawn` is why it is not wanted any more (its subscription was paused or removed).
 * `claimedAt` is the instant that the claim gave; with `hold` its platform cannot be called now, and it is to be tried again after `ms`.
 */
export type DeliveryEvent =
  | {
      readonly kind: 'claimed';
      readonly at: number;
      readonly claimedAt: number;
      readonly since: number;
      readonly withdrawn?: string | undefined;
      readonly hold?: Hold | undefined;
    }
  | {
      readonly kind: 'looked';
      readonly at: number;
      readonly claimedAt: number;
      readonly withdrawn?: string | undefined;
      readonly outcome: FindOutcome;
    }
  | { readonly kind: 'posted'; readonly at: number; readonly outcome: PostOutcome };

interface Hold {
  readonly ms: number;
  readonly reason: string;
}

/**
 * What to do next. `look` and `send` are calls: the delivery is saved before them, and their outcome is the next event.
 * The others come with a delivery that is settled: they are done before it is saved, so that a crash between repeats them and loses none.
 * `tell` who made the subscription, `alarm` the operator, `uncover` the window for the next digest, `pause` the subscription.
 */
export type Effect =
  | { readonly kind: 'look'; readonly since: number }
  | { readonly kind: 'send' }
  | { readonly kind: 'tell' }
  | { readonly kind: 'alarm' }
  | { readonly kind: 'uncover' }
  | { readonly kind: 'pause'; readonly reason: string };

export interface Step {
  readonly delivery: Delivery;
  readonly effects: readonly Effect[];
}

/**
 * The delivery state machine: what a delivery becomes by an event, and what is to be done. Pure.
 * Never sends while an earlier attempt may stand: after a claim whose last attempt has no certain answer it looks first.
 */
export function step(delivery: Delivery, event: DeliveryEvent, policy: Policy): Step {
  switch (event.kind) {
    case 'claimed':
      return claimed(delivery, event, policy);
    case 'looked':
      return looked(delivery, event, policy);
    case 'posted':
      return posted(delivery, event, policy);
  }
}

/** Whether a delivery is still on its way. */
export function isOpen({ status }: Delivery): boolean {
  return status === 'planned' || status === 'sending';
}

/** How a reason begins where a digest could not be posted within the grace. */
const lateReason = 'too late';

/** Whether a slot passed in silence: its digest neither came nor was left out on purpose. */
export function isSilent({ status, reason }: Delivery): boolean {
  return (
    status === 'failed' || status === 'unknown' || (status === 'skipped' && reason?.startsWith(lateReason) === true)
  );
}

/** Whether an earlier attempt may have left a post. Where none can have, a claim notes its own instant as the first attempt's. */
function mayStand({ firstTriedAt }: Delivery, claimedAt: number): boolean {
  return firstTriedAt !== claimedAt;
}

function claimed(delivery: Delivery, event: Extract<DeliveryEvent, { kind: 'claimed' }>, policy: Policy): Step {
  const { at, claimedAt, since, hold, withdrawn } = event;
  const firstTriedAt = delivery.firstTriedAt ?? claimedAt;
  const taken = { ...delivery, firstTriedAt };
  if (hold) return held(taken, event, { hold, policy });
  if (mayStand(taken, claimedAt)) return look(taken, at, { from: firstTriedAt, policy });
  if (withdrawn !== undefined) return withdraw(taken, withdrawn);
  return delivery.slot < since ? look(taken, at, { from: delivery.slot, policy }) : send(taken, at, policy);
}

function held(
  delivery: Delivery,
  { at, claimedAt, withdrawn }: Extract<DeliveryEvent, { kind: 'claimed' }>,
  { hold, policy }: { hold: Hold; policy: Policy },
): Step {
  const again = { at, ...hold };
  if (mayStand(delivery, claimedAt)) return inDoubt(delivery, again, policy);
  if (withdrawn !== undefined) return withdraw(delivery, withdrawn);
  return laterUnlessLate(delivery, again, policy);
}

function looked(delivery: Delivery, event: Extract<DeliveryEvent, { kind: 'looked' }>, policy: Policy): Step {
  const { at, claimedAt, outcome, withdrawn } = event;
  if (outcome.kind === 'found') return arrived(delivery, outcome.message);
  if (outcome.kind === 'cannot-look') {
    const again = { at, reason: outcome.reason, ms: backoff(delivery, policy) };
    if (mayStand(delivery, claimedAt)) return inDoubt(delivery, again, policy);
    // This state has sent nothing. Only where nobody will ever be able to look is that enough.
    if (outcome.isPassing && withdrawn === undefined) return laterUnlessLate(delivery, again, policy);
  }
  return withdrawn === undefined ? send(delivery, at, policy) : withdraw(delivery, withdrawn);
}

function posted(delivery: Delivery, event: Extract<DeliveryEvent, { kind: 'posted' }>, policy: Policy): Step {
  const { at, outcome } = event;
  switch (outcome.kind) {
    case 'posted':
      return arrived(delivery, outcome.message);
    case 'wait':
      return later(delivery, { at, reason: 'the platform asked to wait', ms: outcome.ms }, policy);
    case 'refused':
      return refused(delivery, { at, outcome }, policy);
    case 'uncertain':
      return waitInDoubt(delivery, { at, reason: outcome.reason, ms: backoff(delivery, policy) }, policy);
  }
}

function refused(
  delivery: Delivery,
  { at, outcome }: { at: number; outcome: Extract<PostOutcome, { kind: 'refused' }> },
  policy: Policy,
): Step {
  const { reason } = outcome;
  if (outcome.permanent) {
    const failed = settle(delivery, 'failed', reason);
    return { ...failed, effects: [...failed.effects, { kind: 'pause', reason }] };
  }
  const ms = backoff(delivery, policy);
  return isLate(delivery, at + ms, policy)
    ? settle(delivery, 'failed', reason)
    : later(delivery, { at, reason, ms }, policy);
}

/** A call is to be made: the lease begins anew, so that it outlasts the call. */
function call(delivery: Delivery, effect: Effect, leaseUntil: number): Step {
  return { delivery: { ...delivery, status: 'sending', leaseUntil }, effects: [effect] };
}

function look(delivery: Delivery, at: number, { from, policy }: { from: number; policy: Policy }): Step {
  return call(delivery, { kind: 'look', since: from - clockDoubt }, at + policy.lease);
}

function send(delivery: Delivery, at: number, policy: Policy): Step {
  if (isLate(delivery, at, policy)) return tooLate(delivery, delivery.reason);
  return call(delivery, { kind: 'send' }, at + policy.lease);
}

function isLate(delivery: Delivery, at: number, { grace }: Policy): boolean {
  return at > delivery.slot + grace;
}

interface Again {
  readonly at: number;
  readonly reason: string;
  readonly ms: number;
}

/** When to try again: as told, but no later than the end of the grace, when it is settled. */
function againAt({ slot }: Delivery, { at, ms }: Again, { grace }: Policy): number {
  return Math.max(at, Math.min(at + ms, slot + grace + 1));
}

/** Surely nothing stands: free for any process when its time comes. */
function later(delivery: Delivery, again: Again, policy: Policy): Step {
  const notBefore = againAt(delivery, again, policy);
  const planned: Delivery = {
    ...delivery,
    status: 'planned',
    notBefore,
    firstTriedAt: undefined,
    reason: again.reason,
  };
  return { delivery: planned, effects: [] };
}

function laterUnlessLate(delivery: Delivery, again: Again, policy: Policy): Step {
  return isLate(delivery, again.at, policy) ? tooLate(delivery, again.reason) : later(delivery, again, policy);
}

/** Something may stand: it stays `sending`, and who takes it up when the lease ends looks first. */
function waitInDoubt(delivery: Delivery, again: Again, policy: Policy): Step {
  const notBefore = againAt(delivery, again, policy);
  return {
    delivery: { ...delivery, status: 'sending', notBefore, leaseUntil: notBefore, reason: again.reason },
    effects: [],
  };
}

/** Something may stand and could not be looked for: again within the grace, then it stays unknown. */
function inDoubt(delivery: Delivery, again: Again, policy: Policy): Step {
  return isLate(delivery, again.at, policy)
    ? settle(delivery, 'unknown', again.reason)
    : waitInDoubt(delivery, again, policy);
}

function arrived(delivery: Delivery, message: string): Step {
  return { delivery: { ...delivery, status: 'delivered', message, reason: undefined }, effects: [] };
}

/** Nobody wants it any more: that is no news to anybody. */
function withdraw(delivery: Delivery, reason: string): Step {
  return { delivery: { ...delivery, status: 'skipped', reason }, effects: [{ kind: 'uncover' }] };
}

function tooLate(delivery: Delivery, last: string | undefined): Step {
  return settle(delivery, 'skipped', last === undefined ? lateReason : `${lateReason} (${last})`);
}

/** It will not come: who made it is told, and the next digest takes its window in. */
function settle(delivery: Delivery, status: 'skipped' | 'failed' | 'unknown', reason: string): Step {
  const alarm: Effect[] = status === 'unknown' ? [{ kind: 'alarm' }] : [];
  return { delivery: { ...delivery, status, reason }, effects: [{ kind: 'tell' }, ...alarm, { kind: 'uncover' }] };
}

function backoff({ attempts }: Delivery, { retry, longestRetry }: Policy): number {
  return Math.min(retry * 2 ** Math.max(attempts - 1, 0), longestRetry);
}
