import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { PostgresServer } from '../support/postgres.ts';
import { mark, stand } from './gate-names.ts';

/** A write to the table of deliveries. */
export interface Write {
  readonly on: 'insert' | 'update';
  /** SQL on `old` and `new`. */
  readonly when: string;
}

/** Stops whoever is about to write something, as a slow disk would, until it is killed or the gate is opened. */
interface Gate {
  /** Whether someone stands before it. */
  reached(): Promise<boolean>;
  /** To be called when who stood before it was killed: the write is not made. */
  open(): Promise<void>;
}

/** An empty database for a program. */
export interface Database {
  readonly url: string;
  /** Runs statements beside the program. */
  execute(sql: string): Promise<void>;
  /** A gate before a write. One at a time. */
  gate(write: Write): Promise<Gate>;
  close(): Promise<void>;
}

/** A SQLite file in a folder. Before its gate a process stands still by itself, as `gatekeeper.ts` bids it. */
export function openSqlite(folder: string): Database {
  const path = join(folder, 'briefing.db');
  const marked = join(folder, mark);
  const execute = async (sql: string) => {
    const database = new DatabaseSync(path, { timeout: 5000 });
    database.exec(sql);
    database.close();
  };
  return {
    url: `file:${path}`,
    execute,
    async gate({ on, when }) {
      await execute(`create trigger crash_gate before ${on} on deliveries when ${when} begin select ${stand}(); end`);
      return {
        reached: async () => existsSync(marked),
        async open() {
          await execute('drop trigger crash_gate');
          rmSync(marked, { force: true });
        },
      };
    },
    close: async () => {},
  };
}

let gates = 0;
/** One at a time: the server has one connection for it. */
let lastUrl = Promise.resolve('');

/** A schema of a PostgreSQL server. Before its gate a process waits for a lock that the gate holds. */
export async function openPostgres(server: PostgresServer): Promise<Database> {
  lastUrl = lastUrl.then(() => server.freshUrl());
  const url = await lastUrl;
  const client = new pg.Client(url);
  await client.connect();
  return {
    url,
    async execute(sql) {
      await client.query(sql);
    },
    async gate({ on, when }) {
      const key = ++gates;
      await client.query(`select pg_advisory_lock(${key})`);
      await client.query(`
        create function crash_wait() returns trigger language plpgsql
          as 'begin perform pg_advisory_xact_lock(${key}); return new; end';
        create trigger crash_gate before ${on} on deliveries for each row when (${when}) execute function crash_wait()`);
      const waiting = `from pg_locks where locktype = 'advisory' and objid = ${key} and not granted`;
      return {
        async reached() {
          return (await client.query(`select pid ${waiting}`)).rows.length > 0;
        },
        async open() {
          // The server does not see that the process is gone before its statement has ended.
          await client.query(`select pg_terminate_backend(pid) ${waiting}`);
          await client.query('drop trigger crash_gate on deliveries; drop function crash_wait');
          await client.query(`select pg_advisory_unlock(${key})`);
        },
      };
    },
    close: () => client.end(),
  };
}

const tables = ['subscriptions', 'deliveries', 'told'];

/** Copies what a database holds. The function that comes back puts it there again, as a restored file would, while no program runs. */
export async function backUp({ execute }: Database): Promise<() => Promise<void>> {
  await execute(tables.map((table) => `create table kept_${table} as select * from ${table};`).join(' '));
  return () =>
    execute(tables.map((table) => `delete from ${table}; insert into ${table} select * from kept_${table};`).join(' '));
}
