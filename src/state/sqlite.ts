import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { type Driver, failed, type Queries, type Row, type Value, type Writing } from './driver.ts';

/** How long a process waits for another one that is writing, in milliseconds. Transactions take well under one. */
const busyTimeout = 5000;

/**
 * Opens a SQLite file, creating it and its folder where they are missing; `:memory:` is a database that ends with its handle.
 * Throws where the file cannot be opened or is no database.
 */
export function openSqlite(path: string): Driver {
  const database = connect(path);
  const queries = queriesOf(database);
  const inTurn = queue();

  async function transaction<T>(work: (tx: Queries) => Promise<T | undefined>): Promise<T | undefined> {
    // `immediate` takes the write lock at once: a plain `begin` takes it at the first write, and then fails instead of waiting.
    await queries.query('begin immediate');
    try {
      const result = await work(queries);
      await queries.query(result === undefined ? 'rollback' : 'commit');
      return result;
    } catch (error) {
      // Some failures, such as a full disk, have rolled back by themselves.
      if (database.isTransaction) await queries.query('rollback');
      throw error;
    }
  }

  let synced: Sync | undefined;
  const writing = (sync: Sync): Writing => {
    const inTurnSo = <T>(work: () => Promise<T>) =>
      inTurn(async () => {
        if (synced !== sync) await queries.query(`pragma synchronous = ${sync}`);
        synced = sync;
        return work();
      });
    return {
      query: (sql, values) => inTurnSo(() => queries.query(sql, values)),
      transaction: (work) => inTurnSo(() => transaction(work)),
    };
  };

  const usual = writing('full');
  return {
    ...usual,
    soon: writing('normal'),
    exclusively: (work) => usual.transaction(work),
    forUpdate: '',
    skipLocked: '',
    close: () => inTurn(async () => database.close()),
  };
}

/** In WAL mode `full` keeps what was answered through a power cut, `normal` waits for no disk: https://sqlite.org/pragma.html#pragma_synchronous */
type Sync = 'full' | 'normal';

function connect(path: string): DatabaseSync {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const database = new DatabaseSync(path, { timeout: busyTimeout });
    // WAL lets others read while one writes: https://sqlite.org/wal.html
    database.exec('pragma journal_mode = wal');
    return database;
  } catch (cause) {
    throw failed(`cannot open ${path} (it must be a SQLite file in a folder that can be written)`, cause);
  }
}

function queriesOf(database: DatabaseSync): Queries {
  const prepared = new Map<string, StatementSync>();

  function run(sql: string, values: readonly Value[]): Row[] {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    // An object { 1: …, 2: … } binds $1, $2 … by name, which may then stand in the text in any order and more than once.
    return statement.all(Object.fromEntries(values.map((value, index) => [index + 1, value])));
  }

  return {
    async query(sql, values = []) {
      try {
        return run(sql, values);
      } catch (cause) {
        throw failed(sql, cause);
      }
    },
  };
}

/**
 * One connection has one transaction at a time: what comes meanwhile waits for its turn. Each holds the process up until it is done, so that
 * between two of them everything else has its turn: a hundred in a row would hold up what is to be sent by a tenth of a second.
 */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(() => setImmediate()).then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
