/** How the connection to Slack is kept. */
import { expect, onTestFinished, test } from 'vitest';
import { pauseBefore, socketMode } from '../../../src/platforms/slack/socket-mode.ts';
import type { Slack } from '../../loopback/slack.ts';
import { aBot, aLog, aPlatform, aWorkspace } from './bot.ts';
import { aReply } from './replies.ts';

const soon = { interval: 1 };
const opened = (slack: Slack) => slack.calls.filter(({ method }) => method === 'apps.connections.open').length;

/** Rejections that nobody handles would end the program. */
function unhandled(): unknown[] {
  const seen: unknown[] = [];
  const note = (reason: unknown) => void seen.push(reason);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));
  return seen;
}

test.each<[string, (slack: Slack) => void]>([
  ['Slack asks to refresh it', (slack) => slack.disconnect()],
  ['the line is cut', (slack) => slack.dropConnections()],
])('a connection comes back at once when %s, and what was said meanwhile is answered', async (_, lose) => {
  const slack = await aWorkspace();
  await aBot(slack);
  lose(slack);
  await expect.poll(() => slack.connections, soon).toBe(0);
  await slack.connected();
  expect(opened(slack)).toBe(2);
  await slack.command({ user: 'U1', channel: 'C1', text: 'chips' });
  expect(slack.connections).toBe(1);
});

test.each([
  [0, 0],
  [1, 1000],
  [2, 2000],
  [5, 16_000],
  [6, 30_000],
  [1000, 30_000],
])('before try %i in a row the bot waits %i ms', (tries, ms) => {
  expect(pauseBefore(tries)).toBe(ms);
});

test('a connection that Slack does not give is asked for again until it stands, and said to be missing', async () => {
  const slack = await aWorkspace();
  const { log, logged } = aLog();
  const { appToken, apiUrl } = slack;
  const tried: number[] = [];
  const pause = (tries: number) => tried.push(tries) * 0;
  const connection = socketMode({ appToken, apiUrl, log, pause });
  await connection.open();
  slack.failNext({ error: 'internal_error' }, 'apps.connections.open');
  slack.failNext({ rateLimit: 0 }, 'apps.connections.open');
  slack.disconnect();
  await expect.poll(() => opened(slack), soon).toBe(4);
  await slack.connected();
  expect(tried).toEqual([0, 1, 2]);
  expect(logged.map(({ message }) => message)).toEqual(Array(2).fill('slack: not connected; trying again'));
  await connection.close();
});

test('stopping while the connection is being made leaves nothing open and nothing unhandled', async () => {
  const slack = await aWorkspace();
  const wild = unhandled();
  const { log } = aLog();
  const connection = socketMode({ appToken: slack.appToken, apiUrl: slack.apiUrl, log });
  await connection.open();
  slack.disconnect();
  await expect.poll(() => opened(slack), soon).toBe(2);
  await connection.close();
  await expect.poll(() => slack.connections, soon).toBe(0);
  expect(wild).toEqual([]);
});

test('stopping while Slack is down leaves nothing unhandled', async () => {
  const slack = await aWorkspace();
  const wild = unhandled();
  const { platform, logged } = await aBot(slack);
  await slack.close();
  await expect.poll(() => logged.length, soon).toBe(1);
  await platform.stop();
  expect(wild).toEqual([]);
});

test('the start is not over before Slack has said hello', async () => {
  const slack = await aWorkspace();
  const { platform } = aPlatform(slack);
  await platform.start({ onAsk: async () => aReply(), onEvent: async () => {} });
  expect(slack.connections).toBe(1);
  await platform.stop();
  await expect.poll(() => slack.connections, soon).toBe(0);
});
