import pg from 'pg';
import { type Driver, failed, type Queries } from './driver.ts';

/** How long to wait for a connection and for the answer to a statement, in milliseconds: a bot that waits longer is better told. */
const connectTimeout = 5000;
const queryTimeout = 15_000;

/** The advisory lock of this program's schema changes: any number, the same in every process and version. */
const schemaLock = 1_785_032_004;

/**
 * Opens a pool of connections to a PostgreSQL database.
 * Rejects where it cannot be reached; the message names host and database, never user or password.
 */
export async function openPostgres(url: string): Promise<Driver> {
  const pool = createPool(url);

  async function transaction<T>(work: (tx: Queries) => Promise<T | undefined>): Promise<T | undefined> {
    const client = await pool.connect().catch((cause: unknown) => Promise.reject(failed('connect', cause)));
    const tx = queriesOf(client);
    try {
      await tx.query('begin');
      const result = await work(tx);
      await tx.query(result === undefined ? 'rollback' : 'commit');
      client.release();
      return result;
    } catch (error) {
      // Closing the connection rolls back, also where it no longer answers.
      client.release(true);
      throw error;
    }
  }

  const writing = { ...queriesOf(pool), transaction };
  const driver: Driver = {
    ...writing,
    // Its log is written to disk for many processes at once, and holds up none: nothing is to be gained.
    soon: writing,
    exclusively: (work) =>
      transaction(async (tx) => {
        await tx.query('select pg_advisory_xact_lock($1)', [schemaLock]);
        return work(tx);
      }),
    forUpdate: 'for update',
    skipLocked: 'for update skip locked',
    close: () => pool.end(),
  };

  try {
    await pool.query('select 1');
  } catch (cause) {
    await pool.end();
    const { host, pathname } = new URL(url);
    throw failed(`cannot open PostgreSQL at ${host}${pathname} (does DATABASE_URL name it rightly, is it up?)`, cause);
  }
  return driver;
}

function createPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: connectTimeout,
    query_timeout: queryTimeout,
    types: { getTypeParser },
  });
  // A connection that the server ends while nobody waits for an answer is replaced by the pool; without a listener the process would end.
  // https://node-postgres.com/apis/pool#error
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** A bigint comes as text, as it may exceed what a number holds; ours are instants and counts, which do not. */
function getTypeParser(type: number, format?: 'text' | 'binary'): (text: string) => unknown {
  return type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format);
}

function queriesOf(client: pg.Pool | pg.PoolClient): Queries {
  return {
    async query(sql, values = []) {
      try {
        return (await client.query(sql, [...values])).rows;
      } catch (cause) {
        throw failed(sql, cause);
      }
    },
  };
}
