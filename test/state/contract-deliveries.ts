import { expect } from 'vitest';
import type { Delivery } from '../../src/core/delivery.ts';
import type { Among, State } from '../../src/core/state.ts';
import type { Subscription } from '../../src/core/subscription.ts';
import type { StateTest } from './database.ts';
import { aDelivery, aSubscription, claim, monday, movedOn, plan, reply, week } from './examples.ts';

const lease = 120_000;

/** Plans and claims one delivery for `p1`. */
async function claimed(state: State): Promise<Delivery> {
  await plan(state, aSubscription());
  const delivery = await claim(state, 'p1', monday);
  if (!delivery) throw new Error('nothing was given out');
  return delivery;
}

/** Changes the subscription of the examples while somebody works with what he read of it. */
async function change(state: State, over: Partial<Subscription>): Promise<void> {
  await state.changeSubscription('sub-1', (current) => ({ ...current, ...over }));
}

export function deliveriesContract(test: StateTest): void {
  test('planning a delivery stores it as it is and moves its subscription to the next slot', async ({ state }) => {
    const subscription = aSubscription();
    await state.addSubscription(subscription);
    expect(await state.planDelivery(aDelivery(subscription), movedOn(subscription))).toBe(true);
    expect(await state.deliveriesOf(subscription.id, 5)).toEqual([aDelivery(subscription)]);
    expect(await state.subscription(subscription.id)).toEqual(movedOn(subscription));
  });

  test('a digest that is due twice is planned once', async ({ state }) => {
    const subscription = aSubscription();
    await state.addSubscription(subscription);
    const plans = Array.from({ length: 8 }, (_, index) =>
      state.planDelivery(aDelivery(subscription, { id: `d${index}` }), movedOn(subscription)),
    );
    expect((await Promise.all(plans)).filter(Boolean)).toHaveLength(1);
    expect(await state.deliveriesOf(subscription.id, 5)).toHaveLength(1);
  });

  test('a slot that already has a delivery gets no other, and the subscription stays where it is', async ({
    state,
  }) => {
    const subscription = aSubscription();
    await plan(state, subscription);
    await change(state, subscription);
    const again = aDelivery(subscription, { id: 'again' });
    expect(await state.planDelivery(again, movedOn(subscription))).toBe(false);
    expect(await state.subscription(subscription.id)).toEqual(subscription);
    expect(await state.deliveriesOf(subscription.id, 5)).toEqual([aDelivery(subscription)]);
  });

  test.for([
    ['was removed', (state: State) => state.removeSubscription('sub-1')],
    ['was paused', (state: State) => change(state, { status: 'paused' })],
    ['has moved past the slot', (state: State) => change(state, { next: monday + 1 })],
  ] as const)('no delivery is planned for a subscription that %s meanwhile', async ([, meanwhile], { state }) => {
    const read = aSubscription();
    await state.addSubscription(read);
    await meanwhile(state);
    const before = await state.subscription(read.id);
    expect(await state.planDelivery(aDelivery(read), movedOn(read))).toBe(false);
    expect(await state.subscription(read.id)).toEqual(before);
    expect(await state.deliveriesOf(read.id, 5)).toEqual([]);
  });

  test('a change made while a delivery is planned is not undone by it', async ({ state }) => {
    const read = aSubscription();
    await state.addSubscription({ ...read, topics: ['data'], lang: 'zh' });
    await state.planDelivery(aDelivery(read), movedOn(read));
    expect(await state.subscription(read.id)).toEqual({ ...movedOn(read), topics: ['data'], lang: 'zh' });
  });

  test('the latest deliveries of a subscription come newest first', async ({ state }) => {
    let subscription = aSubscription();
    for (let count = 0; count < 4; count++, subscription = movedOn(subscription)) await plan(state, subscription);
    await plan(state, aSubscription({ id: 'another' }));
    const slots = (await state.deliveriesOf('sub-1', 3)).map(({ slot }) => slot);
    expect(slots).toEqual([monday + 3 * week, monday + 2 * week, monday + week]);
  });

  test('claiming marks a delivery as sending, counts the attempt and notes when the first one began', async ({
    state,
  }) => {
    const planned = await plan(state, aSubscription());
    expect(await claim(state, 'p1', monday - 1)).toBeUndefined();
    const sending = {
      ...planned,
      status: 'sending',
      owner: 'p1',
      leaseUntil: monday + lease,
      attempts: 1,
      firstTriedAt: monday,
    };
    expect(await claim(state, 'p1', monday)).toEqual(sending);
    expect(await state.deliveriesOf('sub-1', 5)).toEqual([sending]);
  });

  test('each delivery is given to one process, the one that waited longest first', async ({ state }) => {
    for (let index = 0; index < 6; index++) {
      const subscription = aSubscription({ id: `sub-${index}` });
      await plan(state, subscription, { id: `d${index}`, notBefore: monday - index });
    }
    expect((await claim(state, 'p0', monday))?.id).toBe('d5');
    const given = await Promise.all(Array.from({ length: 8 }, (_, index) => claim(state, `p${index}`, monday)));
    expect(given.flatMap((delivery) => delivery?.id ?? []).toSorted()).toEqual(['d0', 'd1', 'd2', 'd3', 'd4']);
  });

  test('one whose lease has ended and one that was never tried are given out in the order in which they became free', async ({
    state,
  }) => {
    const lateSlot = monday + 3 * lease;
    for (const [id, notBefore] of [
      ['a', monday],
      ['b', monday + 1000],
      ['d', monday + 2000 + lease],
      ['c', monday + 2000 + lease],
    ] as const)
      await plan(state, aSubscription({ id: `sub-${id}` }), { id, notBefore });
    expect((await claim(state, 'p0', monday + 1000))?.id).toBe('a');
    const b = await claim(state, 'p0', monday + 2000);
    // It was to wait until before the lease of `a` ends, but keeps its own lease until long after.
    if (b) await state.saveDelivery({ ...b, notBefore: monday, leaseUntil: monday + 3000 + lease });
    const given: (string | undefined)[] = [];
    for (let count = 0; count < 5; count++) given.push((await claim(state, 'p1', lateSlot))?.id);
    expect(given).toEqual(['a', 'c', 'd', 'b', undefined]);
  });

  test('a process claims the deliveries of one platform, or of those that no other is meant for', async ({ state }) => {
    for (const platform of ['slack', 'discord', 'mail'])
      await plan(state, aSubscription({ id: platform, platform }), { id: platform });
    const claimOf = async (among: Among) =>
      (await state.claimDelivery({ owner: 'p1', now: monday, leaseUntil: monday + lease, among }))?.id;
    expect(await claimOf({ except: ['discord', 'mail', 'slack'] })).toBeUndefined();
    expect(await claimOf({ except: ['discord', 'slack'] })).toBe('mail');
    expect(await claimOf({ only: 'slack' })).toBe('slack');
    expect(await claimOf({ only: 'slack' })).toBeUndefined();
    expect(await claimOf({ except: [] })).toBe('discord');
  });

  test('a delivery whose process died is taken over when its lease ends, and not before', async ({ state }) => {
    await claimed(state);
    expect(await claim(state, 'p2', monday + lease - 1)).toBeUndefined();
    const taken = await claim(state, 'p2', monday + lease);
    expect(taken).toMatchObject({ status: 'sending', owner: 'p2', attempts: 2, firstTriedAt: monday });
  });

  test('a process that lost its lease changes nothing any more', async ({ state }) => {
    const lost = await claimed(state);
    const taken = await claim(state, 'p2', monday + lease);
    expect(await state.saveDelivery({ ...lost, status: 'delivered', message: 'm1' })).toBe(false);
    expect(await state.deliveriesOf('sub-1', 5)).toEqual([taken]);
    expect(await state.toldIn('slack', lost)).toEqual(new Set());
  });

  test('a process that lost its lease to itself changes nothing for its older claim', async ({ state }) => {
    const lost = await claimed(state);
    const taken = await claim(state, 'p1', monday + lease);
    expect(await state.saveDelivery({ ...lost, status: 'planned' })).toBe(false);
    expect(await state.deliveriesOf('sub-1', 5)).toEqual([taken]);
  });

  test('a delivered digest tells its facts in its channel, each once, and is never sent or written again', async ({
    state,
  }) => {
    const sending = await claimed(state);
    const delivered: Delivery = { ...sending, status: 'delivered', message: 'm1' };
    expect(await state.saveDelivery(delivered)).toBe(true);
    expect(await state.deliveriesOf('sub-1', 5)).toEqual([{ ...delivered, owner: undefined, leaseUntil: undefined }]);
    expect(await state.toldIn('slack', sending)).toEqual(new Set(sending.facts));
    expect(await claim(state, 'p2', monday + week)).toBeUndefined();
    expect(await state.saveDelivery({ ...sending, status: 'failed' })).toBe(false);
  });

  test('facts told by two digests in one channel are told once, and in no other channel', async ({ state }) => {
    for (const facts of [['a', 'b'], ['b', 'c', 'c'], []]) {
      const subscription = aSubscription({ id: `sub-${facts.length}` });
      await plan(state, subscription, { facts });
      const sending = await claim(state, 'p1', monday);
      await state.saveDelivery({ ...aDelivery(subscription), ...sending, status: 'delivered' });
    }
    const here = { workspace: 'T1', channel: 'C1' };
    const all = new Set(['a', 'b', 'c']);
    expect(await state.toldIn('slack', here)).toEqual(all);
    for (const [platform, place] of [
      ['discord', here],
      ['slack', { ...here, workspace: 'T2' }],
      ['slack', { ...here, channel: 'C2' }],
    ] as const) {
      expect(await state.toldIn(platform, place)).toEqual(new Set());
      await state.forgetTold(platform, place, all);
    }
    expect((await state.toldIn('slack', here)).size).toBe(3);
    await state.forgetTold('slack', here, all);
    expect(await state.toldIn('slack', here)).toEqual(new Set());
  });

  test('when a round begins anew, what was told since the old one was read stays told', async ({ state }) => {
    const here = { workspace: 'T1', channel: 'C1' };
    const tellIn = async (id: string, facts: readonly string[]) => {
      const subscription = aSubscription({ id });
      await plan(state, subscription, { facts });
      const sending = await claim(state, 'p1', monday);
      await state.saveDelivery({ ...aDelivery(subscription), ...sending, status: 'delivered' });
    };
    const many = Array.from({ length: 1201 }, (_, index) => `fact-${index}`);
    await tellIn('a', many);
    const round = await state.toldIn('slack', here);
    expect(round.size).toBe(1201);
    await tellIn('b', ['new']);
    await state.forgetTold('slack', here, round);
    expect(await state.toldIn('slack', here)).toEqual(new Set(['new']));
  });

  test.for(['skipped', 'failed', 'unknown'] as const)(
    'a digest that is %s tells nothing and keeps its reason',
    async (status, { state }) => {
      const sending = await claimed(state);
      expect(await state.saveDelivery({ ...sending, status, reason: 'channel_not_found' })).toBe(true);
      expect(await state.toldIn('slack', sending)).toEqual(new Set());
      expect(await state.deliveriesOf('sub-1', 5)).toMatchObject([{ status, reason: 'channel_not_found' }]);
      expect(await claim(state, 'p2', monday + week)).toBeUndefined();
    },
  );

  test('a digest that must wait is free for any process again when its time has come', async ({ state }) => {
    const sending = await claimed(state);
    const later = monday + 5000;
    await state.saveDelivery({ ...sending, status: 'planned', notBefore: later, firstTriedAt: undefined });
    expect(await claim(state, 'p2', later - 1)).toBeUndefined();
    expect(await claim(state, 'p2', later)).toMatchObject({ owner: 'p2', attempts: 2, firstTriedAt: later });
  });

  test('a digest without a certain answer is looked at again when its time has come, from its first attempt on', async ({
    state,
  }) => {
    const sending = await claimed(state);
    await state.saveDelivery({ ...sending, notBefore: monday + 5000, leaseUntil: monday + 4000, reason: 'timeout' });
    expect(await claim(state, 'p2', monday + 4999)).toBeUndefined();
    expect(await claim(state, 'p2', monday + 5000)).toMatchObject({ firstTriedAt: monday, reason: 'timeout', reply });
  });

  test('a retry sends the digest as it was first written', async ({ state }) => {
    const sending = await claimed(state);
    await state.saveDelivery({
      ...sending,
      status: 'planned',
      reply: { ...reply, title: 'another' },
      facts: [],
      slot: 1,
    });
    expect(await claim(state, 'p2', monday)).toMatchObject({ reply, facts: sending.facts, slot: monday });
  });
}
