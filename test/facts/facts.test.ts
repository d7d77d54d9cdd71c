import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { checkKnowledge } from '../../src/core/check/check.ts';
import type { SourceTexts } from '../../src/core/check/finding.ts';
import { nameFinder } from '../../src/core/check/names.ts';
import { numbersThatDiffer } from '../../src/core/check/numbers.ts';
import { numberReader } from '../../src/core/check/quantities.ts';
import { untagged } from '../../src/core/check/tags.ts';
import { type Reading, readFacts } from '../../src/files/facts.ts';
import { readSourceTexts } from '../../src/files/paragraphs.ts';
import { printProblem } from '../../src/files/problem.ts';

const root = join(import.meta.dirname, '../..');
/** The articles belong to their publishers and are no part of the repository. */
const sources = join(root, '../shared/sources');

let store: Reading;
let found: readonly string[];
let foundWithSources: readonly string[];

/** Reading and checking the whole store is work for once, before the tests. */
beforeAll(() => {
  store = readFacts(join(root, 'facts'));
  const texts = readSourceTexts(
    sources,
    store.knowledge.sources.map(({ id }) => id),
  );
  found = findings();
  foundWithSources = texts ? findings(texts) : [];
});

function findings(texts?: SourceTexts): string[] {
  return checkKnowledge(store.knowledge, texts).map(({ item, path, ...words }) =>
    printProblem({ ...store.at(item, path), ...words }),
  );
}

test('the files of the store are sound', () => {
  expect(store.problems.map(printProblem)).toEqual([]);
});

test('what the store says is sound', () => {
  expect(found).toEqual([]);
});

test.skipIf(!existsSync(sources))('what the store says is what its sources say, in our own words', () => {
  expect(foundWithSources).toEqual([]);
});

test('a digit changed in any fact, in either language, is found', () => {
  const read = numberReader(nameFinder(store.knowledge.entities));
  const figure = /(?<![\w.-])\d[\d,.]*/gu;
  const missed = store.knowledge.facts.flatMap((fact) =>
    (['en', 'zh'] as const).flatMap((lang) =>
      [...fact.text[lang].matchAll(figure)].flatMap(({ 0: digits, index }) => {
        const wrong = digits.replace(/\d/u, (digit) => String((Number(digit) % 9) + 1));
        const text = {
          ...fact.text,
          [lang]: fact.text[lang].slice(0, index) + wrong + fact.text[lang].slice(index + digits.length),
        };
        return numbersThatDiffer({ ...fact, text }, read).length > 0 ? [] : [`${fact.id}: ${text[lang]}`];
      }),
    ),
  );
  expect(missed).toEqual([]);
});

test('the tag of a company, model or person taken away from any fact is found', () => {
  const find = nameFinder(store.knowledge.entities);
  const places = new Set(store.knowledge.entities.flatMap(({ id, kind }) => (kind === 'place' ? [id] : [])));
  const tags = store.knowledge.facts.flatMap((fact) => fact.entities.map((id) => ({ fact, id })));
  const found = tags.filter(({ fact, id }) => {
    const entities = fact.entities.filter((other) => other !== id);
    return untagged({ ...fact, entities }, find).some(({ what }) => what.includes(`"${id}" not tagged`));
  });
  const asked = tags.filter(({ id }) => !places.has(id)).length;
  // A maker that is named only inside the name of its product ("Microsoft Azure") may go untagged.
  expect(found.filter(({ id }) => !places.has(id)).length / asked).toBeGreaterThan(0.97);
});
