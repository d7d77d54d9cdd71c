import { join } from 'node:path';
import { expect, test } from 'vitest';
import { factsCommand } from '../../src/cli/facts.ts';
import { changed, folder, sound } from '../files/folder.ts';

const texts = {
  'paper-2024.md': `[1] They filed patents for more than 38,000 inventions, 2014-2023.\n\n[2] It has 100 million users.\n\n[3] Rhetoric.\n`,
};

async function run(dir: string, ...args: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const write = (text: string): void => {
    out += text;
  };
  const code = await factsCommand(args, { factsDir: dir, write });
  return { code, out: out.replaceAll(`${dir}/`, '') };
}

test('facts check says that a sound store is sound', async () => {
  const dir = folder(sound);
  expect(await run(dir, 'check')).toEqual({ code: 0, out: '2 facts of 1 source: no problems\n' });
  expect(await run(dir, 'check', '--sources', folder(texts))).toEqual({
    code: 0,
    out: '2 facts of 1 source: no problems\n',
  });
});

test('facts check lists what is wrong in the files and in what they say, in one list by file and line', async () => {
  const files = changed('sources/paper-2024.yaml', 'zh: 2014 至 2023 年，', 'zh: 2014 至 2024 年,');
  const dir = folder({ ...files, 'entities.yaml': (sound['entities.yaml'] ?? '').replace('of: baidu', 'of: bidu') });
  expect(await run(dir, 'check')).toEqual({
    code: 1,
    out: `entities.yaml:14:7 there is no entity "bidu": add it to entities.yaml or correct it
sources/paper-2024.yaml:12:11 half-width punctuation in Chinese at "024 年,中国": write ，。；：？！（）“”
sources/paper-2024.yaml:12:11 the languages differ in numbers (only the English has "2014 to 2023"; only the Chinese has "2024 年"): make both say the same
3 problems
`,
  });
});

test('facts check --sources compares with the texts, and says which it does not have', async () => {
  const dir = folder(changed('sources/paper-2024.yaml', /100 million(.*\n.*)1 亿/, '200 million$12 亿'));
  expect((await run(dir, 'check')).code).toBe(0);
  const { code, out } = await run(dir, 'check', '--sources', folder(texts));
  expect(code).toBe(1);
  expect(out).toContain('sources/paper-2024.yaml:24:11 "200 million" is not in paragraph 2 of paper-2024');
  const empty = folder({});
  expect(await run(dir, 'check', '--sources', empty)).toEqual({
    code: 0,
    out: `${empty} has no text of paper-2024: its facts are not compared\n2 facts of 1 source: no problems\n`,
  });
});

test('facts check --sources with a folder that is not there is refused', async () => {
  const { code, out } = await run(folder(sound), 'check', '--sources', 'no/such/folder');
  expect(code).toBe(1);
  expect(out).toMatch(/^There is no folder no\/such\/folder\./);
});

test('facts export --json prints whole facts with their global ids', async () => {
  const { code, out } = await run(folder(sound), 'export', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject([
    {
      id: 'paper-2024/patents',
      source: 'paper-2024',
      text: { en: expect.stringContaining('38,000'), zh: expect.stringContaining('3.8 万') },
      figures: [{ of: 'china', value: 38_000 }],
    },
    { id: 'paper-2024/users' },
  ]);
});

test('facts stats counts', async () => {
  const { code, out } = await run(folder(sound), 'stats', '--sources', folder(texts));
  expect(code).toBe(0);
  expect(out).toMatch(/^2 facts\n/);
  expect(out).toContain('paper-2024  2\n');
  expect(out).toContain('claim     1\n');
  expect(out).toContain('with figures  1\nwith a caveat 1\n');
  expect(out).toContain('paragraphs without a fact\n  paper-2024  1 of 3: 3\n');
});

test('a broken store is not exported or counted: its problems are told', async () => {
  const dir = folder(changed('sources/paper-2024.yaml', 'kind: figure', 'kind: number'));
  for (const command of [['stats'], ['export', '--json']]) {
    const { code, out } = await run(dir, ...command);
    expect(code).toBe(1);
    expect(out).toMatch(/^sources\/paper-2024\.yaml:13:11 kind is "number".*\n1 problem\n$/);
  }
});

test.each([
  [[], /^Say what to do/],
  [['chek'], /^There is no "facts chek"/],
  [['export'], /^JSON is the only form/],
  [['check', 'twice'], /^There is something too much: twice/],
  [['check', '--colour'], /--colour/],
  [['check', '--sources'], /--sources/],
])('facts %j is answered with what is wrong and the help', async (args, complaint) => {
  const { code, out } = await run(join(folder({}), 'nowhere'), ...args);
  expect(code).toBe(1);
  expect(out).toMatch(complaint);
  expect(out).toContain('facts check [--sources DIR]');
});

test.each([['--help'], ['help'], ['check', '--help']])('facts %s shows the help', async (...args) => {
  const { code, out } = await run('nowhere', ...args);
  expect(code).toBe(0);
  expect(out).toMatch(/^The facts that the bot knows\./);
});
