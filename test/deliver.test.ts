import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Delivery } from '../src/core/delivery.ts';
import { defaultPolicy } from '../src/core/delivery-step.ts';
import { toText } from '../src/core/plain.ts';
import type { Platform } from '../src/core/platform.ts';
import { factsOf } from '../src/core/reply.ts';
import type { State } from '../src/core/state.ts';
import type { Rhythm } from '../src/core/subscription.ts';
import { openState } from '../src/state/open.ts';
import {
  aSubscription,
  createWorld,
  day,
  ends,
  hour,
  minute,
  monday,
  store,
  type World,
  week,
} from './support/delivery-world.ts';
import { createFakePlatform } from './support/fake-platform.ts';
import { createMemoryState } from './support/memory-state.ts';

// The only timer of a deliverer is the one that ends a wait for an answer: here it ends when a test says so.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const everyDay: Rhythm = { kind: 'weekly', days: [1, 2, 3, 4, 5, 6, 7] };
const daily = { rhythm: everyDay, time: '09:00', zone: 'UTC' } as const;

async function latest(world: World, subscription = 'sub'): Promise<Delivery | undefined> {
  return (await world.state.deliveriesOf(subscription, 1))[0];
}

const messages = ({ log }: World, level: string) =>
  log.filter((line) => line.level === level).map((line) => line.message);
/** The numbers of the facts that a post says. */
const said = (world: World, post: number) =>
  factsOf(world.chat.posts[post]?.reply ?? neverPosted()).map((id) => Number(id.slice(3)));

function neverPosted(): never {
  throw new Error('there is no such post');
}

