import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { PostgresServer } from '../support/postgres.ts';

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

/** A write lock that is held so long is no usual write (milliseconds). */
const longWrite = 100;
/** Error code SQLITE_BUSY: https://sqlite.org/rescode.html#busy */
const busy = 5;

/** A SQLite file in a folder. Before its gate a process counts to a billion, and holds the write lock meanwhile. */
export function openSqlite(folder: string): Database {
  const path = join(folder, 'briefing.db');
  return {
    url: `file:${path}`,
    async execute(sql) {
      const database = new DatabaseSync(path, { timeout: 5000 });
      database.exec(sql);
      database.close();
    },
    async gate({ on, when }) {
      const database = new DatabaseSync(path, { timeout: 5000 });
      database.exec(`
        create view crash_wait as
          with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000000000) select count(*) as c from n;
        create trigger crash_gate before ${on} on deliveries when ${when} begin select c from crash_wait; end;
        pragma busy_timeout = 0`);
      let since: number | undefined;
      return {
        async reached() {
          since = isLocked(database) ? (since ?? performance.now()) : undefined;
          return since !== undefined && performance.now() - since > longWrite;
        },
        async open() {
          database.exec('pragma busy_timeout = 5000; drop trigger crash_gate; drop view crash_wait');
          database.close();
        },
      };
    },
    close: async () => {},
  };
}

function isLocked(database: DatabaseSync): boolean {
  try {
    database.exec('begin immediate; rollback');
    return false;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return true;
    throw error;
  }
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
