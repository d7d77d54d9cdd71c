import { expect } from 'vitest';
import type { StateTest } from './database.ts';
import { aDelivery, aSubscription, claim, monday, movedOn, plan, week } from './examples.ts';

export function subscriptionsContract(test: StateTest): void {
  test('a subscription comes back as it was put, and changed after it was changed', async ({ state }) => {
    const made = aSubscription();
    await state.putSubscription(made);
    expect(await state.subscription(made.id)).toEqual(made);

    const paused = aSubscription({
      workspace: 'T2',
      channel: 'C2',
      topics: [],
      schedule: { rhythm: { kind: 'monthly', day: 31 }, time: '18:30', zone: 'Asia/Kathmandu' },
      status: 'paused',
      pause: { by: 'platform', reason: 'is_archived' },
      next: monday + 1,
      windowFrom: monday,
    });
    await state.putSubscription(paused);
    expect(await state.subscription(made.id)).toEqual(paused);
    expect(await state.subscription('another')).toBeUndefined();
  });

  test('a channel lists its own subscriptions, a platform those of all its channels, in the order they were made', async ({
    state,
  }) => {
    const here = { platform: 'slack', workspace: 'T1', channel: 'C1' };
    for (const [id, madeAt, place] of [
      ['c', 1, here],
      ['a', 3, here],
      ['b', 2, here],
      ['other channel', 4, { ...here, channel: 'C2' }],
      ['other workspace', 5, { ...here, workspace: 'T2' }],
      ['other platform', 6, { ...here, platform: 'discord' }],
    ] as const) {
      await state.putSubscription(aSubscription({ id, madeAt, ...place }));
    }
    const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);
    expect(ids(await state.subscriptionsOf('slack', here))).toEqual(['c', 'b', 'a']);
    expect(ids(await state.subscriptionsBy('slack'))).toEqual(['c', 'b', 'a', 'other channel', 'other workspace']);
  });

  test('a subscription is due from its slot on, the oldest slot first, a paused one never', async ({ state }) => {
    await state.putSubscription(aSubscription({ id: 'overdue', next: monday - 1 }));
    await state.putSubscription(aSubscription({ id: 'now', next: monday }));
    await state.putSubscription(aSubscription({ id: 'later', next: monday + 1 }));
    await state.putSubscription(aSubscription({ id: 'paused', next: monday - week, status: 'paused' }));
    const due = async (now: number, limit: number) => (await state.dueSubscriptions(now, limit)).map(({ id }) => id);
    expect(await due(monday, 10)).toEqual(['overdue', 'now']);
    expect(await due(monday, 1)).toEqual(['overdue']);
    expect(await due(monday - 2, 10)).toEqual([]);
  });

  test('after unsubscribing nothing planned is sent, and the channel keeps what it was told', async ({ state }) => {
    const subscription = aSubscription();
    await plan(state, subscription);
    const first = await claim(state, 'p1', monday);
    await state.saveDelivery({ ...aDelivery(subscription), ...first, status: 'delivered', message: 'm1' });
    await plan(state, movedOn(subscription));

    await state.removeSubscription(subscription.id);

    expect(await state.subscription(subscription.id)).toBeUndefined();
    expect(await claim(state, 'p1', monday + week)).toBeUndefined();
    expect((await state.deliveriesOf(subscription.id, 5)).map(({ status }) => status)).toEqual([
      'skipped',
      'delivered',
    ]);
    expect(await state.toldIn('slack', subscription)).toEqual(new Set(aDelivery(subscription).facts));
  });

  test('a digest that is on its way while someone unsubscribes is settled by its sender and sent by nobody else', async ({
    state,
  }) => {
    const subscription = aSubscription();
    await plan(state, subscription);
    const sending = await claim(state, 'p1', monday);
    await state.removeSubscription(subscription.id);
    expect(await claim(state, 'p2', monday + week)).toBeUndefined();
    expect(await state.saveDelivery({ ...aDelivery(subscription), ...sending, status: 'delivered' })).toBe(true);
    expect((await state.toldIn('slack', subscription)).size).toBe(2);
  });

  test('a digest refused for now while someone unsubscribes is not tried again', async ({ state }) => {
    const subscription = aSubscription();
    await plan(state, subscription);
    const sending = await claim(state, 'p1', monday);
    await state.removeSubscription(subscription.id);
    expect(await state.saveDelivery({ ...aDelivery(subscription), ...sending, status: 'planned' })).toBe(true);
    expect(await claim(state, 'p2', monday + week)).toBeUndefined();
  });
}
