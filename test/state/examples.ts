import type { Delivery } from '../../src/core/delivery.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { State } from '../../src/core/state.ts';
import type { Subscription } from '../../src/core/subscription.ts';

export const week = 7 * 24 * 3_600_000;
export const monday = Date.UTC(2026, 10, 23, 8);

export const reply: Reply = {
  kind: 'digest',
  lang: 'zh',
  title: 'China GenAI · 生成式 AI 周报',
  sections: [{ kind: 'note', text: '“Nothing” is new; said plainly: 没有新事实 🤷 \u0000 \ud800' }],
  citations: [
    { n: 1, publisher: 'IMD', title: 'T', date: '2024-08', paragraph: 11, facts: ['imd-2024/genai-patents'] },
  ],
  footer: ['2026-11-16/2026-11-23'],
  actions: [],
};

export function aSubscription(over: Partial<Subscription> = {}): Subscription {
  return {
    id: 'sub-1',
    platform: 'slack',
    workspace: 'T1',
    channel: 'C1',
    topics: ['chips', 'models'],
    lang: 'en',
    schedule: {
      rhythm: { kind: 'fortnightly', days: [1, 4], anchor: '2026-11-23' },
      time: '09:00',
      zone: 'Europe/Berlin',
    },
    quiet: 'say-so',
    madeBy: 'U1',
    madeAt: monday - week,
    status: 'active',
    next: monday,
    windowFrom: monday - week,
    ...over,
  };
}

/** The delivery of a subscription's next slot, planned and due at it. */
export function aDelivery(subscription: Subscription, over: Partial<Delivery> = {}): Delivery {
  const { id, platform, workspace, channel, next, windowFrom } = subscription;
  return {
    id: `${id}@${next}`,
    subscription: id,
    platform,
    workspace,
    channel,
    slot: next,
    window: { from: windowFrom, to: next },
    status: 'planned',
    reply,
    facts: ['imd-2024/genai-patents', 'imd-2024/models'],
    attempts: 0,
    notBefore: next,
    ...over,
  };
}

export function movedOn(subscription: Subscription): Subscription {
  return { ...subscription, next: subscription.next + week, windowFrom: subscription.next };
}

/** Puts a subscription and plans the delivery of its next slot. */
export async function plan(state: State, subscription: Subscription, over: Partial<Delivery> = {}): Promise<Delivery> {
  const delivery = aDelivery(subscription, over);
  await state.addSubscription(subscription);
  await state.planDelivery(delivery, movedOn(subscription));
  return delivery;
}

/** Claims at an instant, for two minutes. */
export function claim(state: State, owner: string, now: number): Promise<Delivery | undefined> {
  return state.claimDelivery({ owner, now, leaseUntil: now + 120_000 });
}
