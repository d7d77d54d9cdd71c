import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Delivery } from '../src/core/delivery.ts';
import { defaultPolicy, isOpen, isSilent } from '../src/core/delivery-step.ts';
import type { Platform } from '../src/core/platform.ts';
import type { State } from '../src/core/state.ts';
import type { Deliverer } from '../src/deliver.ts';
import { aSubscription, createWorld, day, hour, minute, monday, type World } from './support/delivery-world.ts';
import type { FindWeather, PostWeather, TellWeather } from './support/fake-platform.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** How a process dies: at its nth call of the state, which is done or not; or that call fails, done or not, and it lives on. */
interface Death {
  readonly at: number;
  readonly isDone: boolean;
  readonly how: 'dies' | 'fails';
}

/** A state whose nth call from now goes wrong. */
function mortal(state: State): { state: State; die(death: Death): void } {
  let death: Death | undefined;
  let calls = 0;
  const proxy = new Proxy(state, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...given: unknown[]) => {
        const met = death && ++calls === death.at ? death : undefined;
        const done: unknown = !met || met.isDone ? await Reflect.apply(method, target, given) : undefined;
        if (met?.how === 'dies') return new Promise(() => undefined);
        if (met) throw new Error('the database is away');
        return done;
      };
    },
  });
  return {
    state: proxy,
    die(next) {
      death = next;
      calls = 0;
    },
  };
}

const post = fc.constantFrom<PostWeather>(
  'ok',
  'lost',
  'down',
  'hangs',
  'hangs-late',
  'throws',
  { kind: 'wait', ms: 90_000 },
  { kind: 'wait', ms: 3 * hour },
  { kind: 'refused', reason: 'internal', permanent: false },
);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('beat' as const), by: fc.constantFrom('one', 'other', 'both') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 3 * minute }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 20 * hour }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('weather' as const),
      post,
      find: fc.constantFrom<FindWeather>('ok', 'ok', 'blind', 'hangs'),
      tell: fc.constantFrom<TellWeather>('ok', 'ok', 'refused', 'hangs'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('next' as const), posts: fc.array(post, { maxLength: 3 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      error: fc.integer({ min: -30 * minute, max: 30 * minute }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('death' as const),
      by: fc.nat(1),
      at: fc.integer({ min: 1, max: 25 }),
      isDone: fc.boolean(),
      how: fc.constantFrom<Death['how']>('dies', 'fails'),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const subscriptions = [
  aSubscription({
    id: 'a',
    schedule: { rhythm: { kind: 'weekly', days: [1, 2, 3, 4, 5, 6, 7] }, time: '08:00', zone: 'UTC' },
  }),
  aSubscription({ id: 'b', channel: 'D' }),
];

/** Two processes that are started anew when they die. */
function createProcesses(world: World) {
  const slots = [0, 1].map(() => startOne());

  function startOne(): { deliverer: Deliverer; die(death: Death): void } {
    const { state, die } = mortal(world.state);
    return { deliverer: world.start({ state }), die };
  }

  async function beat(index: number): Promise<void> {
    const slot = slots[index];
    // What does not end by itself is dead: what it still waits for never comes.
    if (slot && !(await world.beat(slot.deliverer))) slots[index] = startOne();
  }

  return {
    beat,
    die: (index: number, death: Death) => slots[index]?.die(death),
    restart: () => slots.splice(0, 2, startOne(), startOne()),
  };
}

async function live(world: World, steps: readonly Step[]): Promise<ReturnType<typeof createProcesses>> {
  const processes = createProcesses(world);
  for (const one of steps) {
    if (one.kind === 'pass') world.pass(one.ms);
    else if (one.kind === 'weather') world.chat.setWeather(one);
    else if (one.kind === 'next') world.chat.nextPosts(...one.posts);
    else if (one.kind === 'clock') world.setClockError(one.error);
    else if (one.kind === 'death') processes.die(one.by, one);
    else
      await Promise.all(
        (one.by === 'both' ? [0, 1] : [one.by === 'one' ? 0 : 1]).map((index) => processes.beat(index)),
      );
  }
  return processes;
}

async function allDeliveries(world: World): Promise<Delivery[]> {
  return (await Promise.all(subscriptions.map(({ id }) => world.state.deliveriesOf(id, 1_000)))).flat();
}

/** The sun comes out: what is open is settled, a beat every five minutes until the grace of all is over. */
async function recover(world: World, processes: ReturnType<typeof createProcesses>): Promise<void> {
  world.setClockError(0);
  world.chat.setWeather({ post: 'ok', find: 'ok', tell: 'ok' });
  world.chat.clearNext();
  processes.restart();
  for (let passed = 0; passed <= defaultPolicy.grace + 2 * hour; passed += 5 * minute) {
    await processes.beat(passed % 2);
    world.pass(5 * minute);
  }
}

test('whatever goes wrong, a digest is on the platform at most once: once if it recovers in time, else somebody is told', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 40, size: 'max' }), async (steps) => {
      const world = createWorld(undefined, monday - 5 * minute);
      for (const subscription of subscriptions) await world.state.addSubscription(subscription);
      const processes = await live(world, steps);
      const open = (await allDeliveries(world)).filter(isOpen);
      const recovered = world.now();
      await recover(world, processes);

      const standing = Map.groupBy(world.chat.posts, ({ id }) => id);
      expect([...standing.values()].filter((posts) => posts.length > 1)).toEqual([]);
      const all = await allDeliveries(world);
      expect(all.filter(isOpen)).toEqual([]);
      for (const { id, status } of all) {
        if (status === 'delivered') expect(standing.has(id)).toBe(true);
        if (status === 'failed' || status === 'skipped') expect(standing.has(id)).toBe(false);
      }
      // An hour before the end of the grace is time enough for the longest wait and the longest lease.
      const inTime = open.filter(
        ({ slot, notBefore }) => Math.max(recovered, notBefore) < slot + defaultPolicy.grace - hour,
      );
      expect(all.filter(({ id, status }) => inTime.some((one) => one.id === id) && status !== 'delivered')).toEqual([]);
      const silent = all.filter(isSilent);
      const complaints = world.log.filter(({ level }) => level === 'error').length;
      expect(world.chat.told.length + complaints).toBeGreaterThanOrEqual(silent.length);
    }),
    { numRuns: 25 },
  );
});

