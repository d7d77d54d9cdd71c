import { expect } from 'vitest';
import { openState } from '../../src/state/open.ts';
import type { StateTest } from './database.ts';
import { aSubscription, claim, monday, movedOn, plan } from './examples.ts';

export function schemaContract(test: StateTest): void {
  test('a restart keeps everything', async ({ state, open }) => {
    const subscription = aSubscription();
    await state.takeEvent('Ev1', 1);
    await state.remember('thread', { lang: 'en', terms: ['h20'], cites: [] }, 1);
    await state.countUnanswered({ topic: 'chips', lang: 'en' }, 1);
    const planned = await plan(state, subscription);
    const sending = await claim(state, 'p1', monday);
    await state.saveDelivery({ ...planned, ...sending, status: 'delivered', message: 'm1' });
    const seen = async (from: typeof state) => [
      await from.recall('thread'),
      await from.unanswered(),
      await from.subscription(subscription.id),
      await from.deliveriesOf(subscription.id, 5),
      await from.toldIn('slack', subscription),
    ];
    const before = await seen(state);
    expect(before[2]).toEqual(movedOn(subscription));

    const restarted = await open();

    expect(await seen(restarted)).toEqual(before);
    expect(await restarted.takeEvent('Ev1', 2)).toBe(false);
  });

  test('a database that a newer version of the program has changed is refused, and left as it is', async ({
    url,
    state,
    driver,
  }) => {
    await state.takeEvent('Ev1', 1);
    await driver.query('update briefing_schema set version = version + 1');
    await expect(openState(url)).rejects.toThrow(
      /state: the database has schema 2 .* only up to 1: run the newer version/,
    );
    expect(await state.takeEvent('Ev1', 2)).toBe(false);
  });

  test('a transaction that fails half-way leaves nothing behind and does not stop the next', async ({
    state,
    driver,
  }) => {
    const taken = driver.transaction(async (tx) => {
      await tx.query('insert into inbound (id, taken_at) values ($1, $2)', ['Ev1', 1]);
      await tx.query('insert into nowhere (id) values ($1)', ['secret value']);
      return true;
    });
    await expect(taken).rejects.toThrow(/^state: insert into nowhere \(id\) values \(\$1\): .*nowhere/);
    expect(await driver.query('select id from inbound')).toEqual([]);
    expect(await state.takeEvent('Ev1', 1)).toBe(true);
  });

  test('what is written while a transaction runs is not undone with it', async ({ driver }) => {
    await driver.query('create table notes (id text not null)');
    let meanwhile: Promise<unknown> | undefined;
    await driver.transaction(async (tx) => {
      await tx.query("insert into notes (id) values ('undone')");
      meanwhile = driver.query("insert into notes (id) values ('kept')");
      return undefined;
    });
    await meanwhile;
    expect(await driver.query('select id from notes')).toMatchObject([{ id: 'kept' }]);
  });

  test('a closed state answers no more, it rejects', async ({ url }) => {
    const closed = await openState(url);
    await closed.close();
    await expect(closed.takeEvent('Ev1', 1)).rejects.toThrow(/^state: /);
  });
}
