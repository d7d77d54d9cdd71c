import { resolve } from 'node:path';
import { readCached } from '../../src/files/cache.ts';

/** Before all tests: on a fresh checkout each of the test processes would read the facts anew, some seconds each. */
export async function setup(): Promise<void> {
  await readCached(resolve(import.meta.dirname, '../../facts'));
}
