import { basename } from 'node:path';
import { z } from 'zod';
import { type Fact, type Source, sourceFile } from '../core/fact.ts';
import { type DeclinedQuestions, declinedFile, type KnownQuestions, questionsFile } from '../core/known-questions.ts';
import type { Path } from './nodes.ts';
import type { Place } from './problem.ts';
import { openYaml, type Report, type Yaml } from './yaml.ts';

/** A thing that was read, and where each part of it stands. */
export interface Item<T> {
  readonly value: T;
  at(path?: Path): Place;
}

/** The sound items of a list. `ids` also has those of unsound items, so that they are not called unknown; undefined where the file cannot be read. */
export interface List<T> {
  readonly items: readonly Item<T>[];
  readonly ids: ReadonlySet<string> | undefined;
}

/** What one file of `facts/sources/` holds. */
export interface SourceFile {
  readonly source?: Item<Source> | undefined;
  readonly facts: List<Fact>;
}

/** Reads a file that is one list of things with ids. */
export function readList<S extends z.ZodType>(file: string, element: S, report: Report): List<z.output<S>> {
  const yaml = openYaml(file, report);
  return yaml ? listAt(yaml, element, []) : { items: [], ids: undefined };
}

/** Reads one source with its facts. The file's name is the source's id, and the facts' global ids begin with it. */
export function readSource(file: string, report: Report): SourceFile {
  const yaml = openYaml(file, report);
  if (!yaml) return { facts: { items: [], ids: undefined } };
  const id = basename(file, '.yaml');
  yaml.read(outline);
  const source = yaml.read(sourceFile.shape.source, ['source']);
  if (source && source.id !== id) {
    const place = yaml.at(['source', 'id']);
    report({
      ...place,
      what: `the source "${source.id}" stands in ${basename(file)}`,
      cure: 'give both the same name',
    });
  }
  const local = listAt(yaml, sourceFile.shape.facts.element, ['facts']);
  const items = local.items.map((item) => ({
    ...item,
    value: { ...item.value, id: `${id}/${item.value.id}`, source: id },
  }));
  const ids = new Set([...(local.ids ?? [])].map((name) => `${id}/${name}`));
  return { source: source && { value: source, at: at(yaml, ['source']) }, facts: { items, ids } };
}

/** Reads the questions that the facts of one source, or the disputes, answer. The file's name tells which; the ids of facts become global. */
export function readQuestions(file: string, report: Report): List<KnownQuestions> {
  const name = basename(file, '.yaml');
  const list = readList(file, questionsFile.element, report);
  if (name === 'disputes') return list;
  return {
    ...list,
    items: list.items.map((item) => ({ ...item, value: { ...item.value, id: `${name}/${item.value.id}` } })),
  };
}

/** Reads questions that no fact answers. */
export function readDeclined(file: string, report: Report): List<DeclinedQuestions> {
  return readList(file, declinedFile.element, report);
}

/** Joins the lists of several files; its ids are unknown where one of them is. */
export function concat<T>(lists: readonly List<T>[]): List<T> {
  const known = lists.flatMap((list) => (list.ids ? [list.ids] : []));
  const ids = known.length === lists.length ? new Set(known.flatMap((set) => [...set])) : undefined;
  return { items: lists.flatMap((list) => list.items), ids };
}

/** The fields of a source file: each is checked on its own, so that one broken fact does not hide the others. */
const outline = z.strictObject({ source: z.unknown().optional(), facts: z.unknown().optional() });

function listAt<S extends z.ZodType>(yaml: Yaml, element: S, path: Path): List<z.output<S>> {
  const items = yaml.readEach(element, path).map((item) => ({ value: item.value, at: at(yaml, item.path) }));
  return { items, ids: new Set(yaml.ids(path)) };
}

function at(yaml: Yaml, base: Path): (path?: Path) => Place {
  return (path = []) => yaml.at([...base, ...path]);
}