describe.for([
  ['in memory', () => Promise.resolve(createMemoryState())],
  ['in a database', () => openState('file::memory:')],
] as const)('with a state %s', ([, open]) => {
  let world: World;
  let state: State;
  beforeEach(async () => {
    state = await open();
    world = createWorld(state);
    await state.addSubscription(aSubscription());
  });
  afterEach(() => state.close());

  test('a digest is posted at its slot, once, however often the clock beats', async () => {
    const deliverer = world.start();
    world.pass(-minute);
    await world.beat(deliverer);
    expect(world.chat.posts).toEqual([]);
    world.pass(minute);
    for (let beat = 0; beat < 3; beat++) {
      await world.beat(deliverer);
      world.pass(minute);
    }
    expect(world.chat.posts).toMatchObject([{ workspace: 'W', channel: 'C' }]);
    expect(await latest(world)).toMatchObject({ status: 'delivered', message: 'm1', slot: monday });
    expect(await state.subscription('sub')).toMatchObject({ next: monday + week, windowFrom: monday });
    expect(await state.toldIn('chat', { workspace: 'W', channel: 'C' })).toEqual(
      new Set(said(world, 0).map((n) => `s/f${n}`)),
    );
  });

  test('two processes on one state share the work and post nothing twice', async () => {
    for (let index = 0; index < 60; index++)
      await state.addSubscription(aSubscription({ id: `s${index}`, channel: `C${index}` }));
    const [one, other] = [world.start(), world.start()];
    await Promise.all([one.beat(monday), other.beat(monday)]);
    expect(world.chat.posts).toHaveLength(61);
    expect(new Set(world.chat.posts.map(({ channel }) => channel)).size).toBe(61);
  });

  test('a post whose answer was lost is found again and not sent a second time', async () => {
    const deliverer = world.start();
    world.chat.nextPosts('lost');
    await world.beat(deliverer);
    expect(await latest(world)).toMatchObject({ status: 'sending', reason: 'the answer was lost' });
    world.pass(minute);
    await world.beat(deliverer);
    expect(world.chat.posts).toHaveLength(1);
    expect(await latest(world)).toMatchObject({ status: 'delivered', message: 'm1' });
  });

  test('a post that the platform lost is sent again', async () => {
    const deliverer = world.start();
    world.chat.nextPosts('down', 'down');
    for (let beat = 0; beat < 5; beat++) {
      await world.beat(deliverer);
      world.pass(minute);
    }
    expect(world.chat.posts).toHaveLength(1);
    expect(world.chat.calls).toEqual({ posts: 3, looks: 2 });
  });

  test('a post that must wait waits as long as it was told, and is not looked for', async () => {
    const deliverer = world.start();
    world.chat.nextPosts({ kind: 'wait', ms: 3 * minute });
    for (const posts of [0, 0, 0, 1]) {
      await world.beat(deliverer);
      expect(world.chat.posts).toHaveLength(posts);
      world.pass(minute);
    }
    expect(world.chat.calls).toEqual({ posts: 2, looks: 0 });
  });

  test('when a process dies after its post, another finds the post within two minutes', async () => {
    const dying = world.start();
    world.chat.nextPosts('hangs-late');
    expect(await world.beat(dying)).toBe(false);
    const other = world.start();
    for (let beat = 0; beat < 2; beat++) {
      world.pass(minute);
      await world.beat(other);
    }
    expect(world.chat.posts).toHaveLength(1);
    expect(await latest(world)).toMatchObject({ status: 'delivered' });
  });

  test('when a process dies before its post, another sends it within two minutes', async () => {
    world.chat.nextPosts('hangs');
    expect(await world.beat(world.start())).toBe(false);
    const other = world.start();
    for (let beat = 0; beat < 2; beat++) {
      world.pass(minute);
      await world.beat(other);
    }
    expect(world.chat.posts).toHaveLength(1);
  });

  test('a channel that refuses for good pauses its digest with the reason and tells who made it; the rest goes on', async () => {
    await state.addSubscription(aSubscription({ id: 'other', channel: 'D' }));
    const deliverer = world.start();
    world.chat.nextPosts({ kind: 'refused', reason: 'is_archived', permanent: true });
    await world.beat(deliverer);
    expect(world.chat.posts).toHaveLength(1);
    const [told] = world.chat.told;
    expect(told?.user).toBe('U');
    expect(told?.reply.actions).toMatchObject([{ text: expect.stringMatching(/^digest resume (sub|other)$/) }]);
    const paused = (await state.subscriptionsBy('chat')).filter(({ status }) => status === 'paused');
    expect(paused).toMatchObject([{ pause: { by: 'platform', reason: 'is_archived' }, windowFrom: monday - week }]);
    world.pass(week);
    await world.beat(deliverer);
    expect(world.chat.posts).toHaveLength(2);
  });

  test('where nobody can look, nothing is sent blindly: it stays unknown, and maker and operator are told', async () => {
    const deliverer = world.start();
    world.chat.nextPosts('lost');
    world.chat.setWeather({ find: 'blind' });
    for (let beat = 0; beat < 60; beat++) {
      await world.beat(deliverer);
      world.pass(15 * minute);
    }
    expect(world.chat.calls.posts).toBe(1);
    expect(await latest(world)).toMatchObject({ status: 'unknown', reason: 'missing_scope' });
    expect(world.chat.told.map(({ reply }) => reply.title)).toEqual(['It is not known whether a digest was posted']);
    expect(messages(world, 'error')).toEqual(['it is unknown whether a digest was posted']);
    expect(await state.subscription('sub')).toMatchObject({ windowFrom: monday - week });
  });

  test.for([
    ['a minute', minute],
    ['nine minutes', 9 * minute],
    ['two hours', 2 * hour],
  ] as const)(
    'a state restored from yesterday, %s after the slot, finds the post of today before it sends',
    async ([, after]) => {
      await world.beat(world.start());
      const restored = await open();
      await restored.addSubscription(aSubscription());
      world.pass(after);
      await world.beat(world.start({ state: restored }));
      expect(world.chat.posts).toHaveLength(1);
      expect(await restored.deliveriesOf('sub', 1)).toMatchObject([{ status: 'delivered', message: 'm1' }]);
      await restored.close();
    },
  );

  test('a machine that is put back to how it was before the slot finds the post of today too', async () => {
    const before = world.start();
    world.pass(-minute);
    await world.beat(before);
    world.pass(minute);
    await world.beat(world.start());
    const back = await open();
    await back.addSubscription(aSubscription());
    // The process as it was in memory then: it beat a minute before the slot, and now the clock shows a later time.
    const woken = world.start({ state: back });
    world.pass(-minute);
    await world.beat(woken);
    world.pass(6 * minute);
    await world.beat(woken);
    expect(world.chat.posts).toHaveLength(1);
    await back.close();
  });
});

