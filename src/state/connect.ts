import { fileURLToPath } from 'node:url';
import type { Driver } from './driver.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Opens the database at a URL: `file:data/briefing.db` is a SQLite file (its folder is made), `file::memory:` one that ends with
 * its handle, `postgres://…` or `postgresql://…` a PostgreSQL database.
 * Rejects with a message that says what is wrong and what to write; it holds no more of the URL than its file, or its host and database.
 */
export async function connect(url: string): Promise<Driver> {
  switch (/^[a-z][a-z+.-]*:/i.exec(url)?.[0].toLowerCase()) {
    case 'file:':
      return openSqlite(fileOf(url));
    case 'postgres:':
    case 'postgresql:':
      if (!URL.canParse(url)) throw badUrl('is no valid URL (a password writes @ as %40, / as %2F, # as %23)');
      // Loaded only here: who keeps the state in a file does not pay for it.
      return (await import('./postgres.ts')).openPostgres(url);
    default:
      throw badUrl('begins with neither file: nor postgres://');
  }
}

/** A path relative to the working folder, or absolute: `file:data/x.db`, `file:/var/x.db`, `file:///var/x.db`. */
function fileOf(url: string): string {
  const rest = url.slice('file:'.length);
  const path = rest.startsWith('///') ? fileURLToPath(url) : rest;
  if (path === '') throw badUrl('names no file');
  if (path.startsWith('//')) throw badUrl('has two slashes after file: (write none, one or three)');
  if (/[/\\]$/.test(path)) throw badUrl('names a folder');
  return path;
}

function badUrl(problem: string): Error {
  return new Error(
    `state: DATABASE_URL ${problem}. Write file:data/briefing.db for a file, or postgres://user:password@host:5432/database`,
  );
}
