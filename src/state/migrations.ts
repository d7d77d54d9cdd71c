import { z } from 'zod';
import type { Driver, Queries } from './driver.ts';

/**
 * Every change of the schema, oldest first; migration n is entry n - 1. One that was released is never edited: add another.
 * The texts run on SQLite and on PostgreSQL: `bigint` is an integer and `text` a text on both.
 */
const migrations: readonly (readonly string[])[] = [
  [
    `create table subscriptions (
      id text not null primary key, platform text not null, workspace text not null, channel text not null,
      status text not null, next_slot bigint not null, window_from bigint not null, made_at bigint not null, doc text not null)`,
    `create index subscriptions_due on subscriptions (next_slot, id) where status = 'active'`,
    'create index subscriptions_place on subscriptions (platform, workspace, channel)',

    `create table deliveries (
      id text not null primary key, subscription text not null, platform text not null, workspace text not null,
      channel text not null, slot bigint not null, doc text not null, status text not null, attempts bigint not null,
      not_before bigint not null, first_tried_at bigint, owner text, lease_until bigint, message text, reason text,
      unique (subscription, slot))`,
    `create index deliveries_open on deliveries (coalesce(lease_until, not_before), id)
      where status in ('planned', 'sending')`,

    `create table told (
      platform text not null, workspace text not null, channel text not null, fact text not null,
      primary key (platform, workspace, channel, fact))`,

    'create table inbound (id text not null primary key, taken_at bigint not null)',
    'create index inbound_age on inbound (taken_at)',

    'create table threads (conversation text not null primary key, doc text not null, changed_at bigint not null)',
    'create index threads_age on threads (changed_at)',

    `create table unanswered (
      topic text not null, lang text not null, times bigint not null, texts text not null, last_at bigint not null,
      primary key (topic, lang))`,
  ],
];

const versionRow = z.object({ version: z.number() });

/**
 * Brings the database to the schema of this program, in one transaction; nothing happens where it is there already.
 * Rejects where a newer program has changed the schema further: this one would not understand its rows.
 */
export async function migrate(database: Driver): Promise<void> {
  await database.exclusively(async (tx) => {
    const from = await versionOf(tx);
    if (from > migrations.length) {
      throw new Error(
        `state: the database has schema ${from} and this program knows only up to ${migrations.length}: ` +
          'run the newer version of the program again, or restore the backup made before it was installed',
      );
    }
    for (const sql of migrations.slice(from).flat()) await tx.query(sql);
    await tx.query('update briefing_schema set version = $1', [migrations.length]);
    return true;
  });
}

async function versionOf(tx: Queries): Promise<number> {
  await tx.query('create table if not exists briefing_schema (version bigint not null)');
  const [row] = await tx.query('select version from briefing_schema');
  if (row) return versionRow.parse(row).version;
  await tx.query('insert into briefing_schema (version) values (0)');
  return 0;
}
