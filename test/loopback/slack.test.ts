/** The loopback Slack against the real Bolt: what people do reaches the app, what it says is seen. */
import { App, SocketModeReceiver } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import { type Slack, startSlack } from './slack.ts';
import { quiet } from './slack-client.ts';
import type { SlackOptions } from './slack-server.ts';

const nothing = (): void => {};

const workspace = async (options: SlackOptions = {}): Promise<Slack> => {
  const slack = await startSlack(options);
  slack.user('U1', { name: 'ada' });
  slack.user('U2');
  slack.channel('C1', { creator: 'U1' });
  onTestFinished(async () => await slack.close());
  return slack;
};

/** A Bolt app as its documentation starts one; `clientOptions` reach Socket Mode, too. */
const bolt = async (slack: Slack, prepare: (app: App) => void): Promise<App> => {
  const app = new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    deferInitialization: true,
    clientOptions: { slackApiUrl: slack.apiUrl },
    logger: quiet,
  });
  prepare(app);
  await app.init();
  await app.start();
  onTestFinished(async () => void (await app.stop()));
  return app;
};

const section = (text: string) => ({ type: 'section' as const, text: { type: 'plain_text' as const, text } });
const button = (action_id: string, value = 'v') => ({
  type: 'button' as const,
  action_id,
  value,
  text: { type: 'plain_text' as const, text: 'Go' },
});

test('Bolt in Socket Mode connects to the loopback with nothing but slackApiUrl', async () => {
  const slack = await workspace();
  await bolt(slack, nothing);
  await slack.connected();
  expect(slack.calls.map((call) => [call.method, call.outcome])).toEqual([
    ['auth.test', 'ok'],
    ['apps.connections.open', 'ok'],
  ]);
});

test('a slash command is acknowledged and answered to the asker alone', async () => {
  const slack = await workspace();
  await bolt(slack, (app) => {
    app.command('/genai', async ({ ack, command, respond }) => {
      await ack();
      await respond({ text: `${command.user_name} asks for ${command.text}`, blocks: [section('chips')] });
    });
  });
  const { ack, replies } = await slack.command({ user: 'U1', channel: 'C1', text: 'chips' });
  expect(ack).toMatchObject({ type: 'slash_commands', payload: {}, late: false });
  expect(replies).toMatchObject([{ text: 'ada asks for chips', only_for: 'U1', via: 'response_url', channel: 'C1' }]);
  expect(slack.ephemerals).toHaveLength(1);
  expect(slack.messages()).toEqual([]);
});

test('an acknowledgement may carry the answer itself, and one that Slack would not take is on record', async () => {
  const slack = await workspace();
  await bolt(slack, (app) => {
    app.command('/genai', async ({ ack, command }) => {
      await ack({
        response_type: 'in_channel',
        text: command.text,
        blocks: command.text === 'bad' ? [section('')] : [],
      });
    });
  });
  const { replies } = await slack.command({ user: 'U1', channel: 'C1', text: 'good' });
  expect(replies).toMatchObject([{ via: 'ack', text: 'good', only_for: undefined }]);
  await slack.command({ user: 'U1', channel: 'C1', text: 'bad', replies: 0 });
  expect(slack.refused).toMatchObject([{ what: 'ack of slash_commands', error: 'invalid_command_response' }]);
});

test('a mention reaches the app as Slack writes it and is answered in its thread', async () => {
  const slack = await workspace();
  const heard: unknown[] = [];
  await bolt(slack, (app) => {
    app.event('app_mention', async ({ event, say }) => {
      heard.push(event.text);
      await say({ text: 'Here is what I know', thread_ts: event.ts });
    });
  });
  const { message } = await slack.mention({ user: 'U1', channel: 'C1', text: 'R&D <3?' });
  expect(await slack.nextMessage({ channel: 'C1' })).toMatchObject({ thread_ts: message.ts, via: 'chat.postMessage' });
  expect(heard).toEqual(['<@U0GENAIBOT> R&amp;D &lt;3?']);
});

test('a direct message is heard, and what the app says there comes back to it as an event', async () => {
  const slack = await workspace();
  const heard: unknown[] = [];
  await bolt(slack, (app) => {
    app.use(async ({ body, next }) => {
      heard.push('event' in body && 'user' in body.event && body.event.user);
      await next();
    });
    app.message(async ({ message, say }) => {
      if (message.subtype === undefined) await say(`You said ${message.text}`);
    });
  });
  await slack.dm({ user: 'U1', text: 'hello' });
  expect(await slack.nextMessage()).toMatchObject({ channel: 'D1', text: 'You said hello' });
  await expect.poll(() => slack.acks.length, { interval: 1 }).toBe(2);
  expect(heard).toEqual(['U1']);
  expect(slack.leftovers).toEqual([]);
});

