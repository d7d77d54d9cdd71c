import { expect, test } from 'vitest';
import { createPeople } from '../../../src/platforms/slack/people.ts';
import { readingClient } from '../../../src/platforms/slack/sdk.ts';
import type { Slack } from '../../loopback/slack.ts';
import { aLog, aWorkspace } from './bot.ts';

const ask = {
  id: '1',
  text: 'chips',
  from: { platform: 'slack', workspace: 'T1', channel: 'C1', thread: '', user: 'U1' },
  audience: 'asker',
} as const;

async function people(patience?: number) {
  const slack = await aWorkspace();
  const clock = { now: 0 };
  const { log, logged } = aLog();
  const knows = createPeople({
    client: readingClient(slack),
    log,
    now: () => clock.now,
    ...(patience && { patience }),
  });
  return { slack, clock, logged, introduce: () => knows.introduce(ask) };
}
const lookUps = (slack: Slack) => slack.calls.filter(({ method }) => method === 'users.info').length;

test('an ask gets the language and time zone of its person, who is looked up once an hour', async () => {
  const { slack, clock, introduce } = await people();
  const introduced = { ...ask, locale: 'zh-CN', zone: 'Asia/Shanghai' };
  expect(await Promise.all([introduce(), introduce()])).toEqual([introduced, introduced]);
  slack.user('U1', { tz: 'Europe/Berlin' });
  clock.now = 3_599_999;
  expect(await introduce()).toEqual(introduced);
  expect(lookUps(slack)).toBe(1);
  clock.now = 3_600_000;
  expect(await introduce()).toMatchObject({ zone: 'Europe/Berlin' });
});

test('without a profile the ask goes on, and for a minute nobody asks again', async () => {
  const { slack, clock, logged, introduce } = await people();
  slack.failNext({ error: 'user_not_visible' }, 'users.info');
  expect(await introduce()).toEqual(ask);
  expect(await introduce()).toEqual(ask);
  expect(logged).toMatchObject([{ level: 'warn', fields: { err: { data: { error: 'user_not_visible' } } } }]);
  clock.now = 60_000;
  expect(await introduce()).toMatchObject({ locale: 'zh-CN' });
});

test('an answer does not wait long for a profile', async () => {
  const { slack, introduce } = await people(5);
  slack.failNext('hang', 'users.info');
  expect(await introduce()).toEqual(ask);
});
