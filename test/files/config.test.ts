import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/core/settings.ts';
import { type Config, loadConfig } from '../../src/files/config.ts';
import { printProblem } from '../../src/files/problem.ts';

const known = {
  platforms: ['slack', 'discord'],
  connected: ['slack', 'discord'],
  topics: ['chips', 'models', 'talent'],
};
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder with these files. */
function folder(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'config-'));
  folders.push(dir);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return dir;
}

/** The problems of a configuration as the operator reads them, without the folder's name. */
function problemsOf(config: Config, dir: string): string[] {
  return config.ok ? [] : config.problems.map((problem) => printProblem(problem).replace(`${dir}/`, ''));
}

function load(files: Readonly<Record<string, string>>): { config: Config; problems: string[] } {
  const dir = folder(files);
  const config = loadConfig(dir, known);
  return { config, problems: problemsOf(config, dir) };
}

const entry = 'platform: slack\n  channel: C1\n  time: 09:00\n  zone: UTC\n';

describe('without a configuration the defaults hold', () => {
  const defaults = { ok: true, settings: defaultSettings, digests: [], warnings: [] };
  test.each<[string, Readonly<Record<string, string>>]>([
    ['an empty folder', {}],
    ['empty files', { 'bot.yaml': '', 'digests.yaml': '' }],
    ['files of comments', { 'bot.yaml': '# nothing\n', 'digests.yaml': '# nothing\n' }],
    ['an empty list', { 'digests.yaml': '[]\n' }],
    ['a retention of nothing', { 'bot.yaml': 'retention:\n' }],
  ])('%s', (_name, files) => {
    expect(load(files).config).toEqual(defaults);
  });

  test('a folder that is not there', () => {
    expect(loadConfig(join(folder({}), 'none'), known)).toEqual(defaults);
  });

  test('the files that come with the bot', () => {
    expect(loadConfig(resolve(import.meta.dirname, '../../config'), known)).toEqual(defaults);
  });
});

test('the settings are read', () => {
  const { config } = load({
    'bot.yaml':
      'language: zh\ngrace_hours: 6\nretention: { threads_hours: 5, deliveries_days: 30 }\nstore_unanswered_questions: true\nmanagers: [U1]\n',
  });
  expect(config.ok && config.settings).toEqual({
    language: 'zh',
    graceHours: 6,
    retention: { inboundHours: 24, threadsHours: 5, deliveriesDays: 30 },
    storeUnansweredQuestions: true,
    managers: ['U1'],
  });
});

describe('digests are read', () => {
  const read = (yaml: string, bot = '') => {
    const { config, problems } = load({ 'digests.yaml': yaml, 'bot.yaml': bot });
    expect(problems).toEqual([]);
    return config.ok ? config.digests : [];
  };

  test('with what is left out by default', () => {
    expect(read(`- ${entry}`, 'language: zh')).toEqual([
      {
        key: 'slack//C1/1',
        platform: 'slack',
        workspace: '',
        channel: 'C1',
        pace: { kind: 'weekly', days: [1] },
        time: '09:00',
        zone: 'UTC',
        topics: [],
        lang: 'zh',
        quiet: 'say-so',
      },
    ]);
  });

  test.each([
    ['weekday: friday', { kind: 'weekly', days: [5] }],
    ['weekday: [Sunday, tuesday]', { kind: 'weekly', days: [2, 7] }],
    ['every: fortnightly\n  weekday: thursday', { kind: 'fortnightly', days: [4] }],
    ['every: daily', { kind: 'weekly', days: [1, 2, 3, 4, 5, 6, 7] }],
    ['every: weekdays', { kind: 'weekly', days: [1, 2, 3, 4, 5] }],
    ['every: monthly', { kind: 'monthly', day: 1 }],
    ['every: monthly\n  day: 31', { kind: 'monthly', day: 31 }],
  ])('%j', (yaml, pace) => {
    expect(read(`- ${entry}  ${yaml}\n`)).toMatchObject([{ pace }]);
  });

  test.each([
    ['time: 9:05', '09:05'],
    ['time: "09:05"', '09:05'],
    ['time: 23:59', '23:59'],
  ])('%s is a time, in quotes or not', (yaml, time) => {
    expect(read(`- platform: slack\n  channel: C1\n  zone: UTC\n  ${yaml}\n`)).toMatchObject([{ time }]);
  });

  test('zones in any case, topics one, several or all', () => {
    expect(read(`- ${entry.replace('UTC', 'europe/berlin')}  topics: chips\n`)).toMatchObject([
      { zone: 'Europe/Berlin', topics: ['chips'] },
    ]);
    expect(read(`- ${entry}  topics: [talent, chips, talent]\n`)).toMatchObject([{ topics: ['talent', 'chips'] }]);
    expect(read(`- ${entry}  topics: all\n`)).toMatchObject([{ topics: [] }]);
  });

  test('known by their id, or by their place among those of their channel', () => {
    const yaml = `- ${entry}- ${entry.replace('C1', 'C2')}- ${entry}- ${entry}  id: board\n`;
    expect(read(yaml).map(({ key }) => key)).toEqual(['slack//C1/1', 'slack//C2/1', 'slack//C1/2', 'id/board']);
  });
});