test('an app that listens to a channel hears a mention there twice, and what bots say under their bot_id', async () => {
  const slack = await workspace({ events: ['app_mention', 'message.channels'] });
  slack.user('U9', { bot: true });
  const heard: unknown[] = [];
  await bolt(slack, (app) => {
    app.event(/app_mention|message/, async ({ event }) => {
      heard.push([event.type, 'bot_id' in event ? event.bot_id : undefined]);
    });
  });
  await slack.mention({ user: 'U1', channel: 'C1', text: 'chips' });
  slack.say({ user: 'U9', channel: 'C1', text: 'beep' });
  await expect.poll(() => heard.length, { interval: 1 }).toBe(3);
  expect(heard).toEqual([
    ['message', undefined],
    ['app_mention', undefined],
    ['message', 'B9'],
  ]);
});

test('an edited mention comes again with a new event id, a repeated envelope with the old one', async () => {
  const slack = await workspace();
  const heard: unknown[] = [];
  await bolt(slack, (app) => {
    app.event('app_mention', async ({ event, body, context }) => {
      heard.push([body.event_id, event.edited !== undefined, context.retryNum]);
    });
  });
  const first = await slack.mention({ user: 'U1', channel: 'C1', text: 'chips' });
  await slack.resend(first, { retry_attempt: 0, retry_reason: '' });
  await slack.resend(first);
  await slack.edit({ message: first.message, text: '<@U0GENAIBOT> chips?' });
  await expect.poll(() => heard.length, { interval: 1 }).toBe(4);
  const ids = heard.map((event) => Array.isArray(event) && event[0]);
  expect(new Set(ids).size).toBe(2);
  expect(heard).toEqual([
    [ids[0], false, 0],
    [ids[0], false, 0],
    [ids[0], false, 1],
    [ids[3], true, 0],
  ]);
});

test('a click on a private message shares it in the channel, then replaces and deletes it', async () => {
  const slack = await workspace();
  const bodies: object[] = [];
  await bolt(slack, (app) => {
    app.command('/genai', async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'chips', blocks: [{ type: 'actions', elements: [button('share'), button('close')] }] });
    });
    app.action('share', async ({ ack, body, respond }) => {
      await ack();
      bodies.push(body);
      await respond({ response_type: 'in_channel', text: 'shared' });
      await respond({
        replace_original: true,
        text: 'done',
        blocks: [{ type: 'actions', elements: [button('close')] }],
      });
    });
    app.action('close', async ({ ack, respond }) => {
      await ack();
      await respond({ delete_original: true });
    });
  });
  const [reply] = (await slack.command({ user: 'U1', channel: 'C1', text: 'chips' })).replies;
  if (!reply) throw new Error('no reply');
  await expect(slack.click({ user: 'U2', message: reply, action_id: 'share' })).rejects.toThrow('U2 does not see');
  await slack.click({ user: 'U1', message: reply, action_id: 'share' });
  expect(await slack.nextMessage()).toMatchObject({ text: 'shared', only_for: undefined });
  expect(await slack.nextMessage()).toMatchObject({ text: 'done', ts: reply.ts });
  expect(bodies).toMatchObject([{ container: { is_ephemeral: true }, actions: [{ action_id: 'share', value: 'v' }] }]);
  expect(bodies[0]).not.toHaveProperty('message');
  await expect(slack.click({ user: 'U1', message: reply, action_id: 'share' })).rejects.toThrow('no share in that');
  await slack.click({ user: 'U1', message: reply, action_id: 'close' });
  await expect.poll(() => slack.ephemerals, { interval: 1 }).toEqual([]);
  expect(slack.messages('C1')).toMatchObject([{ text: 'shared' }]);
});