/** A platform and a state whose calls begin in any order that the scheduler likes. */
function scheduled<T extends object>(port: T, s: fc.Scheduler): T {
  return new Proxy(port, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...given: unknown[]) => {
        await s.schedule(Promise.resolve(), String(name));
        const done: unknown = await Reflect.apply(method, target, given);
        return done;
      };
    },
  });
}

test('two processes that beat at once post every digest once, in whatever order their calls come through', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(post, { maxLength: 4 }), async (s, next) => {
      const world = createWorld();
      const ids = ['a', 'b', 'c', 'd'];
      for (const id of ids) await world.state.addSubscription(aSubscription({ id, channel: id === 'd' ? 'a' : id }));
      world.chat.nextPosts(...next.filter((one) => one === 'ok' || one === 'lost' || one === 'down'));
      const platforms: Platform[] = [scheduled<Platform>(world.chat, s)];
      const deliverers = [1, 2].map(() => world.start({ state: scheduled(world.state, s), platforms }));
      for (let beat = 0; beat < 4; beat++) {
        await s.waitFor(Promise.all(deliverers.map((deliverer) => deliverer.beat(world.now()))));
        world.pass(2 * minute);
      }
      expect(world.chat.posts).toHaveLength(ids.length);
      expect(new Set(world.chat.posts.map(({ id }) => id)).size).toBe(ids.length);
      for (const id of ids) expect(await world.state.deliveriesOf(id, 9)).toMatchObject([{ status: 'delivered' }]);
    }),
    { numRuns: 20 },
  );
});

test('a month of days with two processes and a fair platform posts each day once', async () => {
  const world = createWorld(undefined, monday - hour);
  await world.state.addSubscription(subscriptions[0] ?? aSubscription());
  const deliverers = [world.start(), world.start()];
  for (let passed = 0; passed < 30 * day; passed += hour) {
    await Promise.all(deliverers.map((deliverer) => world.beat(deliverer)));
    world.pass(hour);
  }
  expect(world.chat.posts).toHaveLength(30);
});
