import { lossNotice } from './core/delivery-make.ts';
import { operator } from './core/digest-overview.ts';
import type { Log } from './core/log.ts';
import type { Platform, PlatformEvent } from './core/platform.ts';
import type { State } from './core/state.ts';

export interface LossParts {
  readonly platform: Platform;
  readonly state: State;
  readonly log: Log;
}

/**
 * A workspace that the bot was removed from takes all that belongs to it along. A channel that is lost pauses its digests with the reason,
 * and who made them is told; an operator finds it in the log.
 */
export async function takeLoss(event: PlatformEvent, { platform, state, log }: LossParts): Promise<void> {
  log.warn({ ...event, platform: platform.name }, 'the bot lost a place');
  if (event.kind === 'removed') return await state.purgeWorkspace(platform.name, event.workspace);
  for (const subscription of await state.subscriptionsOf(platform.name, event)) {
    const { reason } = event;
    if (!(await pause(state, subscription.id, reason)) || subscription.madeBy === operator) continue;
    const told = await platform.tell(subscription.madeBy, lossNotice(subscription, reason), subscription.workspace);
    if (told.kind !== 'posted')
      log.error({ subscription: subscription.id, told: told.kind }, 'nobody could be told of a paused digest');
  }
}

/** Pauses a subscription as it stands; false where it was paused already, or is gone. */
async function pause(state: State, id: string, reason: string): Promise<boolean> {
  let isNews = false;
  await state.changeSubscription(id, (current) => {
    isNews = current.status === 'active';
    return isNews ? { ...current, status: 'paused', pause: { by: 'platform', reason } } : undefined;
  });
  return isNews;
}