test('a response_url takes five messages and then is used up', async () => {
  const slack = await workspace();
  const failures: unknown[] = [];
  await bolt(slack, (app) => {
    app.command('/genai', async ({ ack, respond }) => {
      await ack();
      for (const n of [1, 2, 3, 4, 5, 6]) await respond(`${n}`).catch((error: unknown) => failures.push(error));
    });
  });
  const { replies } = await slack.command({ user: 'U1', channel: 'C1', text: 'talk', replies: 5 });
  expect(replies.map((reply) => reply.text)).toEqual(['1', '2', '3', '4', '5']);
  await expect
    .poll(() => failures, { interval: 1 })
    .toMatchObject([{ code: 'slack_bolt_respond_error', statusCode: 404 }]);
  expect(slack.refused).toMatchObject([{ what: 'response_url', error: 'used_url' }]);
});

test('what happens to a channel or the app is told to it', async () => {
  const slack = await workspace();
  const heard: string[] = [];
  await bolt(slack, (app) => {
    app.event(/.*/, async ({ event }) => {
      heard.push(event.type);
    });
  });
  await slack.archive('C1');
  await slack.archive('C1', false);
  await slack.kick('C1');
  await slack.invite('C1');
  await slack.uninstall();
  expect(heard).toEqual([
    'channel_archive',
    'channel_unarchive',
    'channel_left',
    'member_left_channel',
    'member_joined_channel',
    'tokens_revoked',
    'app_uninstalled',
  ]);
});

test('an app hears only what it is subscribed to and has the scope for', async () => {
  const slack = await workspace({ events: ['app_mention', 'message.im'], scopes: ['app_mentions:read'] });
  await bolt(slack, nothing);
  await expect(slack.dm({ user: 'U1', text: 'hi' })).rejects.toThrow(
    'not subscribed to message.im, or lacks its scope',
  );
  await slack.archive('C1');
  expect(slack.acks).toEqual([]);
});

test('with options of its own for the connection, what a listener posts is tried once', async () => {
  const slack = await workspace();
  // One shared object would be changed by Socket Mode: a listener's client would then retry a hundred times.
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  const installerOptions = { clientOptions: { slackApiUrl: slack.apiUrl } };
  const { botToken: token, appToken } = slack;
  const app = new App({ token, appToken, socketMode: true, clientOptions, installerOptions, logger: quiet });
  app.command('/genai', async ({ ack, client }) => {
    const error = await client.chat.postMessage({ channel: 'C1', text: 'once' }).catch(String);
    await ack(String(error));
  });
  await app.start();
  onTestFinished(async () => void (await app.stop()));
  slack.failNext('lost-reply');
  await slack.command({ user: 'U1', channel: 'C1', text: 'x', replies: 0 });
  expect(await slack.nextMessage({ via: 'chat.postMessage' })).toMatchObject({ text: 'once' });
  expect(await slack.nextMessage({ via: 'ack' })).toMatchObject({
    text: 'WebAPIRequestError: A request error occurred: fetch failed',
  });
  expect(slack.messages('C1')).toMatchObject([{ text: 'once' }]);
});

test('an app that is told to refresh its connection comes back and hears what it missed, as a retry', async () => {
  const slack = await workspace();
  const retries: unknown[] = [];
  // Only with a short clientPingTimeout: the SDK waits that long (5 s by default) before it connects again.
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const { appToken } = slack;
  const options = { appToken, clientPingTimeout: 20, installerOptions: { clientOptions }, logger: quiet };
  const receiver = new SocketModeReceiver(options);
  const app = new App({ token: slack.botToken, receiver, clientOptions, logger: quiet });
  app.event('app_mention', async ({ context }) => {
    retries.push(context.retryNum);
  });
  await app.start();
  onTestFinished(async () => void (await app.stop()));
  slack.disconnect();
  await expect.poll(() => slack.connections, { interval: 1 }).toBe(0);
  await expect(slack.command({ user: 'U1', channel: 'C1', text: 'x' })).rejects.toThrow('dispatch_failed');
  await slack.mention({ user: 'U1', channel: 'C1', text: 'anyone?' });
  await expect.poll(() => retries, { interval: 1 }).toEqual([1]);
});

test('a message that does not come fails with a list of what did', async () => {
  const slack = await workspace();
  const app = await bolt(slack, nothing);
  await app.client.chat.postMessage({ channel: 'C1', text: 'hello' });
  await expect(app.client.chat.postMessage({ channel: 'C9', text: 'lost' })).rejects.toThrow('channel_not_found');
  await expect(slack.nextMessage({ text: 'goodbye' }, 5)).rejects.toThrow(
    /chat.postMessage in C1: hello\nRefused: \n {2}chat.postMessage: channel_not_found\nCalls: auth.test, /,
  );
  expect(slack.leftovers).toMatchObject([{ text: 'hello' }]);
});
