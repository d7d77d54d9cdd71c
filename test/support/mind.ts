import { resolve } from 'node:path';
import { createMind, type Mind } from '../../src/core/mind.ts';
import type { Knowledge } from '../../src/core/store.ts';
import { readCached } from '../../src/files/cache.ts';
import { loadFacts } from '../../src/files/facts.ts';

const factsDir = resolve(import.meta.dirname, '../../facts');
const broken = 'problems in facts/: run `npm run facts -- check`';
/** As the bot itself starts: parsing the folder takes seconds, and dozens of test files need it. */
const read = await readCached(factsDir);

/** The knowledge of the real fact store, with its known questions. Throws where the store is broken: `facts check` says why. */
export function realKnowledge(): Knowledge {
  const loaded = loadFacts(factsDir);
  if (!loaded.ok) throw new Error(`${loaded.problems.length} ${broken}`);
  return loaded.knowledge;
}

/** A mind on the real fact store. */
export function realMind(): Mind {
  if (read.problems.length > 0) throw new Error(`${read.problems.length} ${broken}`);
  return createMind(read.knowledge, read.readings);
}
