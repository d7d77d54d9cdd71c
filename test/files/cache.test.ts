import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answersTo } from '../../src/core/answer.ts';
import { createMind } from '../../src/core/mind.ts';
import { readQuestion } from '../../src/core/question.ts';
import { readCached } from '../../src/files/cache.ts';
import { readFacts } from '../../src/files/facts.ts';
import { changed, folder, sound } from './folder.ts';

const emptyCache = () => mkdtempSync(join(tmpdir(), 'cache-'));

test('facts from the cache are the facts of the folder', async () => {
  const [dir, cache] = [folder(sound), emptyCache()];
  const fresh = await readCached(dir, cache);
  expect(readdirSync(cache)).toHaveLength(1);
  const kept = await readCached(dir, cache);
  expect(kept).toEqual(fresh);
  expect(kept.knowledge).toEqual({ ...readFacts(dir).knowledge, questions: [], declined: [] });
});

test('an edited fact is read anew', async () => {
  const [dir, cache] = [folder(sound), emptyCache()];
  await readCached(dir, cache);
  const edited = changed('sources/paper-2024.yaml', 'importance: 3', 'importance: 1')['sources/paper-2024.yaml'] ?? '';
  writeFileSync(join(dir, 'sources/paper-2024.yaml'), edited);
  const { knowledge } = await readCached(dir, cache);
  expect(knowledge).toEqual({ ...readFacts(dir).knowledge, questions: [], declined: [] });
});

test('a bot started from the cache answers like one started from the files', async () => {
  const [dir, cache] = [folder(sound), emptyCache()];
  const { knowledge } = readFacts(dir);
  const fresh = createMind(knowledge);
  await readCached(dir, cache);
  const kept = await readCached(dir, cache);
  const again = createMind(kept.knowledge, kept.readings);
  for (const text of ['who files the most', '谁的专利多', 'how many users has ernie bot', 'ptaents']) {
    const [one, other] = [fresh, again].map((mind) => answersTo(readQuestion(text, mind), mind));
    expect(other).toEqual(one);
  }
});

test('an edited folder leaves at most eight states behind', async () => {
  const cache = emptyCache();
  for (let edit = 1; edit <= 10; edit++) {
    await readCached(folder(changed('sources/paper-2024.yaml', 'A paper', `A paper no ${edit}`)), cache);
  }
  expect(readdirSync(cache)).toHaveLength(8);
});

test('a broken folder is never kept, and says what is wrong each time', async () => {
  const [dir, cache] = [folder(changed('entities.yaml', 'id: baidu', 'id: china')), emptyCache()];
  for (const _ of [1, 2]) expect((await readCached(dir, cache)).problems).not.toEqual([]);
  expect(readdirSync(cache)).toEqual([]);
});

test('a cache that is half written, or in a place that cannot be written, does no harm', async () => {
  const [dir, cache] = [folder(sound), emptyCache()];
  const fresh = await readCached(dir, cache);
  for (const name of readdirSync(cache)) writeFileSync(join(cache, name), '{"facts": [');
  expect(await readCached(dir, cache)).toEqual(fresh);
  expect(await readCached(dir, '/dev/null/cache')).toEqual(fresh);
});

test('a folder that is not there is a problem, not a crash', async () => {
  const { problems } = await readCached('/nowhere/facts', emptyCache());
  expect(problems.length).toBeGreaterThan(0);
});
