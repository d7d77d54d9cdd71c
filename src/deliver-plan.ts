import { makeDelivery } from './core/delivery-make.ts';
import { dueSlot } from './core/delivery-plan.ts';
import type { Composer } from './core/digest-shared.ts';
import { toldOrOnTheWay } from './core/digest-told.ts';
import type { Log } from './core/log.ts';
import type { Among, State } from './core/state.ts';
import type { Subscription } from './core/subscription.ts';

/** Subscriptions planned at a time: few, so that posts go on meanwhile, and the state never holds many that wait. */
const batch = 8;

export interface PlannerParts {
  readonly state: State;
  readonly compose: Composer;
  readonly log: Log;
  /** Whose digests are planned. */
  readonly among: Among;
}

/** Plans a batch of the subscriptions that are due at an instant at each call; false when all are planned. */
export function createPlanner({ state, compose, log, among }: PlannerParts, at: number): () => Promise<boolean> {
  const passedOver = new Set<string>();

  async function plan(subscription: Subscription): Promise<boolean> {
    const due = dueSlot(subscription, at);
    if (due.kind === 'moved') return await moveTo(state, subscription, due.next);
    const { window, next } = due;
    const digest = compose({ subscription, window, told: await toldOrOnTheWay(state, subscription), nextRun: next });
    const delivery = makeDelivery(subscription, due, digest);
    const moved = { ...subscription, next, windowFrom: window.to };
    return (await state.planDelivery(delivery, moved)) || (await passSlot(state, subscription, due));
  }

  return async () => {
    const due = await state.dueSubscriptions(at, batch + passedOver.size, among);
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
  subscription: Subscription,
  due: { slot: number; next: number },
): Promise<boolean> {
  const [latest] = await state.deliveriesOf(subscription.id, 1);
  return latest !== undefined && latest.slot >= due.slot && (await moveTo(state, subscription, due.next));
}

/** Moves a subscription to another slot, where it still awaits the one that it was read with. */
async function moveTo(state: State, { id, next: awaited }: Subscription, next: number): Promise<boolean> {
  const moved = await state.changeSubscription(id, (current) =>
    current.next === awaited ? { ...current, next } : undefined,
  );
  return moved?.next === next;
}
