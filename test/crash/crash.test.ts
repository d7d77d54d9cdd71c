import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Rhythm } from '../../src/core/subscription.ts';
import { type PostgresServer, postgresFolder, startPostgres } from '../support/postgres.ts';
import { type ChatName, type Failure, type History, nonceMemory } from './chats.ts';
import { backUp } from './databases.ts';
import { openScene, type Scene } from './harness.ts';
import { day, hour, minute } from './makings.ts';
import { killAt, stepOf, steps, stepsInDoubt } from './steps.ts';
import { takeOver } from './takeover.ts';

// The real program in a process of its own, killed with SIGKILL. A start takes a second: `npm run crash` kills at more places and more often.

const timeout = 300_000;
const isAbsent = postgresFolder === undefined;
let server: PostgresServer | undefined;
beforeAll(async () => {
  if (!isAbsent) server = await startPostgres();
}, timeout);
afterAll(() => server?.stop());

interface Place {
  readonly chat: ChatName;
  readonly database: 'SQLite' | 'PostgreSQL';
}

const open = ({ chat, database }: Place, history: History = 'open'): Promise<Scene> =>
  openScene({ chat, server: database === 'PostgreSQL' ? server : undefined, history });

function describeAt(place: Place, tests: () => void): void {
  const isSkipped = place.database === 'PostgreSQL' && isAbsent;
  const why = isSkipped ? ' (skipped: no initdb and postgres on this machine)' : '';
  describe.skipIf(isSkipped).concurrent(`on ${place.chat} with ${place.database}${why}`, { timeout }, tests);
}

const once = { posts: 1, status: 'delivered', told: 0 };

const killedAt = [
  [{ chat: 'slack', database: 'SQLite' }, steps],
  [{ chat: 'discord', database: 'PostgreSQL' }, steps],
  [{ chat: 'slack', database: 'PostgreSQL' }, stepsInDoubt],
  [{ chat: 'discord', database: 'SQLite' }, isAbsent ? steps : stepsInDoubt],
] as const;

for (const [place, killed] of killedAt) {
  describeAt(place, () => {
    test('a digest arrives once, wherever on its way the program is killed', async () => {
      await using scene = await open(place);
      for (const step of killed) {
        await scene.passWaits();
        // Nothing may rest on Discord knowing a post again by its nonce.
        scene.chat.pass(nonceMemory);
        expect([step.name, await killAt(scene, step, await scene.subscribe())]).toEqual([step.name, step.leaves]);
      }
      await scene.settle();
      expect(await scene.arrivals()).toMatchObject(killed.map(() => once));
      expect(scene.chat.faults()).toEqual([]);
    });
  });
}

const everyDay: Rhythm = { kind: 'weekly', days: [1, 2, 3, 4, 5, 6, 7] };
const weather: readonly Failure[] = ['lost-reply', '500-after', '500-before', 'cut-before', { rateLimit: 1 }];
const storm = [...weather, ...weather];

for (const place of [
  { chat: 'slack', database: isAbsent ? 'SQLite' : 'PostgreSQL' },
  { chat: 'discord', database: 'SQLite' },
] as const) {
  describeAt(place, () => {
    test('two processes share the digests of one database, and when one is killed the other takes its part over', async () => {
      await using scene = await open(place);
      // The survivor's minute is full in twenty seconds, and the lease of the other is over before: nobody has to sit through the two minutes.
      const survivor = -((scene.now() + 20_000) % minute);
      await takeOver(scene, { survivor, victim: survivor - 50_000, before: 0 });
      const arrivals = await scene.arrivals();
      expect(arrivals).toMatchObject(arrivals.map(() => once));
      expect(arrivals.filter(({ attempts }) => attempts === 2)).not.toEqual([]);
    });

    test('a storm of lost replies, cut lines, 500s and rate limits costs no digest, and none comes twice', async () => {
      await using scene = await open(place);
      for (const failure of storm) {
        scene.chat.failNext(failure);
        await scene.subscribe();
      }
      await scene.run();
      const reasons = (await scene.arrivals()).map(({ reason }) => reason);
      expect(reasons.filter((reason) => reason === 'the platform asked to wait')).toHaveLength(2);
      await scene.settle();
      expect(await scene.arrivals()).toMatchObject(storm.map(() => once));
    });

    test('a closed channel and a revoked token pause their digest, who made it is told though the program is killed, and the rest goes on', async () => {
      await using scene = await open(place);
      const closed = await scene.subscribe();
      scene.chat.closeChannel(closed.channel);
      await killAt(scene, stepOf.told, closed);
      await scene.passWaits();
      await scene.subscribe();
      await scene.subscribe();
      scene.chat.failNext(scene.chat.revoked);
      await scene.run();
      const [first, ...rest] = await scene.arrivals();
      expect(first).toMatchObject({ posts: 0, told: 1 });
      expect(rest.toSorted((a, b) => a.posts - b.posts)).toMatchObject([{ posts: 0, told: 1, status: 'failed' }, once]);
      const paused = (await scene.state.subscriptionsBy(place.chat)).filter(({ status }) => status === 'paused');
      expect(paused).toMatchObject([{ pause: { by: 'platform' } }, { pause: { by: 'platform' } }]);
    });

    test('a restore of yesterday’s database finds the post of today, and does not send it again', async () => {
      await using scene = await open(place);
      await scene.subscribe({ ago: 30 * minute });
      const restore = await backUp(scene.database);
      await scene.run();
      await restore();
      scene.chat.pass(nonceMemory);
      await scene.settle();
      expect(await scene.arrivals()).toMatchObject([once]);
    });

    test('where nobody can look whether a post stands, nothing is sent again, and who made the digest is told', async () => {
      await using scene = await open(place, 'hidden');
      await killAt(scene, stepOf.stored, await scene.subscribe());
      await scene.passWaits();
      await scene.run();
      expect(await scene.arrivals()).toMatchObject([{ status: 'sending', posts: 1, told: 0 }]);
      scene.pass(13 * hour);
      await scene.settle();
      expect(await scene.arrivals()).toMatchObject([{ status: 'unknown', posts: 1, told: 1 }]);
    });
  });
}

describeAt({ chat: 'discord', database: 'SQLite' }, () => {
  test('a laptop that slept for a week posts one daily digest when it wakes, and says which weekly one it left out', async () => {
    await using scene = await open({ chat: 'discord', database: 'SQLite' });
    const daily = await scene.subscribe({ ago: 7 * day + 2 * hour });
    await scene.state.changeSubscription(daily.id, (current) => ({
      ...current,
      schedule: { ...current.schedule, rhythm: everyDay },
    }));
    await scene.subscribe({ ago: 8 * day });
    await scene.settle();
    expect(await scene.arrivals()).toMatchObject([once, { status: 'skipped', posts: 0, told: 1 }]);
  });

  test('a post made while the clock was fifty minutes ahead is found when it is right again', async () => {
    await using scene = await open({ chat: 'discord', database: 'SQLite' });
    scene.setClock(50 * minute);
    await killAt(scene, stepOf.stored, await scene.subscribe());
    scene.setClock(-50 * minute);
    await scene.settle();
    expect(await scene.arrivals()).toMatchObject([once]);
  });
});
