import { expect, test } from 'vitest';
import type { PlatformEvent } from '../src/core/platform.ts';
import { takeLoss } from '../src/losses.ts';
import { aSubscription, monday } from './state/examples.ts';
import { createFakePlatform } from './support/fake-platform.ts';
import { createMemoryState } from './support/memory-state.ts';

const log = { info() {}, warn() {}, error() {} };
const closed: PlatformEvent = { kind: 'channel-lost', workspace: 'T1', channel: 'C1', reason: 'is_archived' };

function createWorld() {
  const state = createMemoryState();
  const platform = createFakePlatform('slack', () => monday);
  return { state, platform, log };
}

test('a channel that is lost pauses its digests, and who made them is told once', async () => {
  const world = createWorld();
  await world.state.addSubscription(aSubscription());
  for (let times = 0; times < 2; times++) await takeLoss(closed, world);
  expect(await world.state.subscription('sub-1')).toMatchObject({
    status: 'paused',
    pause: { by: 'platform', reason: 'is_archived' },
  });
  expect(world.platform.told.map(({ user }) => user)).toEqual([aSubscription().madeBy]);
});

test('what somebody else changes of a digest while its channel is lost stays', async () => {
  const world = createWorld();
  const { state } = world;
  await state.addSubscription(aSubscription());
  const { subscriptionsOf } = state;
  state.subscriptionsOf = (...place) =>
    subscriptionsOf(...place).finally(() =>
      state.changeSubscription('sub-1', (current) => ({ ...current, windowFrom: monday + 1 })),
    );
  await takeLoss(closed, world);
  expect(await state.subscription('sub-1')).toMatchObject({ status: 'paused', windowFrom: monday + 1 });
});

test('a digest that somebody paused or removed meanwhile stays so, and nobody is told of it', async () => {
  for (const meanwhile of ['pause', 'remove']) {
    const world = createWorld();
    const { state } = world;
    await state.addSubscription(aSubscription());
    const { subscriptionsOf } = state;
    const holidays = { status: 'paused', pause: { by: 'person', reason: 'holidays' } } as const;
    state.subscriptionsOf = async (...place) => {
      const read = await subscriptionsOf(...place);
      if (meanwhile === 'remove') await state.removeSubscription('sub-1');
      else await state.changeSubscription('sub-1', (current) => ({ ...current, ...holidays }));
      return read;
    };
    await takeLoss(closed, world);
    const left = meanwhile === 'remove' ? undefined : { ...aSubscription(), ...holidays };
    expect(await state.subscription('sub-1')).toEqual(left);
    expect(world.platform.told).toEqual([]);
  }
});

test('a workspace that the bot was removed from takes its digests along', async () => {
  const world = createWorld();
  await world.state.addSubscription(aSubscription());
  await takeLoss({ kind: 'removed', workspace: 'T1' }, world);
  expect(await world.state.subscription('sub-1')).toBeUndefined();
});
