import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands, usage } from '../../src/core/commands.ts';
import { languages } from '../../src/core/lang.ts';
import { parse } from '../../src/core/parse.ts';
import { variables } from '../../src/env.ts';
import { realMind } from '../support/mind.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'src/README.md',
  'src/core/README.md',
  'facts/README.md',
  'config/README.md',
];
const mind = realMind();

describe.each(pages)('%s', (page) => {
  const text = read(page);

  test('links only to files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(resolve(root, dirname(page), link)))).toEqual([]);
  });

  test('names only npm commands that exist', () => {
    const scripts = new Set(Object.keys(JSON.parse(read('package.json')).scripts));
    const named = [...text.matchAll(/npm (?:run |)(start|test|run|[a-z]+)(?=[\s`,.;:)&]|$)/gm)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((name) => !scripts.has(name) && !['ci', 'run', 'scripts', 'and'].includes(name))).toEqual([]);
  });

  test('names only settings that the program reads', () => {
    const named = [...text.matchAll(/\b(?:SLACK|DISCORD|HTTP|DATABASE|FACTS|CONFIG|LOG)_[A-Z_]+\b/g)].map(
      (match) => match[0],
    );
    expect(named.filter((name) => !variables.includes(name))).toEqual([]);
  });
});

test('CONTRIBUTING stays within sixty lines', () => {
  expect(read('CONTRIBUTING.md').split('\n').length).toBeLessThanOrEqual(60);
});

test('what the README says to type is understood as meant', () => {
  const read = (text: string) => parse(text, mind.store, mind.book).command;
  expect(['chips', '芯片', 'gpu'].map(read)).toEqual(['topic', 'topic', 'topic']);
  expect(['about Baidu', 'timeline chips', 'disputes talent', 'sources', 'topics', 'why 2'].map(read)).toEqual([
    'about',
    'timeline',
    'disputes',
    'sources',
    'topics',
    'why',
  ]);
  expect(['how many LLMs has China?', '中国有多少个大模型？'].map(read)).toEqual(['ask', 'ask']);
  expect(read('digest subscribe monday 09:00 Europe/Berlin chips models')).toBe('digest');
});

test('the picture in the README shows what the bot says today', () => {
  const shown = read('docs/answer.svg')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, '');
  const facts = ['imd-2024/private-investment-2023', 'hinssen-2023/llms-130-since-summer'].map((id) =>
    mind.store.fact(id),
  );
  expect(shown).toContain(facts[0]?.text.en.replace(/\s+/g, ''));
  expect(shown).toContain(facts[1]?.text.zh.replace(/\s+/g, ''));
});

test('every command says what it is for in both languages', () => {
  for (const command of commands) for (const lang of languages) expect(usage(command, lang)).toMatch(/^\S.* — \S/u);
});

test('nothing that is shipped names the machine it was written on', () => {
  const shipped = [
    ...pages,
    '.env.example',
    'package.json',
    '.ci/run',
    'config/bot.yaml',
    'config/digests.yaml',
    'config/slack-manifest.yaml',
  ];
  expect(shipped.filter((path) => /\/work\/|\/root\/|registry\.npmjs/.test(read(path)))).toEqual([]);
});
