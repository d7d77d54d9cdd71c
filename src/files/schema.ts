import type { z } from 'zod';

/** What a schema found wrong: `path` leads to the value from the root of what was checked. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly what: string;
  readonly cure: string;
  /** The field that should not be there, where that is the fault; `path` then leads to the map it stands in. */
  readonly extraKey?: string | undefined;
}

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: Fault[] };

/** Checks a value against a schema. Every fault of it is told, in words for people who edit YAML. */
export function check<S extends z.ZodType>(schema: S, value: unknown): Checked<z.output<S>> {
  const result = schema.safeParse(value, { error: inWords });
  return result.success ? { ok: true, value: result.data } : { ok: false, faults: result.error.issues.flatMap(faults) };
}

type Issue = z.core.$ZodIssue;

const nouns: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of fields',
};

/** Schemas word their own messages as `what: cure`; these are the messages for what they leave to zod. */
function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'is missing: add it';
  if (issue.input === null) return 'is empty: fill it in';
  switch (issue.code) {
    case 'invalid_type':
      return `is not ${nouns[issue.expected] ?? issue.expected}: write ${nouns[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `is ${JSON.stringify(issue.input)}: use one of ${issue.values.join(', ')}`;
    case 'too_small':
      return issue.origin === 'number' ? `is too small: write ${issue.minimum} or more` : 'is empty: fill it in';
    case 'invalid_format':
      return `is not a valid ${issue.format}: correct it`;
    default:
      return undefined;
  }
}

function faults(issue: Issue): Fault[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => extraField(issue.path, key));
  if (issue.code === 'invalid_union') return ofUnion(issue);
  const [what = '', ...cure] = issue.message.split(': ');
  return [{ path: issue.path, what, cure: cure.join(': ') || 'correct it' }];
}

function extraField(path: readonly PropertyKey[], key: string): Fault {
  return { path, what: `has no field "${key}"`, cure: 'remove it or correct its name', extraKey: key };
}

/** A union says only that no branch fits: the branch that got furthest is the one the editor meant. */
function ofUnion(issue: Extract<Issue, { code: 'invalid_union' }>): Fault[] {
  const branches = issue.errors.map((branch) => branch.flatMap(faults));
  const literals = issue.errors.flat().flatMap((inner) => (inner.code === 'invalid_value' ? inner.values : []));
  if (literals.length > 0)
    return [{ path: issue.path, what: 'is out of range', cure: `use one of ${literals.join(', ')}` }];
  const depth = (branch: Fault[]): number => Math.max(0, ...branch.map((fault) => fault.path.length));
  const meant = branches.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best), branches[0] ?? []);
  return meant.map((fault) => ({ ...fault, path: [...issue.path, ...fault.path] }));
}
