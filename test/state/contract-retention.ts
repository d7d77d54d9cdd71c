import { expect } from 'vitest';
import type { State } from '../../src/core/state.ts';
import type { StateTest } from './database.ts';
import { aDelivery, aSubscription, claim, monday, movedOn, plan, week } from './examples.ts';

const memory = { lang: 'en', terms: [], cites: [] } as const;
const never = { inbound: 0, threads: 0, deliveries: 0 };

async function deliver(state: State, subscription = aSubscription()): Promise<void> {
  await plan(state, subscription);
  const sending = await claim(state, 'p1', subscription.next);
  await state.saveDelivery({ ...aDelivery(subscription), ...sending, status: 'delivered' });
}

async function slotsOf(state: State): Promise<number[]> {
  return (await state.deliveriesOf('sub-1', 9)).map(({ slot }) => slot);
}

export function retentionContract(test: StateTest): void {
  test('event ids older than the limit are forgotten, others not', async ({ state }) => {
    await state.takeEvent('old', 99);
    await state.takeEvent('new', 100);
    await state.retain({ ...never, inbound: 100 });
    expect(await state.takeEvent('old', 101)).toBe(true);
    expect(await state.takeEvent('new', 101)).toBe(false);
  });

  test('threads in which nobody spoke since the limit are forgotten, others not', async ({ state }) => {
    await state.remember('quiet', memory, 99);
    await state.remember('lively', memory, 50);
    await state.remember('lively', memory, 100);
    await state.retain({ ...never, threads: 100 });
    expect(await state.recall('quiet')).toBeUndefined();
    expect(await state.recall('lively')).toEqual(memory);
  });

  test('settled deliveries older than the limit go, open ones stay, and what was told stays', async ({ state }) => {
    const first = aSubscription();
    await deliver(state, first);
    await deliver(state, movedOn(first));
    await plan(state, aSubscription({ id: 'open' }));
    await state.retain({ ...never, deliveries: monday + week });
    expect(await slotsOf(state)).toEqual([monday + week]);
    expect(await state.deliveriesOf('open', 9)).toHaveLength(1);
    expect((await state.toldIn('slack', first)).size).toBe(2);
  });

  test('a delivery that nobody can settle any more, its subscription being gone, goes with age', async ({ state }) => {
    await plan(state, aSubscription());
    await claim(state, 'p1', monday);
    await state.removeSubscription('sub-1');
    await state.retain({ ...never, deliveries: monday });
    expect(await slotsOf(state)).toEqual([monday]);
    await state.retain({ ...never, deliveries: monday + 1 });
    expect(await slotsOf(state)).toEqual([]);
  });

  test('when the bot leaves a workspace all of it goes, and nothing of any other', async ({ state }) => {
    const left = aSubscription();
    const others = [
      aSubscription({ id: 'same workspace id elsewhere', platform: 'discord' }),
      aSubscription({ id: 'another workspace', workspace: 'T2' }),
    ];
    for (const subscription of [left, ...others]) await deliver(state, subscription);
    await plan(state, movedOn(left));

    await state.purgeWorkspace('slack', 'T1');

    expect(await state.subscription(left.id)).toBeUndefined();
    expect(await slotsOf(state)).toEqual([]);
    expect(await state.toldIn('slack', left)).toEqual(new Set());
    expect(await claim(state, 'p1', monday + week)).toBeUndefined();
    for (const other of others) {
      expect(await state.subscription(other.id)).toBeDefined();
      expect(await state.deliveriesOf(other.id, 9)).toHaveLength(1);
      expect((await state.toldIn(other.platform, other)).size).toBe(2);
    }
  });
}
