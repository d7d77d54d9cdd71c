import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Readings } from '../core/readings.ts';
import type { Knowledge } from '../core/store.ts';
import type { Problem } from './problem.ts';

/** Where read facts are kept: beside the dependencies, as is usual for caches; `npm ci` clears it. */
const usualFolder = resolve(import.meta.dirname, '../../node_modules/.cache/china-genai-briefing');

/** The code that decides what a facts folder means: when it changes, nothing that was kept counts. */
const readers = [import.meta.dirname, resolve(import.meta.dirname, '../core')];

/** A sound folder with what a search needs of it. Its known questions are in the readings: their texts are only read to be checked. */
interface Kept {
  readonly knowledge: Knowledge;
  readonly readings: Readings;
}

/** What could be read of a folder, with its problems; the readings where there are none. */
export type Cached = {
  readonly problems: readonly Problem[];
  readonly knowledge: Knowledge;
  readonly readings?: Readings;
};

/**
 * The knowledge of a facts folder with its readings, or what could be read of it with its problems. Parsing YAML with positions and reading every
 * text into terms is most of a start; a folder that was read before, byte for byte, is taken from the cache. A cache that cannot be read or written
 * is passed over.
 */
export async function readCached(dir: string, folder = usualFolder): Promise<Cached> {
  const file = join(folder, `facts-${digestOf(dir)}.bin`);
  const kept = readKept(file);
  if (kept) return { ...kept, problems: [] };
  const [{ readFacts }, { readKnowledge }] = await Promise.all([import('./facts.ts'), import('../core/mind.ts')]);
  const { knowledge, problems } = readFacts(dir);
  if (problems.length > 0) return { knowledge, problems };
  const read = { knowledge: { ...knowledge, questions: [], declined: [] }, readings: readKnowledge(knowledge) };
  keep(file, folder, read);
  return { ...read, problems };
}

/** A digest of every file of the folder, wherever it lies, and of the code that reads it. */
function digestOf(dir: string): string {
  const hash = createHash('sha256');
  for (const root of [dir, ...readers]) {
    for (const path of filesIn(root))
      hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}

function filesIn(dir: string): string[] {
  try {
    const entries = readdirSync(dir, { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    // A folder that is not there is a problem that the reader reports.
    return [];
  }
}

function readKept(file: string): Kept | undefined {
  try {
    return deserialize(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** Written aside and renamed, so that a process killed meanwhile leaves nothing half. */
function keep(file: string, folder: string, kept: Kept): void {
  try {
    mkdirSync(folder, { recursive: true });
    const aside = `${file}.${process.pid}`;
    writeFileSync(aside, serialize(kept));
    renameSync(aside, file);
    removeOld(folder);
  } catch {
    // A cache is a convenience.
  }
}

/** So many folders, or states of one while it is edited, are kept: each takes some megabytes. */
const mostKept = 8;

function removeOld(folder: string): void {
  const files = readdirSync(folder).map((name) => join(folder, name));
  const newestFirst = files.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const old of newestFirst.slice(mostKept)) rmSync(old, { force: true });
}
