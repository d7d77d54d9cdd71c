import { describe, expect, test } from 'vitest';
import { digestCommand } from '../../src/cli/digest.ts';
import { realMind } from '../support/mind.ts';

const { store } = realMind();

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  const code = await digestCommand(args, { store, write, today: '2026-11-23' });
  return { code, text };
}

test('the digest of today, on every topic, in English', async () => {
  const { code, text } = await run('preview');
  expect(code).toBe(0);
  expect(text).toContain('China GenAI digest, 23 Nov 2026');
  expect(text).toContain('Covers Mon 16 Nov 2026, 09:00 up to Mon 23 Nov 2026, 09:00 (UTC)');
  expect(text).toContain('Topics: all');
  expect(text).toContain('[1]');
});

test('topics by id or name, in Chinese, on another day', async () => {
  const { text } = await run('preview', '--topics', 'talent, 芯片', '--lang', 'zh', '--on', '2026-12-01');
  expect(text).toContain('中国生成式 AI 简报，2026 年 12 月 1 日');
  expect(text).toContain('话题：芯片、人才');
});

test.each([
  ['weekly', 'Mon 16 Nov 2026', 'Mon 23 Nov 2026', 'Mon 30 Nov 2026'],
  ['fortnightly', 'Mon 9 Nov 2026', 'Mon 23 Nov 2026', 'Mon 7 Dec 2026'],
  ['daily', 'Sun 22 Nov 2026', 'Mon 23 Nov 2026', 'Tue 24 Nov 2026'],
  ['weekdays', 'Fri 20 Nov 2026', 'Mon 23 Nov 2026', 'Tue 24 Nov 2026'],
  ['monthly', 'Fri 23 Oct 2026', 'Mon 23 Nov 2026', 'Wed 23 Dec 2026'],
])('%s covers the one period before', async (every, ...days) => {
  const [from, to, next] = days;
  const { text } = await run('preview', '--every', every);
  expect(text).toContain(`Covers ${from}, 09:00 up to ${to}, 09:00 (UTC)`);
  expect(text).toContain(`Next digest: ${next}, 09:00 (UTC)`);
});

test('the same call prints the same text', async () => {
  expect(await run('preview', '--on', '2027-03-01')).toEqual(await run('preview', '--on', '2027-03-01'));
});

test('help is help', async () => {
  const { code, text } = await run('help');
  expect(code).toBe(0);
  expect(text).toContain('--topics');
});

describe('what is not understood is said, and what there is', () => {
  test.each<[string[], string]>([
    [[], 'Say what to do'],
    [['subscribe'], 'There is no "digest subscribe" here: digests are set up in chat'],
    [['preview', 'chips'], 'too much: chips'],
    [['preview', '--topics', 'chisp'], 'There is no topic "chisp": did you mean chips?'],
    [['preview', '--topics', 'soup'], 'There is no topic "soup": use some of models, chips'],
    [['preview', '--lang', 'fr'], 'There is no language "fr": write en or zh'],
    [['preview', '--every', 'yearly'], 'There is no rhythm "yearly": use one of weekly'],
    [['preview', '--on', 'monday'], '"monday" is no day: write YYYY-MM-DD'],
    [['preview', '--on', '2026-02-30'], '"2026-02-30" is no day'],
    [['preview', '--on'], '--on'],
    [['preview', '--weeks', '2'], '--weeks'],
  ])('%j', async (args, complaint) => {
    const { code, text } = await run(...args);
    expect(code).toBe(1);
    expect(text).toContain(complaint);
    expect(text).toContain('digest preview [--topics');
  });
});
