import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { disputesFile } from '../core/fact.ts';
import { conceptsFile, entitiesFile, topicsFile } from '../core/glossary.ts';
import type { Knowledge } from '../core/store.ts';
import { concat, type Item, type List, readDeclined, readList, readQuestions, readSource } from './lists.ts';
import type { Path } from './nodes.ts';
import { byPlace, type Place, type Problem } from './problem.ts';
import { crossCheck } from './references.ts';
import type { Report } from './yaml.ts';

/** The knowledge of a facts folder, or everything that is wrong with it. */
export type Loaded =
  | { readonly ok: true; readonly knowledge: Knowledge }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What could be read of a facts folder, sound or not. */
export interface Reading {
  /** The items that pass their schema. */
  readonly knowledge: Knowledge;
  /** Sorted by file and line; empty where the folder is sound. */
  readonly problems: readonly Problem[];
  /** The place of a value inside an item of the knowledge, such as `['text', 'en']` of a fact. */
  at(item: object, path: Path): Place;
}

/** Reads and checks `topics.yaml`, `entities.yaml`, `disputes.yaml`, `synonyms.yaml`, `sources/*.yaml`, `questions/*.yaml` and `declined/*.yaml` of a folder. What a file holds never makes it throw. */
export function loadFacts(dir: string): Loaded {
  const { knowledge, problems } = readFacts(dir);
  return problems.length === 0 ? { ok: true, knowledge } : { ok: false, problems };
}

/** Reads a facts folder as far as it can be read, so that one fault does not hide the others. */
export function readFacts(dir: string): Reading {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const topics = readList(join(dir, 'topics.yaml'), topicsFile.element, report);
  const entities = readList(join(dir, 'entities.yaml'), entitiesFile.element, report);
  const disputes = readList(join(dir, 'disputes.yaml'), disputesFile.element, report);
  const concepts = readList(join(dir, 'synonyms.yaml'), conceptsFile.element, report);
  const files = filesIn(join(dir, 'sources'), report).map((file) => readSource(file, report));
  const sources = files.flatMap((file) => file.source ?? []);
  const facts = concat(files.map((file) => file.facts));
  const filesOf = (name: string) => (existsSync(join(dir, name)) ? filesIn(join(dir, name), report) : []);
  const questions = concat(filesOf('questions').map((file) => readQuestions(file, report)));
  const declined = concat(filesOf('declined').map((file) => readDeclined(file, report)));
  for (const problem of crossCheck({ topics, entities, disputes, concepts, facts, questions, declined }))
    report(problem);
  const places = new Map<object, Item<object>>();
  for (const item of [topics, entities, disputes, concepts, facts, questions, declined].flatMap(itemsOf))
    places.set(item.value, item);
  for (const item of sources) places.set(item.value, item);
  return {
    knowledge: {
      topics: valuesOf(topics.items),
      entities: valuesOf(entities.items),
      disputes: valuesOf(disputes.items),
      concepts: valuesOf(concepts.items),
      sources: valuesOf(sources),
      facts: valuesOf(facts.items),
      questions: valuesOf(questions.items),
      declined: valuesOf(declined.items),
    },
    problems: problems.sort(byPlace),
    at: (item, path) => places.get(item)?.at(path) ?? { file: dir, line: 1, col: 1 },
  };
}

function itemsOf(list: List<object>): readonly Item<object>[] {
  return list.items;
}

function valuesOf<T>(items: readonly Item<T>[]): T[] {
  return items.map((item) => item.value);
}

/** The YAML files of a folder, by name; a file that would be passed over in silence is reported. */
function filesIn(dir: string, report: Report): string[] {
  let names: string[];
  try {
    names = readdirSync(dir)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch {
    report({
      file: dir,
      line: 1,
      col: 1,
      what: 'the folder cannot be read',
      cure: 'create it, or check its name and its rights',
    });
    return [];
  }
  for (const name of names.filter((other) => !other.endsWith('.yaml'))) {
    report({
      file: join(dir, name),
      line: 1,
      col: 1,
      what: 'is not read',
      cure: 'name it <source-id>.yaml, or move it away',
    });
  }
  return names.filter((name) => name.endsWith('.yaml')).map((name) => join(dir, name));
}
