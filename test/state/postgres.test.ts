import { afterAll, beforeAll, describe, expect, vi } from 'vitest';
import { openState } from '../../src/state/open.ts';
import { type PostgresServer, postgresFolder, startPostgres } from '../support/postgres.ts';
import { stateContract } from './contract.ts';
import { stateTest } from './database.ts';
import { aSubscription, claim, monday, plan } from './examples.ts';

// Heard from the beginning: node-postgres warns once.
const warnings: string[] = [];
process.on('warning', ({ message }) => warnings.push(message));

const absent = postgresFolder === undefined;
const name = `the state in PostgreSQL${absent ? ' (skipped: no initdb and postgres on this machine)' : ''}`;

describe.skipIf(absent)(name, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server?.stop());

  const database = { freshUrl: () => server.freshUrl() };
  stateContract(database);
  const test = stateTest(database);

  const endEveryConnection = () =>
    server.query('select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()');

  test('a server that ends every connection is connected to again', async ({ state }) => {
    await state.takeEvent('Ev1', 1);
    await endEveryConnection();
    // The first statement after it may still meet a dead connection; it rejects then, and the next gets a new one.
    await vi.waitFor(async () => expect(await state.takeEvent('Ev1', 2)).toBe(false));
  });

  test('a connection that ends inside a transaction fails that transaction and nothing else', async ({
    state,
    driver,
  }) => {
    const cut = driver.transaction(async (tx) => {
      await tx.query("insert into inbound (id, taken_at) values ('Ev1', 1)");
      await endEveryConnection();
      await server.query('select 1');
      await tx.query('select 1');
      return true;
    });
    await expect(cut).rejects.toThrow(/^state: /);
    await vi.waitFor(async () => expect(await state.takeEvent('Ev1', 2)).toBe(true));
  });

  test('a process takes the next delivery where the first is just being taken by another, without waiting', async ({
    state,
    driver,
  }) => {
    for (const id of ['d1', 'd2']) await plan(state, aSubscription({ id: `sub-${id}` }), { id });
    await driver.transaction(async (tx) => {
      await tx.query("select id from deliveries where id = 'd1' for update");
      expect(await claim(state, 'p1', monday)).toMatchObject({ id: 'd2' });
      return true;
    });
  });

  test('under load no connection is given a second statement while it has one: node-postgres takes that no more from version 9 on', async ({
    state,
  }) => {
    await Promise.all([1, 2, 3, 4].map(() => server.freshUrl()));
    await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const subscription = aSubscription({ id: `s${index}`, channel: `C${index % 7}` });
        await plan(state, subscription);
        const sending = await claim(state, 'p1', monday);
        if (sending) await state.saveDelivery({ ...sending, status: 'delivered' });
        await state.changeSubscription(subscription.id, (current) => ({ ...current, status: 'paused' }));
        await state.forgetTold('slack', subscription, new Set(sending?.facts));
        await state.countUnanswered({ topic: 'chips', lang: 'en', text: subscription.id }, 1);
        await state.removeSubscription(subscription.id);
        await state.retain({ inbound: 1, threads: 1, deliveries: 1 });
        await state.purgeWorkspace('slack', `T${index}`);
      }),
    );
    await new Promise((resolve) => setImmediate(resolve));
    expect(warnings).toEqual([]);
  });

  test('a database that does not exist is named, user and password are not', async ({ url }) => {
    const refused = await openState(url.replace('/postgres?', '/nowhere?')).catch((error: Error) => error);
    expect(String(refused)).toMatch(
      /state: cannot open PostgreSQL at 127\.0\.0\.1:\d+\/nowhere .*DATABASE_URL.*does not exist/,
    );
    expect(String(refused)).not.toContain('secret');
  });
});