describe('late', () => {
  test('a digest of this morning is posted in the evening, with the window that it covers', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription());
    world.pass(11 * hour);
    await world.beat(world.start());
    expect(toText(world.chat.posts[0]?.reply ?? neverPosted())).toContain(
      'up to Mon 23 Nov 2026, 09:00 (Europe/Berlin)',
    );
  });

  test('a digest that could not be posted within the grace is left out and told, and its window comes with the next', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription());
    const deliverer = world.start();
    world.pass(13 * hour);
    await world.beat(deliverer);
    expect(await latest(world)).toMatchObject({ status: 'skipped', reason: 'too late' });
    expect(world.chat.told.map(({ reply }) => reply.title)).toEqual(['A digest was left out']);
    world.pass(week - 13 * hour);
    await world.beat(deliverer);
    expect(world.chat.posts).toHaveLength(1);
    expect(await latest(world)).toMatchObject({
      status: 'delivered',
      window: { from: monday - week, to: monday + week },
    });
  });

  test('a laptop asleep for a week posts one daily digest when it wakes, for the whole week', async () => {
    const world = createWorld();
    const nine = monday + hour;
    await world.state.addSubscription(aSubscription({ schedule: daily, next: nine, windowFrom: nine - day }));
    const deliverer = world.start();
    world.pass(week + 2 * hour);
    for (let beat = 0; beat < 3; beat++) await world.beat(deliverer);
    expect(world.chat.posts).toHaveLength(1);
    expect(await latest(world)).toMatchObject({ window: { from: nine - day, to: nine + week } });
  });

  test('a digest still in doubt when the next is due is settled first, and its window comes with the next', async () => {
    const world = createWorld();
    const nine = monday + hour;
    await world.state.addSubscription(aSubscription({ schedule: daily, next: nine, windowFrom: nine - day }));
    world.pass(hour);
    world.chat.nextPosts('down');
    await world.beat(world.start());
    world.pass(day);
    await world.beat(world.start());
    const [second, first] = await world.state.deliveriesOf('sub', 2);
    expect(first).toMatchObject({ status: 'skipped', reason: 'too late (503)' });
    expect(second).toMatchObject({ status: 'delivered', window: { from: nine - day, to: nine + day } });
  });

  test('two digests in a row that do not come raise an alarm for the operator', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription({ madeBy: 'operator' }));
    const deliverer = world.start();
    world.chat.setWeather({ post: 'down' });
    for (const expected of [0, 1]) {
      for (let beat = 0; beat < 60; beat++) {
        await world.beat(deliverer);
        world.pass(15 * minute);
      }
      const alarms = messages(world, 'error').filter((message) => message === 'two digests in a row did not arrive');
      expect(alarms).toHaveLength(expected);
      world.pass(week - 15 * hour);
    }
    expect(world.chat.told).toEqual([]);
  });

  test('a paused digest is not sent, and quiet periods are no alarm', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription());
    const deliverer = world.start();
    world.chat.nextPosts({ kind: 'wait', ms: minute });
    await world.beat(deliverer);
    await world.state.changeSubscription('sub', (current) => ({
      ...current,
      status: 'paused',
      pause: { by: 'person', reason: 'holidays' },
    }));
    world.pass(2 * minute);
    await world.beat(deliverer);
    expect(await latest(world)).toMatchObject({ status: 'skipped', reason: 'the subscription was paused' });
    expect(world.chat.posts).toEqual([]);
    expect(world.chat.told).toEqual([]);
    expect(messages(world, 'error')).toEqual([]);
  });
});

