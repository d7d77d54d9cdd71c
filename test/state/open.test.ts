import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { openState } from '../../src/state/open.ts';

const folder = mkdtempSync(join(tmpdir(), 'briefing-open-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the URL of the state', () => {
  test.each([
    ['a relative path in a folder that is missing', (path: string) => `file:${path}`],
    ['a file URL', (path: string) => pathToFileURL(path).href],
    ['capital letters in front', (path: string) => `FILE:${path}`],
  ])('can be %s', async (title, urlOf) => {
    const path = join(folder, title, 'data', 'a b.db');
    const state = await openState(urlOf(path));
    expect(await state.takeEvent('Ev1', 1)).toBe(true);
    await state.close();
    expect(existsSync(path)).toBe(true);
  });

  test('can be a memory that ends with its handle', async () => {
    for (let start = 0; start < 2; start++) {
      const state = await openState('file::memory:');
      expect(await state.takeEvent('Ev1', 1)).toBe(true);
      await state.close();
    }
  });

  test.each([
    ['', 'begins with neither file: nor postgres://'],
    ['data/briefing.db', 'begins with neither file: nor postgres://'],
    ['mysql://me:secret@db/briefing', 'begins with neither file: nor postgres://'],
    ['file:', 'names no file'],
    ['file:data/', 'names a folder'],
    ['file://data/briefing.db', 'has two slashes after file:'],
    ['postgres://me:secret@db:port/briefing', 'is no valid URL'],
  ])('that is %j is refused: it %s; what to write is said, a password is not', async (url, problem) => {
    const refused = await openState(url).catch((error: Error) => error);
    expect(String(refused)).toContain(`state: DATABASE_URL ${problem}`);
    expect(String(refused)).toContain('Write file:data/briefing.db for a file, or postgres://');
    expect(String(refused)).not.toContain('secret');
  });

  test('that names something else than a database is refused by its path', async () => {
    const path = join(folder, 'notes.txt');
    writeFileSync(path, 'Dear diary, '.repeat(100));
    await expect(openState(`file:${path}`)).rejects.toThrow(`state: cannot open ${path} (it must be a SQLite file`);
    await expect(openState(`file:${path}/briefing.db`)).rejects.toThrow(`state: cannot open ${path}/briefing.db`);
  });

  test('whose database a newer program has changed leaves it closed, not held open', async () => {
    const path = join(folder, 'newer.db');
    const state = await openState(`file:${path}`);
    await state.close();
    const newer = new DatabaseSync(path);
    newer.exec('update briefing_schema set version = 99');
    newer.close();
    await expect(openState(`file:${path}`)).rejects.toThrow('has schema 99');
    // SQLite removes the log when the last handle is closed.
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  test('that names a server which is down is refused by host and database, without user and password', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await new Promise((resolve) => server.close(resolve));
    const refused = await openState(`postgresql://me:secret@127.0.0.1:${port}/briefing`).catch((error: Error) => error);
    expect(String(refused)).toContain(`state: cannot open PostgreSQL at 127.0.0.1:${port}/briefing`);
    expect(String(refused)).toContain('ECONNREFUSED');
    expect(String(refused)).not.toMatch(/secret|me:/);
  });
});
