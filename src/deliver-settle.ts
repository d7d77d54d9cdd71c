import type { Delivery } from './core/delivery.ts';
import { afterLoss, noticeOf } from './core/delivery-make.ts';
import { isOpen, isSilent, type Policy, type Step } from './core/delivery-step.ts';
import type { Log } from './core/log.ts';
import type { Platform, PostOutcome } from './core/platform.ts';
import type { State } from './core/state.ts';
import type { Subscription } from './core/subscription.ts';
import { within } from './deliver-wait.ts';

export interface Settling {
  readonly state: State;
  readonly log: Log;
  readonly now: () => number;
  readonly policy: Policy;
  readonly subscription: Subscription | undefined;
  readonly platform: Platform | undefined;
  /** The delivery as the state has it. */
  readonly saved: Delivery;
}

/** Does what comes with the outcome of a delivery, then saves it: a crash between repeats a notice rather than losing it. */
export async function settle(parts: Settling, made: Step): Promise<void> {
  const { state, log } = parts;
  const { delivery, effects } = made;
  if (effects.length > 0 && !(await mourn(parts, made))) return;
  if (delivery.status === 'delivered') await beginRound(state, delivery);
  const isSaved = await state.saveDelivery(delivery);
  if (!isSaved) log.warn(namesOf(delivery), 'another process has taken a delivery over');
  else if (delivery.status === 'delivered') log.info(namesOf(delivery), 'a digest was delivered');
  else if (isOpen(delivery)) log.warn(namesOf(delivery), 'a digest is tried again later');
}

/** A digest will not come: says so in the log, tells who wished for it and changes its subscription. False where the lease is lost. */
async function mourn(parts: Settling, made: Step): Promise<boolean> {
  const { state, policy, now, saved, subscription } = parts;
  const { delivery, effects } = made;
  if (!(await state.saveDelivery({ ...saved, leaseUntil: now() + policy.lease }))) return false;
  await report(parts, made);
  if (!subscription) return true;
  if (effects.some((effect) => effect.kind === 'tell')) await tell(parts, delivery, afterLoss(subscription, made));
  await state.changeSubscription(subscription.id, (current) => afterLoss(current, made));
  return true;
}

/** Tells who made the subscription. Where that is the operator, or cannot be told, the log does. */
async function tell(
  { platform, log, policy }: Settling,
  delivery: Delivery,
  subscription: Subscription,
): Promise<void> {
  const { madeBy, workspace } = subscription;
  if (madeBy === 'operator' || !platform) return;
  const telling = platform.tell(madeBy, noticeOf(delivery, subscription), workspace);
  const outcome = await within<PostOutcome>(policy.longestCall, telling, { kind: 'uncertain', reason: 'no answer' });
  if (outcome.kind !== 'posted')
    log.error({ ...namesOf(delivery), outcome }, 'who made a digest could not be told that it did not come');
}

/** A digest whose facts had all been told begins a new round: what the channel was told before is forgotten. */
async function beginRound(state: State, { platform, workspace, channel, facts }: Delivery): Promise<void> {
  const to = { workspace, channel };
  const told = await state.toldIn(platform, to);
  if (facts.length > 0 && facts.every((fact) => told.has(fact))) await state.forgetTold(platform, to, told);
}

async function report({ state, log }: Settling, { delivery, effects }: Step): Promise<void> {
  const fields = namesOf(delivery);
  if (effects.some((effect) => effect.kind === 'alarm')) log.error(fields, 'it is unknown whether a digest was posted');
  else if (delivery.status === 'failed') log.error(fields, 'a digest was refused');
  else log.warn(fields, 'a digest was left out');
  const [before] = (await state.deliveriesOf(delivery.subscription, 2)).filter(({ slot }) => slot < delivery.slot);
  if (before && isSilent(before) && isSilent(delivery)) log.error(fields, 'two digests in a row did not arrive');
}

/** What the log says of a delivery: never its text. */
export function namesOf({ id, reply, facts, window, owner, leaseUntil, ...rest }: Delivery): object {
  return { delivery: id, ...rest };
}