describe('what is said', () => {
  test('two digests of one channel in one minute say different facts, though the beats of the clock and the start meet', async () => {
    const world = createWorld();
    for (const id of ['a', 'b']) await world.state.addSubscription(aSubscription({ id }));
    const deliverer = world.start();
    await Promise.all([world.beat(deliverer), world.beat(deliverer)]);
    expect([...said(world, 0), ...said(world, 1)].toSorted((a, b) => a - b)).toEqual([
      0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 13,
    ]);
  });

  test('when all was told a new round begins, and what it tells is not told again in it', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription({ topics: ['chips'] }));
    const deliverer = world.start();
    for (let count = 0; count < 4; count++) {
      await world.beat(deliverer);
      world.pass(week);
    }
    expect([0, 1, 2, 3].map((post) => said(world, post))).toEqual([
      [0, 1, 2, 3, 4, 5],
      [6, 7],
      [0, 1, 2, 3, 4, 5],
      [6, 7],
    ]);
  });

  test('a quiet period is left out on purpose where the subscription skips it, and is covered', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription({ topics: ['none'], quiet: 'skip' }));
    await world.beat(world.start());
    expect(world.chat.calls.posts).toBe(0);
    expect(await latest(world)).toMatchObject({ status: 'skipped', reason: 'nothing new or untold in this period' });
    expect(await world.state.subscription('sub')).toMatchObject({ windowFrom: monday, next: monday + week });
    expect(world.log).toEqual([]);
  });

  test('a quiet period is said in a short digest where the subscription wants that', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription({ topics: ['none'], quiet: 'say-so' }));
    await world.beat(world.start());
    expect(world.chat.posts[0]?.reply.sections).toMatchObject([{ kind: 'note' }]);
  });

  test('a retry sends what was composed first, though more was told since', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription());
    const deliverer = world.start();
    world.chat.nextPosts({ kind: 'wait', ms: minute });
    await world.beat(deliverer);
    const planned = (await latest(world))?.reply;
    world.pass(2 * minute);
    await world.beat(deliverer);
    expect(world.chat.posts[0]?.reply).toEqual(planned);
  });
});

