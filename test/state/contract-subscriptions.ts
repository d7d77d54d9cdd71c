import { expect } from 'vitest';
import type { Among } from '../../src/core/state.ts';
import type { StateTest } from './database.ts';
import { aDelivery, aSubscription, claim, monday, movedOn, plan, week } from './examples.ts';

export function subscriptionsContract(test: StateTest): void {
  test('a subscription comes back as it was added, and changed after it was changed', async ({ state }) => {
    const made = aSubscription();
    await state.addSubscription(made);
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
    await state.changeSubscription(made.id, () => paused);
    expect(await state.subscription(made.id)).toEqual(paused);
    expect(await state.subscription('another')).toBeUndefined();
  });

  test('a subscription that is there already is not replaced by a new one with its id', async ({ state }) => {
    const made = aSubscription();
    expect(await state.addSubscription(made)).toBe(true);
    expect(await state.addSubscription({ ...made, channel: 'C2', next: monday + week })).toBe(false);
    expect(await state.subscription(made.id)).toEqual(made);
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
      await state.addSubscription(aSubscription({ id, madeAt, ...place }));
    }
    const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);
    expect(ids(await state.subscriptionsOf('slack', here))).toEqual(['c', 'b', 'a']);
    expect(ids(await state.subscriptionsBy('slack'))).toEqual(['c', 'b', 'a', 'other channel', 'other workspace']);
  });

  test('a subscription is due from its slot on, the oldest slot first, a paused one never', async ({ state }) => {
    await state.addSubscription(aSubscription({ id: 'overdue', next: monday - 1 }));
    await state.addSubscription(aSubscription({ id: 'now', next: monday }));
    await state.addSubscription(aSubscription({ id: 'later', next: monday + 1 }));
    await state.addSubscription(aSubscription({ id: 'paused', next: monday - week, status: 'paused' }));
    const due = async (now: number, limit: number) => (await state.dueSubscriptions(now, limit)).map(({ id }) => id);
    expect(await due(monday, 10)).toEqual(['overdue', 'now']);
    expect(await due(monday, 1)).toEqual(['overdue']);
    expect(await due(monday - 2, 10)).toEqual([]);
  });

  test('subscriptions of one platform are due by themselves, or those of all but some', async ({ state }) => {
    for (const platform of ['slack', 'discord', 'mail'])
      await state.addSubscription(aSubscription({ id: platform, platform }));
    const due = async (among: Among) => (await state.dueSubscriptions(monday, 10, among)).map(({ id }) => id);
    expect(await due({ only: 'slack' })).toEqual(['slack']);
    expect(await due({ except: ['slack', 'mail'] })).toEqual(['discord']);
    expect(await due({ except: [] })).toEqual(['discord', 'mail', 'slack']);
  });

  test('a subscription is changed as it stands, not as it was read', async ({ state }) => {
    await state.addSubscription(aSubscription());
    const pause = { by: 'person', reason: 'holidays' } as const;
    await state.changeSubscription('sub-1', (current) => ({ ...current, status: 'paused', pause }));
    const changed = aSubscription({ status: 'paused', pause, next: monday + week });
    expect(await state.changeSubscription('sub-1', (current) => ({ ...current, next: monday + week }))).toEqual(
      changed,
    );
    expect(await state.changeSubscription('sub-1', () => undefined)).toEqual(changed);
    expect(await state.subscription('sub-1')).toEqual(changed);
  });

  test('a subscription that was removed does not come back by a change', async ({ state }) => {
    await state.addSubscription(aSubscription());
    await state.removeSubscription('sub-1');
    expect(await state.changeSubscription('sub-1', (current) => ({ ...current, status: 'paused' }))).toBeUndefined();
    expect(await state.subscription('sub-1')).toBeUndefined();
  });

  test('of many changes at the same time none is lost', async ({ state }) => {
    await state.addSubscription(aSubscription({ topics: [] }));
    const names = Array.from({ length: 12 }, (_, index) => `t${index}`);
    const change = (name: string) =>
      state.changeSubscription('sub-1', (current) => ({ ...current, topics: [...current.topics, name] }));
    await Promise.all(names.map(change));
    expect(new Set((await state.subscription('sub-1'))?.topics)).toEqual(new Set(names));
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
