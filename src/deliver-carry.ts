import type { Delivery } from './core/delivery.ts';
import type { Lane } from './core/delivery-lanes.ts';
import { type Effect, type Policy, type Step, step } from './core/delivery-step.ts';
import type { Log } from './core/log.ts';
import type { FindOutcome, Platform, PostOutcome } from './core/platform.ts';
import type { State } from './core/state.ts';
import type { Subscription } from './core/subscription.ts';
import { namesOf, settle } from './deliver-settle.ts';
import { within } from './deliver-wait.ts';

/** How long deliveries wait whose platform is not connected here, and whose platform answers nobody, in milliseconds. */
const holdWhileOff = 5 * 60_000;
const holdWhileDown = 60_000;

export interface Carrying {
  readonly state: State;
  readonly log: Log;
  readonly now: () => number;
  readonly policy: Policy;
  /** Undefined where it is not connected here. */
  readonly platform: Platform | undefined;
  readonly lane: Lane;
  /** When the delivery was claimed, and from which slot on the process knows that nobody has posted it. */
  readonly claimedAt: number;
  readonly since: number;
}

/** Takes a claimed delivery as far as it comes now. The catch site of deliveries: one broken channel never stops the rest. */
export async function carry(parts: Carrying, delivery: Delivery): Promise<void> {
  const { state, log, policy, now, platform, claimedAt, since } = parts;
  let saved = delivery;
  try {
    const hold = holdOf(parts);
    if (platform && !hold) await platform.room(delivery);
    const subscription = await state.subscription(delivery.subscription);
    const withdrawn = withdrawnOf(subscription);
    let made = step(delivery, { kind: 'claimed', claimedAt, since, at: now(), withdrawn, hold }, policy);
    for (let call = callOf(made); call && platform; call = callOf(made)) {
      if (!(await mayCall(parts, made.delivery))) return;
      saved = made.delivery;
      made = await callPlatform(call, { ...parts, platform, delivery: saved, withdrawn });
    }
    await settle({ ...parts, subscription, saved }, made);
  } catch (error) {
    log.error(
      { err: error, ...namesOf(saved) },
      'a delivery broke off: whether it stands is looked up at the next try',
    );
    const outcome: PostOutcome = { kind: 'uncertain', reason: 'something unexpected went wrong' };
    const doubtful = step(saved, { kind: 'posted', at: now(), outcome }, policy).delivery;
    // Where even this fails, the lease ends by itself and the next process looks first.
    await state
      .saveDelivery(doubtful)
      .catch((again: unknown) => log.error({ err: again, ...namesOf(saved) }, 'a delivery could not be given back'));
  }
}

/** Saves a delivery before a call. False where its lease is lost, or could end before the call does: then nobody may call in its name. */
async function mayCall({ state, now, policy, log }: Carrying, delivery: Delivery): Promise<boolean> {
  const isOurs = await state.saveDelivery(delivery);
  if (isOurs && now() + policy.longestCall < (delivery.leaseUntil ?? 0)) return true;
  log.warn(namesOf(delivery), 'a delivery was left to the next process: its lease is over');
  return false;
}

function withdrawnOf(subscription: Subscription | undefined): string | undefined {
  if (!subscription) return 'the subscription was removed';
  return subscription.status === 'paused' ? 'the subscription was paused' : undefined;
}

function holdOf({ lane, platform }: Carrying) {
  if (!platform) return { ms: holdWhileOff, reason: 'its platform is not connected' };
  return lane.isDown() ? { ms: holdWhileDown, reason: 'its platform gives no answer' } : undefined;
}

type Call = Extract<Effect, { kind: 'look' | 'send' }>;

function callOf({ effects }: Step): Call | undefined {
  return effects.find((effect) => effect.kind === 'look' || effect.kind === 'send');
}

interface Calling extends Carrying {
  readonly platform: Platform;
  readonly delivery: Delivery;
  readonly withdrawn: string | undefined;
}

async function callPlatform(call: Call, parts: Calling): Promise<Step> {
  const { platform, delivery, claimedAt, withdrawn, lane, now, policy } = parts;
  const reason = `no answer within ${policy.longestCall / 1000} s`;
  if (call.kind === 'look') {
    const look = platform.findPost(delivery, delivery.id, call.since);
    const outcome = await within<FindOutcome>(policy.longestCall, look, {
      kind: 'cannot-look',
      reason,
      isPassing: true,
    });
    return step(delivery, { kind: 'looked', at: now(), claimedAt, withdrawn, outcome }, policy);
  }
  const post = platform.post(delivery, delivery.reply, delivery.id);
  const outcome = await within<PostOutcome>(policy.longestCall, post, { kind: 'uncertain', reason });
  lane.note(outcome);
  return step(delivery, { kind: 'posted', at: now(), outcome }, policy);
}