describe('trouble', () => {
  test('a platform that is not connected leaves its digests waiting until it is', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription());
    const without = world.start({ platforms: [] });
    for (let beat = 0; beat < 10; beat++) {
      await world.beat(without);
      world.pass(minute);
    }
    expect(await latest(world)).toMatchObject({ status: 'planned', reason: 'its platform is not connected' });
    world.pass(5 * minute);
    await world.beat(world.start());
    expect(world.chat.posts).toHaveLength(1);
  });

  test('a platform that breaks its promise hurts one digest, which is looked up at the next try', async () => {
    const world = createWorld();
    for (const id of ['a', 'b', 'c']) await world.state.addSubscription(aSubscription({ id, channel: id }));
    const deliverer = world.start();
    world.chat.nextPosts('ok', 'throws');
    await world.beat(deliverer);
    expect(world.chat.posts).toHaveLength(2);
    expect(messages(world, 'error')).toEqual(['a delivery broke off: whether it stands is looked up at the next try']);
    const states = await Promise.all(['a', 'b', 'c'].map((id) => latest(world, id)));
    expect(states.map((delivery) => delivery?.reason)).toContain('something unexpected went wrong');
    world.pass(minute);
    await world.beat(deliverer);
    expect(world.chat.posts).toHaveLength(3);
    expect(world.chat.calls.looks).toBe(1);
  });

  test('a call that gets no answer for 40 seconds counts as uncertain, and the beat ends', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription());
    world.chat.nextPosts('hangs');
    const beat = world.start().beat(monday);
    expect(await ends(beat)).toBe(false);
    vi.advanceTimersByTime(defaultPolicy.longestCall);
    await beat;
    expect(await latest(world)).toMatchObject({ status: 'sending', reason: 'no answer within 40 s' });
  });

  test.for([
    ['has lost its lease', 2 * minute],
    ['could lose its lease before the answer', 30_000],
  ] as const)('a process that was held up, so that it %s, posts nothing', async ([, heldUp]) => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription());
    const { promise, resolve } = Promise.withResolvers<void>();
    let saves = 0;
    const slow: State = {
      ...world.state,
      async saveDelivery(delivery) {
        if (++saves === 1) await promise;
        return world.state.saveDelivery(delivery);
      },
    };
    const beat = world.start({ state: slow }).beat(monday);
    expect(await ends(beat)).toBe(false);
    world.pass(heldUp);
    await world.beat(world.start());
    const before = world.chat.calls.posts;
    resolve();
    await beat;
    expect(world.chat.calls.posts).toBe(before);
    expect(messages(world, 'warn')).toEqual(['a delivery was left to the next process: its lease is over']);
    world.pass(2 * minute);
    await world.beat(world.start());
    expect(world.chat.posts).toHaveLength(1);
  });

  test('a subscription that cannot be planned is logged and does not hold up the others', async () => {
    const world = createWorld();
    const broken = { ...aSubscription().schedule, zone: 'Mars/Phobos' };
    await world.state.addSubscription(aSubscription({ id: 'broken', schedule: broken, next: monday - hour }));
    for (let index = 0; index < 60; index++)
      await world.state.addSubscription(aSubscription({ id: `s${index}`, channel: `C${index}` }));
    await world.beat(world.start());
    expect(world.chat.posts).toHaveLength(60);
    expect(messages(world, 'error')).toEqual(['a digest could not be planned']);
  });

  test('a subscription that stands at a slot which has its delivery moves on to the next', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription());
    const deliverer = world.start();
    await world.beat(deliverer);
    await world.state.changeSubscription('sub', () => aSubscription());
    await world.beat(deliverer);
    expect(world.chat.posts).toHaveLength(1);
    expect(await world.state.subscription('sub')).toMatchObject({ next: monday + week });
  });

  test('a slot that a new rule of the zone moved to later waits for its new instant', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription({ next: monday - hour }));
    const deliverer = world.start();
    world.pass(-hour);
    await world.beat(deliverer);
    expect(world.chat.posts).toEqual([]);
    world.pass(hour);
    await world.beat(deliverer);
    expect(world.chat.posts).toHaveLength(1);
  });

  test('no more than twenty-four digests are in hand on a platform at a time', async () => {
    const world = createWorld();
    for (let index = 0; index < 40; index++)
      await world.state.addSubscription(aSubscription({ id: `s${index}`, channel: `C${index}` }));
    world.chat.setWeather({ post: 'hangs' });
    expect(await world.beat(world.start())).toBe(false);
    expect(world.chat.calls.posts).toBe(24);
  });

  test('a platform that answers nobody is left alone for a minute, and the other platform does not wait for it', async () => {
    const world = createWorld();
    const mail = createFakePlatform('mail', () => monday);
    for (let index = 0; index < 100; index++)
      await world.state.addSubscription(aSubscription({ id: `a${index}`, channel: `C${index}` }));
    for (let index = 0; index < 3; index++)
      await world.state.addSubscription(aSubscription({ id: `z${index}`, platform: 'mail', channel: `M${index}` }));
    world.chat.setWeather({ post: 'down' });
    const deliverer = world.start({ platforms: [world.chat, mail] });
    await world.beat(deliverer);
    expect(world.chat.calls.posts).toBeLessThanOrEqual(48);
    expect(mail.posts).toHaveLength(3);
    world.chat.setWeather({ post: 'ok' });
    for (let beat = 0; beat < 2; beat++) {
      world.pass(minute);
      await world.beat(deliverer);
    }
    expect(world.chat.posts).toHaveLength(100);
  });

  test('a platform whose limit is used up holds up neither another one nor the clock, and goes on by itself', async () => {
    const world = createWorld();
    const mail = createFakePlatform('mail', () => monday);
    const free = Promise.withResolvers<void>();
    const slow: Platform = { ...mail, room: async (to) => (to ? undefined : await free.promise) };
    await world.state.addSubscription(aSubscription({ id: 'slow', platform: 'mail' }));
    const deliverer = world.start({ platforms: [world.chat, slow] });
    const beat = deliverer.beat(monday);
    expect(await ends(beat)).toBe(false);
    vi.advanceTimersByTime(minute);
    await beat;
    world.pass(minute);
    await world.state.addSubscription(aSubscription());
    const next = deliverer.beat(monday + minute);
    expect(await ends(next)).toBe(false);
    expect([world.chat.posts.length, mail.posts.length]).toEqual([1, 0]);
    free.resolve();
    await next;
    expect(mail.posts).toHaveLength(1);
  });

  test('what stands in line before the limit of its platform is claimed by nobody, and needs no look after a crash', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription());
    const waiting: Platform = { ...world.chat, room: () => new Promise(() => undefined) };
    expect(await world.beat(world.start({ platforms: [waiting] }))).toBe(false);
    const other = world.start();
    await world.beat(other);
    expect(world.chat.calls).toEqual({ posts: 1, looks: 0 });
  });

  test('a digest that stands in line before the limit of its channel is not yet marked as being sent', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription());
    let leases = 0;
    const state: State = {
      ...world.state,
      saveDelivery(delivery) {
        leases = (delivery.leaseUntil ?? 0) - world.now();
        return world.state.saveDelivery(delivery);
      },
    };
    const slow: Platform = {
      ...world.chat,
      async room(to) {
        if (!to) return;
        expect(leases).toBe(0);
        world.pass(30_000);
      },
      async post(...given) {
        expect([world.now(), leases]).toEqual([monday + 30_000, defaultPolicy.lease]);
        return await world.chat.post(...given);
      },
    };
    await world.beat(world.start({ platforms: [slow], state }));
    expect(await latest(world)).toMatchObject({ status: 'delivered' });
  });

  test('who unsubscribes while a refusal is told is unsubscribed', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription());
    const slow: Platform = {
      ...world.chat,
      async tell(...given) {
        await world.state.removeSubscription('sub');
        return await world.chat.tell(...given);
      },
    };
    world.chat.setWeather({ post: { kind: 'refused', reason: 'is_archived', permanent: true } });
    await world.beat(world.start({ platforms: [slow] }));
    expect(await world.state.subscription('sub')).toBeUndefined();
  });

  test('a notice that cannot be given is logged for the operator', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription());
    world.chat.setWeather({ post: { kind: 'refused', reason: 'no_access', permanent: true }, tell: 'refused' });
    await world.beat(world.start());
    expect(messages(world, 'error')).toEqual([
      'a digest was refused',
      'who made a digest could not be told that it did not come',
    ]);
  });

  test('a notice that takes long is not given a second time by another process', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription());
    const slow: Platform = {
      ...world.chat,
      async post() {
        world.pass(38_000);
        return { kind: 'refused', reason: 'is_archived', permanent: true };
      },
      async tell(...given) {
        world.pass(38_000);
        await world.start().beat(world.now());
        return world.chat.tell(...given);
      },
    };
    await world.beat(world.start({ platforms: [slow] }));
    expect(world.chat.told).toHaveLength(1);
    expect(world.chat.calls).toEqual({ posts: 0, looks: 0 });
  });

  test('the log of a delivery holds its names and reason, and never its text', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription());
    await world.beat(world.start());
    expect(JSON.stringify(world.log)).toContain('"subscription":"sub"');
    expect(JSON.stringify(world.log)).not.toContain(store.facts[0]?.text.en);
  });

  test('a state that fails leaves the deliverer able to go on at the next beat', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription());
    let isDown = true;
    const failing: State = {
      ...world.state,
      claimDelivery: (claim) => (isDown ? Promise.reject(new Error('no database')) : world.state.claimDelivery(claim)),
    };
    const deliverer = world.start({ state: failing });
    expect(await world.beat(deliverer)).toBe(true);
    expect(new Set(messages(world, 'error'))).toEqual(new Set(['the deliveries of a beat broke off']));
    isDown = false;
    await world.beat(deliverer);
    expect(world.chat.posts).toHaveLength(1);
  });
});

describe('stopping', () => {
  test('waits for what is in hand and takes up nothing more', async () => {
    const world = createWorld();
    await world.state.addSubscription(aSubscription());
    world.chat.nextPosts('hangs-late');
    const deliverer = world.start();
    await world.beat(deliverer);
    const stopped = deliverer.stop();
    expect(await ends(stopped)).toBe(false);
    vi.advanceTimersByTime(defaultPolicy.longestCall);
    await stopped;
    await world.state.addSubscription(aSubscription({ id: 'new', channel: 'new' }));
    world.pass(minute);
    await world.beat(deliverer);
    expect(world.chat.calls.posts).toBe(1);
  });
});
