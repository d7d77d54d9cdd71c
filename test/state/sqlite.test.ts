import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { stateContract } from './contract.ts';

describe('the state in a SQLite file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefing-sqlite-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let files = 0;
  stateContract({ freshUrl: () => `file:${join(folder, String(++files), 'briefing.db')}` });
});
