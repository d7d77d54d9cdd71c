import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Problem, printProblem } from '../../src/files/problem.ts';
import { openYaml, type Yaml } from '../../src/files/yaml.ts';
import { folder } from './folder.ts';

const schema = z.strictObject({
  name: z.string().min(1),
  size: z.enum(['small', 'large']).default('small'),
  days: z.array(z.int().positive()).default([]),
  text: z.union([z.string(), z.strictObject({ en: z.string(), zh: z.string() })]).optional(),
  level: z.union([z.literal(1), z.literal(2)]).optional(),
  on: z.boolean().optional(),
  link: z.url().optional(),
  day: z
    .string()
    .regex(/^\d{4}$/, 'is not a year: write YYYY')
    .optional(),
});

/** What an editor reads for a file with this text, without the folder. */
function problemsOf(text: string, read: (yaml: Yaml) => unknown = (yaml) => yaml.read(schema)): string[] {
  const dir = folder({ 'a.yaml': text });
  const problems: Problem[] = [];
  const yaml = openYaml(join(dir, 'a.yaml'), (problem) => problems.push(problem));
  if (yaml) read(yaml);
  return problems.map((problem) => printProblem(problem).replace(`${dir}/`, ''));
}

test('a sound file is read with its defaults', () => {
  const dir = folder({ 'a.yaml': 'name: Ann # a comment\n' });
  const yaml = openYaml(join(dir, 'a.yaml'), () => expect.unreachable());
  expect(yaml?.read(schema)).toEqual({ name: 'Ann', size: 'small', days: [] });
});

test.each([
  ['size: large', 'a.yaml:1:1 name is missing: add it'],
  ['name: ""', 'a.yaml:1:7 name is empty: fill it in'],
  ['name:', 'a.yaml:1:6 name is empty: fill it in'],
  ['name: [Ann]', 'a.yaml:1:7 name is not text: write text'],
  ['name: Ann\nsize: huge', 'a.yaml:2:7 size is "huge": use one of small, large'],
  ['name: Ann\ndays:\n  - 1\n  - -2', 'a.yaml:4:5 days[1] is too small: write 0 or more'],
  ['name: Ann\ndays: 3', 'a.yaml:2:7 days is not a list: write a list'],
  ['name: Ann\non: maybe', 'a.yaml:2:5 on is not true or false: write true or false'],
  ['name: Ann\nlink: nowhere', 'a.yaml:2:7 link is not a valid url: correct it'],
  ['name: Ann\nday: "24"', 'a.yaml:2:6 day is not a year: write YYYY'],
  ['name: Ann\nlevel: 3', 'a.yaml:2:8 level is out of range: use one of 1, 2'],
  ['name: Ann\ntext: { en: yes }', 'a.yaml:2:7 text.zh is missing: add it'],
  ['name: Ann\ncolour: red', 'a.yaml:2:1 the file has no field "colour": remove it or correct its name'],
  ['- Ann', 'a.yaml:1:1 the file is not a map of fields: write a map of fields'],
  ['', 'a.yaml:1:1 the file is empty: fill it in'],
])('%j: the editor is told where, what, and what to do', (text, line) => {
  expect(problemsOf(text)).toEqual([line]);
});

test('every problem of a file is told at once', () => {
  expect(problemsOf('size: huge\ndays: [0]\nlevel: 9\n')).toHaveLength(4);
});

test.each([
  ['name: Ann: Bob', /^a\.yaml:1:7 is no YAML \(.*\): put a text that holds ": " in double quotes$/],
  ['name: Ann\nname: Bob', /^a\.yaml:2:1 is no YAML \(.*\): remove one of the two$/],
  ['name: Ann\n\tsize: small', /^a\.yaml:2:\d is no YAML/],
  ['name: "Ann', /^a\.yaml:1:\d+ is no YAML/],
  ['name: &a Ann\nsize: *a', /^a\.yaml:2:7 \*a is a YAML alias: write the value out$/],
])('%j is no YAML for us, and the place is told', (text, line) => {
  expect(problemsOf(text)[0]).toMatch(line);
});

test('a file that is not there is a problem and no crash', () => {
  const problems: Problem[] = [];
  expect(openYaml('no/such.yaml', (problem) => problems.push(problem))).toBeUndefined();
  expect(problems.map(printProblem)).toEqual([
    'no/such.yaml:1:1 the file cannot be read: create it, or check its name and its rights',
  ]);
});

test('the sound items of a list are read although others are broken', () => {
  let read: unknown;
  const item = z.strictObject({ id: z.string() });
  const problems = problemsOf('list:\n  - id: one\n  - id: 2\n  - id: three\n', (yaml) => {
    read = yaml.readEach(item, ['list']).map(({ value }) => value.id);
  });
  expect(read).toEqual(['one', 'three']);
  expect(problems).toEqual(['a.yaml:3:9 id is not text: write text']);
});

test('a list that is none is told', () => {
  expect(problemsOf('list: one\n', (yaml) => yaml.readEach(schema, ['list']))).toEqual([
    'a.yaml:1:7 list is not a list: write each item on a line that starts with "-"',
  ]);
});
