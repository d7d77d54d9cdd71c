/** Starting with the wrong tokens, over HTTP, and stopping. */
import { createHmac } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { createDoor } from '../../../src/platforms/slack/door.ts';
import { postingClient } from '../../../src/platforms/slack/sdk.ts';
import { appTokenProblem, botTokenProblem } from '../../../src/platforms/slack/tokens.ts';
import type { Slack } from '../../loopback/slack.ts';
import { aBot, aLog, aPlatform, aWorkspace, nowhere } from './bot.ts';
import { aReply } from './replies.ts';

const handlers = { onAsk: async () => aReply(), onEvent: async () => {} };

test.each<[string, object, RegExp]>([
  [
    'a wrong bot token',
    { botToken: 'xoxb-wrong' },
    /^slack: SLACK_BOT_TOKEN is wrong\. .*OAuth & Permissions.*invalid_auth/,
  ],
  ['an app token in its place', { botToken: 'xapp-1-loopback' }, /^slack: SLACK_BOT_TOKEN is a token of another kind/],
  [
    'a wrong app token',
    { appToken: 'xapp-wrong' },
    /^slack: SLACK_APP_TOKEN is wrong, or .*connections:write.*App-Level Tokens/,
  ],
  ['a bot token in its place', { appToken: 'xoxb-loopback' }, /^slack: SLACK_APP_TOKEN is a token of another kind/],
])('%s is named, with where to get the right one, and never shown', async (_, wrong, message) => {
  const slack = await aWorkspace();
  const { platform, logged } = aPlatform(slack, wrong);
  const error = await platform.start(handlers).catch((caught: unknown) => caught);
  expect(error).toMatchObject({ message: expect.stringMatching(message), cause: expect.any(Error) });
  const said = JSON.stringify([error, Object(error).message, Object(error).stack, logged]);
  for (const token of Object.values(wrong)) expect(said).not.toContain(token);
  await platform.stop();
});

test('the token of an app that was removed is told apart', async () => {
  const slack = await aWorkspace();
  await slack.uninstall();
  await expect(aPlatform(slack).platform.start(handlers)).rejects.toThrow(
    /SLACK_BOT_TOKEN is of an app that was removed/,
  );
});

test('an app token without connections:write is told what it lacks', async () => {
  const slack = await aWorkspace();
  slack.failNext({ error: 'missing_scope' }, 'apps.connections.open');
  await expect(aPlatform(slack).platform.start(handlers)).rejects.toThrow(
    'SLACK_APP_TOKEN lacks the scope connections:write',
  );
});

test('where Slack cannot be reached, no token is blamed', async () => {
  const access = { apiUrl: `${await nowhere()}/api/`, botToken: 'xoxb-loopback' };
  const error = await postingClient(access)
    .auth.test()
    .catch((caught: unknown) => caught);
  const reason = 'Slack cannot be reached. Try again, or see SLACK_API_URL.';
  for (const problemOf of [botTokenProblem, appTokenProblem]) {
    const { message } = problemOf(error, access.apiUrl);
    expect(message).toBe(`slack: ${new URL(access.apiUrl).host} did not let the bot in: ${reason}`);
  }
});

test('without a way to be reached there is no platform', async () => {
  const slack = await aWorkspace();
  expect(() => aPlatform(slack, { appToken: undefined })).toThrow(
    'set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET',
  );
});

test('what an app may not do is said at the start', async () => {
  const slack = await aWorkspace({
    scopes: ['app_mentions:read', 'chat:write', 'commands', 'im:history', 'users:read'],
  });
  const { logged } = await aBot(slack);
  expect(logged.map(({ message }) => message)).toContain(
    'slack: the app lacks the permission channels:history and cannot look for a lost digest in public channels: see config/slack-manifest.yaml',
  );
  expect(logged).toHaveLength(5);
});

const signingSecret = '0123456789abcdef0123456789abcdef';

