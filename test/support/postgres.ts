import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL server of the tests' own: on 127.0.0.1, without fsync, gone with its data when it stops or when its process dies. */
export interface PostgresServer {
  /** A URL under which there is nothing yet: a new schema, as a new database takes 100 ms. */
  freshUrl(): Promise<string>;
  /** Runs one statement as the superuser of the server. */
  query(sql: string): Promise<void>;
  stop(): Promise<void>;
}

/** The folder of `initdb` and `postgres`: on the PATH, else the newest where Debian keeps them; undefined where there is none. */
export const postgresFolder: string | undefined = [
  ...(process.env.PATH ?? '').split(delimiter),
  ...globSync('/usr/lib/postgresql/*/bin').toSorted().toReversed(),
].find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));

/**
 * Runs until its standard input ends, which it also does when the process that started it is killed.
 * $1 is the folder of the programs, $2 that of the data, $3 the port.
 */
const script = `
  "$1/initdb" --pgdata="$2" --username=tester --auth=trust --encoding=UTF8 --locale=C --no-sync >&2 ||
    { rm -rf "$2"; exit 1; }
  "$1/postgres" -D "$2" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off &
  cat >&2
  kill -INT $!
  wait $!
  rm -rf "$2"`;

/** Starts a server. Rejects with what it printed where it does not come up. */
export async function startPostgres(): Promise<PostgresServer> {
  if (postgresFolder === undefined) throw new Error('there is no PostgreSQL on this machine');
  const data = mkdtempSync(join(tmpdir(), 'briefing-postgres-'));
  const port = await freePort();
  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? unprivilegedUser() : undefined;
  if (user) chownSync(data, user.uid, user.gid);
  const child = spawn('sh', ['-c', script, 'sh', postgresFolder, data, String(port)], {
    ...user,
    cwd: data,
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  await ready(child);

  const url = `postgres://tester:secret@127.0.0.1:${port}/postgres`;
  const admin = new pg.Client(url);
  await admin.connect();
  let databases = 0;
  // One statement at a time: of a second one node-postgres warns that version 9 will not take it.
  let last: Promise<unknown> = Promise.resolve();
  function inTurn(sql: string): Promise<unknown> {
    const turn = last.then(() => admin.query(sql));
    last = turn.catch(() => undefined);
    return turn;
  }
  return {
    async freshUrl() {
      const name = `test_${++databases}`;
      await inTurn(`create schema ${name}`);
      return `${url}?options=-c%20search_path%3D${name}`;
    },
    async query(sql) {
      await inTurn(sql);
    },
    async stop() {
      await admin.end();
      child.stdin?.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

function unprivilegedUser(): { uid: number; gid: number } | undefined {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // There is no such user: try the next.
    }
  }
  return undefined;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

async function ready(child: ChildProcess): Promise<void> {
  let printed = '';
  for await (const chunk of child.stderr?.iterator({ destroyOnReturn: false }) ?? []) {
    printed += chunk;
    if (printed.includes('FATAL')) break;
    if (printed.includes('ready to accept connections')) {
      child.stderr?.resume();
      return;
    }
  }
  child.stdin?.end();
  throw new Error(`PostgreSQL did not start:\n${printed}`);
}
