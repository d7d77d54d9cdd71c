import { readFileSync } from 'node:fs';
import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { keyOffset, label, nodeAt, type Path, valueAt } from './nodes.ts';
import type { Place, Problem } from './problem.ts';
import { check, type Fault } from './schema.ts';

export type Report = (problem: Problem) => void;

/** A value and the path it was read from. */
interface Placed<T> {
  readonly value: T;
  readonly path: Path;
}

/** A parsed YAML file whose every value knows its line and column. */
export interface Yaml {
  /** The value at a path, checked by a schema; undefined where it has problems, which are reported. */
  read<S extends z.ZodType>(schema: S, path?: Path): z.output<S> | undefined;
  /** The items of a list that pass the schema; the problems of the others are reported. */
  readEach<S extends z.ZodType>(schema: S, path?: Path): Placed<z.output<S>>[];
  /** The ids of the items of a list, whether the items are sound or not. */
  ids(path?: Path): string[];
  /** The place of a value, or of the nearest map or list around it where it is not written. */
  at(path: Path): Place;
}

/** Opens a YAML file. A file that cannot be read or is no YAML is reported and gives undefined. */
export function openYaml(file: string, report: Report): Yaml | undefined {
  const text = readText(file);
  if (text === undefined) {
    report({
      file,
      line: 1,
      col: 1,
      what: 'the file cannot be read',
      cure: 'create it, or check its name and its rights',
    });
    return undefined;
  }
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Place => ({ file, ...lines.linePos(offset) });
  const errors = [...syntaxErrors(doc), ...aliases(doc)];
  for (const { offset, ...words } of errors) report({ ...place(offset), ...words });
  return errors.length > 0 ? undefined : yaml(doc, place, report);
}

function yaml(doc: Document, place: (offset: number) => Place, report: Report): Yaml {
  const data: unknown = doc.toJS();
  const at = (path: Path): Place => place(nodeAt(doc, path)?.range?.[0] ?? 0);
  const read = <S extends z.ZodType>(schema: S, path: Path = []): z.output<S> | undefined => {
    const checked = check(schema, valueAt(data, path));
    if (checked.ok) return checked.value;
    for (const fault of checked.faults) report(problem(fault, path));
    return undefined;
  };
  const problem = (fault: Fault, from: Path): Problem => {
    const path = [...from, ...fault.path];
    const spot = fault.extraKey === undefined ? at(path) : place(keyOffset(nodeAt(doc, path), fault.extraKey));
    return { ...spot, what: `${label(path)} ${fault.what}`, cure: fault.cure };
  };
  const readEach = <S extends z.ZodType>(schema: S, path: Path = []): Placed<z.output<S>>[] => {
    const list = valueAt(data, path);
    if (!Array.isArray(list)) {
      report({
        ...at(path),
        what: `${label(path)} is not a list`,
        cure: 'write each item on a line that starts with "-"',
      });
      return [];
    }
    return list.flatMap((_, index) => {
      const itemPath = [...path, index];
      const value = read(schema, itemPath);
      return value === undefined ? [] : [{ value, path: itemPath }];
    });
  };
  const ids = (path: Path = []): string[] => {
    const list = valueAt(data, path);
    const found = Array.isArray(list) ? list.map((item) => valueAt(item, ['id'])) : [];
    return found.filter((id) => typeof id === 'string');
  };
  return { read, readEach, ids, at };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

interface SyntaxError {
  readonly offset: number;
  readonly what: string;
  readonly cure: string;
}

/** Cures for the slips that editors of these files make most; the codes are those of the `yaml` package. */
const cures: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'put a text that holds ": " in double quotes',
  DUPLICATE_KEY: 'remove one of the two',
  TAB_AS_INDENT: 'indent with spaces',
  MULTILINE_IMPLICIT_KEY: 'close the quotes or brackets, or mend the indentation',
};

function syntaxErrors(doc: Document.Parsed): SyntaxError[] {
  return doc.errors.map((error) => ({
    offset: error.pos[0],
    what: `is no YAML (${error.message.split('\n')[0]?.replaceAll(': ', ', ')})`,
    cure: cures[error.code] ?? 'correct the line',
  }));
}

/** Anchors make one text stand in two places: a reader of the file would no longer see what a fact says. */
function aliases(doc: Document.Parsed): SyntaxError[] {
  const found: SyntaxError[] = [];
  visit(doc, {
    Alias: (_, node) => {
      found.push({
        offset: node.range?.[0] ?? 0,
        what: `*${node.source} is a YAML alias`,
        cure: 'write the value out',
      });
    },
  });
  return found;
}
