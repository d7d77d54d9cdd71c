import type { Delivery } from './core/delivery.ts';
import { createLanes, type Lane, type Lanes } from './core/delivery-lanes.ts';
import { afterLoss, makeDelivery, noticeOf } from './core/delivery-make.ts';
import { dueSlot } from './core/delivery-plan.ts';
import { type Effect, isOpen, isSilent, type Policy, type Step, step } from './core/delivery-step.ts';
import { createComposer } from './core/digest-shared.ts';
import { toldOrOnTheWay } from './core/digest-told.ts';
import type { Log } from './core/log.ts';
import type { FindOutcome, Platform, PostOutcome } from './core/platform.ts';
import type { State } from './core/state.ts';
import type { Store } from './core/store.ts';
import type { Subscription } from './core/subscription.ts';

/** Subscriptions planned at a time: few, so that the first digests are on their way while the next are composed. */
const batch = 50;
/**
 * Deliveries in hand at a time on one platform. A post takes 0.2 to 0.3 s: sixteen keep the tightest overall limit (50 requests a second,
 * https://discord.com/developers/docs/topics/rate-limits#global-rate-limit) busy without piling up behind it, and where the limit is
 * about one message a second in each channel (https://docs.slack.dev/apis/web-api/rate-limits), they are sixteen channels.
 */
const width = 16;
/** How long deliveries wait whose platform is not connected here, and whose platform answers nobody, in milliseconds. */
const holdWhileOff = 5 * 60_000;
const holdWhileDown = 60_000;

export interface DelivererParts {
  readonly store: Store;
  readonly state: State;
  /** The platforms that are on, by name. */
  readonly platforms: ReadonlyMap<string, Platform>;
  readonly now: () => number;
  /** A name that no other process has: what its deliveries are leased to. */
  readonly owner: string;
  readonly log: Log;
  readonly policy: Policy;
}

/** Plans and delivers digests. Several deliverers on one state share the work and never post one twice. */
export interface Deliverer {
  /** Plans every subscription that is due at an instant and delivers what is open. Ends when all in hand is done. Never rejects. */
  beat(at: number): Promise<void>;
  /** Takes up nothing more; ends when what is in hand is done. */
  stop(): Promise<void>;
}

export function createDeliverer(parts: DelivererParts): Deliverer {
  let stopped = false;
  // Beats run one after the other: two that plan at once would tell one channel the same facts.
  let last = Promise.resolve();

  async function beat(at: number): Promise<void> {
    try {
      await deliverAll(parts, at, () => !stopped);
    } catch (error) {
      parts.log.error({ err: error }, 'the deliveries of a beat broke off');
    }
  }

  return {
    beat(at) {
      last = last.then(() => beat(at));
      return last;
    },
    stop() {
      stopped = true;
      return last;
    },
  };
}

async function deliverAll(parts: DelivererParts, at: number, goesOn: () => boolean): Promise<void> {
  const lanes = createLanes(width);
  const plan = createPlanner(parts, at);
  try {
    // What is open is settled first: the window of a digest that did not come belongs to the next one.
    await takeAll(parts, lanes, goesOn);
    await lanes.drained();
    while (goesOn() && (await plan())) await takeAll(parts, lanes, goesOn);
  } finally {
    await lanes.drained();
  }
}

async function takeAll(parts: DelivererParts, lanes: Lanes, goesOn: () => boolean): Promise<void> {
  while (goesOn() && (await takeOne(parts, lanes)));
}

/** Claims one open delivery and puts it into its platform's lane; false where there is none. */
async function takeOne(parts: DelivererParts, lanes: Lanes): Promise<boolean> {
  const { state, owner, now, policy } = parts;
  const at = now();
  const delivery = await state.claimDelivery({ owner, now: at, leaseUntil: at + policy.lease });
  if (!delivery) return false;
  const lane = lanes.of(delivery.platform);
  await lane.add(() => carry({ ...parts, lane }, delivery, at));
  return true;
}

/** Plans a batch of due subscriptions at each call; false when all are planned. Composes equal digests once. */
function createPlanner(parts: DelivererParts, at: number): () => Promise<boolean> {
  const { state, store, log } = parts;
  const compose = createComposer(store);
  const passedOver = new Set<string>();

  async function plan(subscription: Subscription): Promise<boolean> {
    const due = dueSlot(subscription, at);
    if (due.kind === 'moved') {
      await state.putSubscription({ ...subscription, next: due.next });
      return true;
    }
    const { window, next } = due;
    const digest = compose({ subscription, window, told: await toldOrOnTheWay(state, subscription), nextRun: next });
    const delivery = makeDelivery(subscription, due, digest);
    const moved = { ...subscription, next, windowFrom: window.to };
    return (await state.planDelivery(delivery, moved)) || (await passSlot(state, subscription, due));
  }

  return async () => {
    const due = await state.dueSubscriptions(at, batch + passedOver.size);
    const open = due.filter(({ id }) => !passedOver.has(id));
    for (const subscription of open) {
      const { id } = subscription;
      passedOver.add(id);
      try {
        if (await plan(subscription)) passedOver.delete(id);
      } catch (error) {
        log.error({ err: error, subscription: id }, 'a digest could not be planned');
      }
    }
    return open.length > 0;
  };
}

