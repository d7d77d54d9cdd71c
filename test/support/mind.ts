import { resolve } from 'node:path';
import { createMind, type Mind } from '../../src/core/mind.ts';
import type { Knowledge } from '../../src/core/store.ts';
import { loadFacts } from '../../src/files/facts.ts';

const factsDir = resolve(import.meta.dirname, '../../facts');

/** The knowledge of the real fact store. Throws where the store is broken: `facts check` says why. */
export function realKnowledge(): Knowledge {
  const loaded = loadFacts(factsDir);
  if (!loaded.ok) throw new Error(`${loaded.problems.length} problems in facts/: run \`npm run facts -- check\``);
  return loaded.knowledge;
}

/** A mind on the real fact store. */
export function realMind(): Mind {
  return createMind(realKnowledge());
}