test('a digest of a platform that is off is a warning with its place, and the bot starts', () => {
  const dir = folder({ 'digests.yaml': `- ${entry}- ${entry.replace('slack', 'discord')}` });
  const config = loadConfig(dir, { ...known, connected: ['slack'] });
  expect(config.ok && config.digests).toHaveLength(2);
  expect(config.ok && config.warnings.map(printProblem)).toEqual([
    `${dir}/digests.yaml:5:13 discord is not connected, so this digest is not posted: set the tokens of discord in .env, or remove the digest`,
  ]);
});

describe('every problem is told at once, with its line and what to do', () => {
  test('of both files, one fault not hiding the others', () => {
    const { problems } = load({
      'bot.yaml': 'language: fr\ngrace_hours: 0\nretention: { inbound_hours: 1, thread_hours: 3 }\nmanagers: U1\n',
      'digests.yaml': `- platform: slak
  channel: C1
  time: 25:00
  zone: Europe/Berln
- platform: discord
  channel: 1234567890123456789
  time: 9
  zone: Mars
  topics: [chips, chps]
  weekday: [monday, tusday]
- platform: slack
  channel: "#general"
  time: 09:00
  zone: UTC
  every: monthly
  weekday: monday
  day: 32
  colour: red
- ${entry}  every: daily
  day: 3
- platform: slack
`,
    });
    expect(problems).toEqual([
      'bot.yaml:1:11 language is "fr": use one of en, zh',
      'bot.yaml:2:14 grace_hours is too short: write 1 hour or more',
      'bot.yaml:3:29 retention.inbound_hours is too short: write 2 hours or more',
      'bot.yaml:3:32 retention has no field "thread_hours": remove it or correct its name',
      'bot.yaml:4:11 managers is not a list: write a list',
      'digests.yaml:1:13 platform is "slak": use one of slack, discord',
      'digests.yaml:3:9 time is no time: write HH:MM, such as 09:00',
      'digests.yaml:4:9 zone is no time zone: write one such as Europe/Berlin',
      'digests.yaml:6:12 channel is not text: put the id in quotes',
      'digests.yaml:7:9 time is no time: write HH:MM, such as 09:00',
      'digests.yaml:8:9 zone is no time zone: write a name such as Europe/Berlin',
      'digests.yaml:9:19 topics[1] is "chps": use one of chips, models, talent',
      'digests.yaml:10:21 weekday[1] is "tusday": use one of monday, tuesday, wednesday, thursday, friday, saturday, sunday',
      'digests.yaml:12:12 channel is no id of a channel: see the README of this folder for where to find it',
      'digests.yaml:16:12 weekday has no use with this "every": remove it, or change "every"',
      'digests.yaml:17:8 day is no day of a month: write 1 to 31',
      'digests.yaml:18:3 [2] has no field "colour": remove it or correct its name',
      'digests.yaml:24:8 day has no use with this "every": remove it, or change "every"',
      'digests.yaml:25:3 channel is missing: add it',
      'digests.yaml:25:3 time is missing: add it',
      'digests.yaml:25:3 zone is missing: add it',
    ]);
  });

  test('an id that is taken', () => {
    const { problems } = load({ 'digests.yaml': `- ${entry}  id: a\n- ${entry}  id: a\n` });
    expect(problems).toEqual(['digests.yaml:10:7 the id "a" is taken: give each its own id']);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['no list', { 'digests.yaml': 'platform: slack\n' }, 'digests.yaml:1:1 the file is not a list'],
    ['no YAML', { 'bot.yaml': 'language: "en\n' }, 'bot.yaml:2:1 is no YAML'],
    ['a name that is not read', { 'digests.yml': '' }, 'digests.yml:1:1 is not read: name it digests.yaml'],
    ['another', { 'bot.yml': '' }, 'bot.yml:1:1 is not read: name it bot.yaml'],
  ])('%s', (_name, files, problem) => {
    expect(load(files).problems).toEqual([expect.stringContaining(problem)]);
  });

  test('files and folders that are there but cannot be read', () => {
    const dir = folder({});
    mkdirSync(join(dir, 'bot.yaml'));
    expect(problemsOf(loadConfig(dir, known), dir)).toEqual([
      expect.stringContaining('bot.yaml:1:1 the file cannot be read'),
    ]);
    const file = join(folder({ config: '' }), 'config');
    expect(problemsOf(loadConfig(file, known), file)).toEqual([expect.stringContaining('the folder cannot be read')]);
  });
});

test('the README of the folder names every setting and every field, and its example is sound', () => {
  const readme = readFileSync(resolve(import.meta.dirname, '../../config/README.md'), 'utf8');
  const example = /```yaml\n(.*?)```/su.exec(readme)?.[1] ?? '';
  const dir = folder({ 'digests.yaml': example });
  const config = loadConfig(dir, { ...known, topics: ['chips', 'models', 'regulation'] });
  expect(problemsOf(config, dir)).toEqual([]);
  expect(config.ok && config.digests).toHaveLength(2);
  const settings = [
    'language',
    'grace_hours',
    'inbound_hours',
    'threads_hours',
    'deliveries_days',
    'store_unanswered_questions',
    'managers',
  ];
  const fields = [
    'platform',
    'channel',
    'workspace',
    'every',
    'weekday',
    'day',
    'time',
    'zone',
    'topics',
    'language',
    'quiet',
    'id',
  ];
  const rows = [...readme.matchAll(/^\| `(?:retention\.)?(\w+)` *\|/gmu)].map((match) => match[1]);
  expect(rows).toEqual([...settings, ...fields]);
});
