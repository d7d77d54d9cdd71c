import { isOpen } from './delivery-step.ts';
import type { State } from './state.ts';
import type { Subscription } from './subscription.ts';

/** What the channel was told, and what open deliveries are about to tell it: two digests of one minute do not say the same. */
export async function toldOrOnTheWay(state: State, subscription: Subscription): Promise<ReadonlySet<string>> {
  const told = new Set(await state.toldIn(subscription.platform, subscription));
  for (const { id } of await state.subscriptionsOf(subscription.platform, subscription)) {
    for (const delivery of await state.deliveriesOf(id, 1)) {
      if (isOpen(delivery)) for (const fact of delivery.facts) told.add(fact);
    }
  }
  return told;
}
