import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEnv, variables } from '../src/env.ts';

const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
const pairs = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((match) => [match[1] ?? '', match[2] ?? ''] as const);

function problemsOf(source: Record<string, string>): readonly string[] {
  const read = readEnv(source);
  return read.ok ? [] : read.problems;
}

test('.env.example lists exactly the variables that the program reads', () => {
  expect(pairs.map(([name]) => name)).toEqual(variables);
});

test('an untouched copy of .env.example means the same as no .env at all', () => {
  expect(readEnv(Object.fromEntries(pairs))).toEqual(readEnv({}));
});

describe('half a pair of tokens is refused with the name of the other half', () => {
  test.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN'],
    [{ SLACK_SIGNING_SECRET: 'secret' }, 'SLACK_BOT_TOKEN'],
  ])('%o asks for %s', (source, missing) => {
    expect(problemsOf(source).join()).toContain(`${missing} is not`);
  });
});

test('swapped tokens are recognised', () => {
  expect(problemsOf({ SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' }).join()).toContain('swapped');
});

test('both tokens, or the signing secret instead of the app token, are enough', () => {
  expect(problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toEqual([]);
  expect(problemsOf({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' })).toEqual([]);
});

test('a wrong value names its variable, never the value', () => {
  const problems = problemsOf({ HTTP_PORT: 'forty-two', LOG_LEVEL: 'loud', SLACK_API_URL: 'nonsense-value' });
  expect(problems.map((problem) => problem.split(':')[0])).toEqual(['SLACK_API_URL', 'HTTP_PORT', 'LOG_LEVEL']);
  expect(problems.join()).not.toContain('nonsense-value');
});