/** Sends what Slack would send over HTTP. */
async function deliver(url: string, event: object, secret = signingSecret): Promise<Response> {
  const body = JSON.stringify({ type: 'event_callback', team_id: 'T0LOOPBACK', event_id: 'Ev1', event });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signature,
  };
  return await fetch(`${url}/slack/events`, { method: 'POST', body, headers });
}

async function overHttp(slack: Slack) {
  const port = Number(new URL(await nowhere()).port);
  const bot = await aBot(slack, undefined, {
    appToken: undefined,
    signingSecret,
    http: { host: '127.0.0.1', port, routes: [] },
  });
  const { ts } = slack.say({ user: 'U1', channel: 'C1', text: 'chips' });
  const event = { type: 'app_mention', user: 'U1', text: '<@U0GENAIBOT> chips', ts, channel: 'C1', event_ts: ts };
  return { ...bot, event, ts, port, url: `http://127.0.0.1:${port}` };
}

test('over HTTP a mention is answered as over a socket', async () => {
  const slack = await aWorkspace();
  const { url, event, ts, asked } = await overHttp(slack);
  expect((await deliver(url, event)).status).toBe(200);
  expect(await slack.nextMessage()).toMatchObject({ channel: 'C1', thread_ts: ts });
  await deliver(url, event);
  expect(asked).toHaveLength(1);
  expect(slack.calls.map(({ method }) => method)).not.toContain('apps.connections.open');
});

test('over HTTP, what Slack did not sign is refused, and the operator is told', async () => {
  const slack = await aWorkspace();
  const { url, event, asked, logged } = await overHttp(slack);
  expect((await deliver(url, event, 'another secret')).status).toBe(401);
  expect(asked).toEqual([]);
  expect(logged).toMatchObject([{ level: 'warn', message: expect.stringContaining('signature mismatch') }]);
});

test('a port that is taken is named', async () => {
  const slack = await aWorkspace();
  const { port } = await overHttp(slack);
  const http = { host: '127.0.0.1', port, routes: [] };
  const { platform } = aPlatform(slack, { appToken: undefined, signingSecret, http });
  await expect(platform.start(handlers)).rejects.toThrow(
    `slack: cannot listen on 127.0.0.1:${port}: see HTTP_HOST and HTTP_PORT`,
  );
});

test('over HTTP, stopping closes the door', async () => {
  const slack = await aWorkspace();
  const { platform, url, event } = await overHttp(slack);
  await platform.stop();
  await expect(deliver(url, event)).rejects.toThrow('fetch failed');
});

test('stopping takes nothing new and lets a running answer finish', async () => {
  const slack = await aWorkspace();
  const { promise: thought, resolve } = Promise.withResolvers<void>();
  const { platform, asked } = await aBot(slack, async () => {
    await thought;
    return aReply();
  });
  await slack.mention({ user: 'U1', channel: 'C1', text: 'chips' });
  await expect.poll(() => asked.length, { interval: 1 }).toBe(1);
  const stopped = platform.stop();
  await expect.poll(() => slack.connections, { interval: 1 }).toBe(0);
  expect(slack.messages('C1')).toEqual([]);
  resolve();
  await stopped;
  expect(slack.messages('C1')).toHaveLength(1);
});

test('a platform that never started stops, and stopping twice is no harm', async () => {
  const slack = await aWorkspace();
  const { platform } = aPlatform(slack);
  await platform.stop();
  await platform.stop();
});

test('stopping waits for a running answer only so long', async () => {
  const { log } = aLog();
  const door = createDoor(log);
  const { promise, resolve } = Promise.withResolvers<void>();
  onTestFinished(() => resolve());
  void door.pass('a command', () => promise);
  await door.drain(5);
});

test('whatever goes wrong behind the door is logged once with its cause', async () => {
  const { log, logged } = aLog();
  const error = new Error('boom');
  await createDoor(log).pass('a command', () => Promise.reject(error));
  expect(logged).toEqual([{ level: 'error', fields: { err: error }, message: 'slack: a command was not answered' }]);
});
