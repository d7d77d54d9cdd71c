/** What the real @slack/web-api makes of each failure, and what then stands in the channel. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { LogLevel, webApi } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import { type Slack, startSlack } from './slack.ts';
import type { Plan } from './slack-failures.ts';

const workspace = async (): Promise<Slack> => {
  const slack = await startSlack();
  slack.channel('C1');
  onTestFinished(async () => await slack.close());
  return slack;
};

/** A client for posting: one try, every answer as it is. */
const poster = (slack: Slack, more: webApi.WebClientOptions = {}): webApi.WebClient =>
  new webApi.WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
    ...more,
  });

const post = async (client: webApi.WebClient): Promise<unknown> =>
  await client.chat.postMessage({ channel: 'C1', text: 'digest' }).catch((error: unknown) => error);

test.each<[Plan, number, object]>([
  ['lost-reply', 1, { code: 'slack_webapi_request_error' }],
  ['half-reply', 1, { name: 'TypeError', message: 'terminated' }],
  ['500-after', 1, { code: 'slack_webapi_http_error', statusCode: 500 }],
  ['500-before', 0, { code: 'slack_webapi_http_error', statusCode: 500 }],
  ['cut-before', 0, { code: 'slack_webapi_request_error' }],
  [{ rateLimit: 7 }, 0, { code: 'slack_webapi_rate_limited_error', retryAfter: 7 }],
  [{ error: 'restricted_action' }, 0, { code: 'slack_webapi_platform_error', data: { error: 'restricted_action' } }],
])('a post that meets %j is tried once and leaves %i in the channel', async (plan, standing, error) => {
  const slack = await workspace();
  slack.failNext(plan);
  expect(await post(poster(slack))).toMatchObject(error);
  expect(slack.messages('C1')).toHaveLength(standing);
  expect(slack.calls).toHaveLength(1);
  expect(slack.refused).toEqual([]);
  expect(await post(poster(slack))).toMatchObject({ ok: true });
});

test.each<[Plan, number]>([
  ['hang', 0],
  ['hang-after', 1],
])('a post that meets %s runs into the time limit, and closing does not wait for it', async (plan, standing) => {
  const slack = await workspace();
  slack.failNext(plan);
  expect(await post(poster(slack, { timeout: 20 }))).toMatchObject({
    code: 'slack_webapi_request_error',
    original: { name: 'TimeoutError' },
  });
  await expect.poll(() => slack.messages('C1').length, { interval: 1 }).toBe(standing);
});

test('with retries left on, a lost reply and a 500 each post the same message again', async () => {
  const slack = await workspace();
  const retryConfig = { retries: 2, minTimeout: 0, maxTimeout: 1 };
  slack.failNext('lost-reply');
  slack.failNext('500-after');
  expect(await post(poster(slack, { retryConfig }))).toMatchObject({ ok: true });
  expect(slack.messages('C1')).toHaveLength(3);
});

test('without rejectRateLimitedCalls a 429 is waited for and then looks like a broken line', async () => {
  const slack = await workspace();
  slack.failNext({ rateLimit: 0 });
  expect(await post(poster(slack, { rejectRateLimitedCalls: false }))).toMatchObject({
    code: 'slack_webapi_request_error',
    original: { message: expect.stringContaining('A rate limit was exceeded') },
  });
});

test('a failure ordered for a method waits for that method', async () => {
  const slack = await workspace();
  const client = poster(slack);
  slack.failNext({ error: 'fatal_error' }, 'conversations.history');
  await client.chat.postMessage({ channel: 'C1', text: 'digest' });
  await expect(client.conversations.history({ channel: 'C1' })).rejects.toThrow('fatal_error');
  expect((await client.conversations.history({ channel: 'C1' })).messages).toHaveLength(1);
});

test('a crash harness is called before a message is stored and before it is answered', async () => {
  const slack = await workspace();
  const seen: unknown[] = [];
  slack.onPost = async (n, call) => {
    seen.push(['post', n, call.method, slack.messages().length]);
  };
  slack.onStored = (n) => {
    seen.push(['stored', n, slack.messages().length]);
  };
  const client = poster(slack);
  await client.auth.test();
  await post(client);
  slack.failNext('cut-before');
  await post(client);
  expect(seen).toEqual([
    ['post', 1, 'chat.postMessage', 0],
    ['stored', 1, 1],
    ['post', 2, 'chat.postMessage', 1],
  ]);
});

test('a bot killed while its post is under way leaves the post standing and the platform well', async () => {
  const slack = await workspace();
  const shout = `fetch('${slack.apiUrl}chat.postMessage', { method: 'POST', body: new URLSearchParams({
    token: '${slack.botToken}', channel: 'C1', text: 'last words' }) })`;
  const bot = spawn(process.execPath, ['-e', shout]);
  slack.onStored = () => void bot.kill('SIGKILL');
  const [, signal] = await once(bot, 'exit');
  expect(signal).toBe('SIGKILL');
  expect(slack.messages('C1')).toMatchObject([{ text: 'last words' }]);
  expect(await post(poster(slack))).toMatchObject({ ok: true });
});

test('a hook that throws shows up among the refusals', async () => {
  const slack = await workspace();
  slack.onPost = () => {
    throw new Error('oops');
  };
  expect(await post(poster(slack))).toMatchObject({ code: 'slack_webapi_request_error' });
  expect(slack.refused).toMatchObject([{ error: 'loopback fault: Error: oops' }]);
});