/** Moves a subscription past a slot that has a delivery already, where nobody else has: else it would be due, and planned in vain, for ever. */
async function passSlot(
  state: State,
  { id, next }: Subscription,
  due: { slot: number; next: number },
): Promise<boolean> {
  const [latest] = await state.deliveriesOf(id, 1);
  const subscription = await state.subscription(id);
  if (subscription?.next !== next || latest === undefined || latest.slot < due.slot) return false;
  await state.putSubscription({ ...subscription, next: due.next });
  return true;
}

interface Carrying extends DelivererParts {
  readonly lane: Lane;
}

/** Takes a claimed delivery as far as it comes now. The catch site of deliveries: one broken channel never stops the rest. */
async function carry(parts: Carrying, delivery: Delivery, claimedAt: number): Promise<void> {
  const { state, log, policy, now } = parts;
  let saved = delivery;
  try {
    const subscription = await state.subscription(delivery.subscription);
    const platform = parts.platforms.get(delivery.platform);
    const withdrawn = withdrawnOf(subscription);
    const hold = holdOf(parts, platform);
    let made = step(delivery, { kind: 'claimed', claimedAt, at: now(), withdrawn, hold }, policy);
    for (let call = callOf(made); call && platform; call = callOf(made)) {
      if (!(await mayCall(parts, made.delivery))) return;
      saved = made.delivery;
      made = await callPlatform(call, { ...parts, platform, delivery: saved, claimedAt, withdrawn });
    }
    await finish({ ...parts, subscription, platform, saved }, made);
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

function holdOf({ lane }: Carrying, platform: Platform | undefined) {
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
  readonly claimedAt: number;
  readonly withdrawn: string | undefined;
}

async function callPlatform(call: Call, parts: Calling): Promise<Step> {
  const { platform, delivery, claimedAt, withdrawn, lane, now, policy } = parts;
  const reason = `no answer within ${policy.longestCall / 1000} s`;
  if (call.kind === 'look') {
    const look = platform.findPost(delivery, delivery.id, call.since);
    const outcome = await within<FindOutcome>(policy.longestCall, look, { kind: 'cannot-look', reason });
    return step(delivery, { kind: 'looked', at: now(), claimedAt, withdrawn, outcome }, policy);
  }
  const post = platform.post(delivery, delivery.reply, delivery.id);
  const outcome = await within<PostOutcome>(policy.longestCall, post, { kind: 'uncertain', reason });
  lane.note(outcome);
  return step(delivery, { kind: 'posted', at: now(), outcome }, policy);
}

/** The answer of a call, or `late` where none comes in time. */
async function within<T>(ms: number, call: Promise<T>, late: T): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => resolve(late), ms);
  try {
    return await Promise.race([call, promise]);
  } finally {
    clearTimeout(timer);
  }
}

interface Finishing extends DelivererParts {
  readonly subscription: Subscription | undefined;
  readonly platform: Platform | undefined;
  /** The delivery as the state has it. */
  readonly saved: Delivery;
}

/** Does what comes with the outcome of a delivery, then saves it: a crash between repeats a notice rather than losing it. */
async function finish(parts: Finishing, made: Step): Promise<void> {
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
async function mourn(parts: Finishing, made: Step): Promise<boolean> {
  const { state, policy, now, saved, subscription } = parts;
  const { delivery, effects } = made;
  if (!(await state.saveDelivery({ ...saved, leaseUntil: now() + policy.lease }))) return false;
  await report(parts, made);
  if (!subscription) return true;
  if (effects.some((effect) => effect.kind === 'tell')) await tell(parts, delivery, afterLoss(subscription, made));
  const current = await state.subscription(subscription.id);
  if (current) await state.putSubscription(afterLoss(current, made));
  return true;
}

/** Tells who made the subscription. Where that is the operator, or cannot be told, the log does. */
async function tell(
  { platform, log, policy }: Finishing,
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
  if (facts.length > 0 && facts.every((fact) => told.has(fact))) await state.forgetTold(platform, to);
}

async function report({ state, log }: Finishing, { delivery, effects }: Step): Promise<void> {
  const fields = namesOf(delivery);
  if (effects.some((effect) => effect.kind === 'alarm')) log.error(fields, 'it is unknown whether a digest was posted');
  else if (delivery.status === 'failed') log.error(fields, 'a digest was refused');
  else log.warn(fields, 'a digest was left out');
  const [before] = (await state.deliveriesOf(delivery.subscription, 2)).filter(({ slot }) => slot < delivery.slot);
  if (before && isSilent(before) && isSilent(delivery)) log.error(fields, 'two digests in a row did not arrive');
}

/** What the log says of a delivery: never its text. */
function namesOf({ id, reply, facts, window, owner, leaseUntil, ...rest }: Delivery): object {
  return { delivery: id, ...rest };
}
