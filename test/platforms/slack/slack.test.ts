/** What people do in Slack and what they then see, with the real Bolt against a loopback Slack. */
import { expect, test } from 'vitest';
import type { Reply } from '../../../src/core/reply.ts';
import type { Slack } from '../../loopback/slack.ts';
import type { Message } from '../../loopback/slack-workspace.ts';
import { aBot, aWorkspace } from './bot.ts';
import { aReply } from './replies.ts';

const soon = { interval: 1 };
const titleOf = (message: Message | undefined) => message?.text.split('\n')[0];

/** A private reply to a command. */
async function privateReply(slack: Slack): Promise<Message> {
  const { replies } = await slack.command({ user: 'U1', channel: 'C1', text: 'chips' });
  if (!replies[0]) throw new Error('no reply');
  return replies[0];
}

test('a command is acknowledged at once and answered to the asker alone', async () => {
  const slack = await aWorkspace();
  const { asked, logged } = await aBot(slack);
  const { ack, replies } = await slack.command({ user: 'U1', channel: 'C1', text: 'R&amp;D in <#C9|chips>' });
  expect(ack).toMatchObject({ payload: {}, late: false });
  expect(replies).toMatchObject([{ only_for: 'U1', channel: 'C1', via: 'response_url', pings: [] }]);
  expect(titleOf(replies[0])).toBe('On R&amp;D in #chips');
  expect(asked).toMatchObject([
    {
      text: 'R&D in #chips',
      from: { platform: 'slack', workspace: 'T0LOOPBACK', channel: 'C1', thread: '', user: 'U1' },
      audience: 'asker',
      locale: 'zh-CN',
      zone: 'Asia/Shanghai',
    },
  ]);
  expect(slack.messages()).toEqual([]);
  expect(slack.refused).toEqual([]);
  expect(logged).toEqual([]);
});

test('the acknowledgement does not wait for the answer', async () => {
  const slack = await aWorkspace();
  const { promise: thought, resolve } = Promise.withResolvers<Reply>();
  await aBot(slack, () => thought);
  const { ack } = await slack.command({ user: 'U1', channel: 'C1', text: 'chips', replies: 0 });
  expect(ack.payload).toEqual({});
  expect(slack.ephemerals).toEqual([]);
  resolve(aReply());
  await slack.nextMessage({ only_for: 'U1' });
});

test('where the response_url is used up, the answer comes as an ephemeral message', async () => {
  const slack = await aWorkspace();
  const { logged } = await aBot(slack);
  slack.failNext({ rateLimit: 1 }, 'response_url');
  await slack.command({ user: 'U1', channel: 'C1', text: 'chips', replies: 0 });
  const message = await slack.nextMessage({ via: 'chat.postEphemeral' });
  expect(message).toMatchObject({ only_for: 'U1', channel: 'C1' });
  expect(logged).toEqual([]);
});

test('where nobody knows whether an answer arrived, it is not sent again, and logged once', async () => {
  const slack = await aWorkspace();
  const { logged } = await aBot(slack);
  slack.failNext('lost-reply', 'response_url');
  await slack.command({ user: 'U1', channel: 'C1', text: 'what I said', replies: 1 });
  await expect.poll(() => logged.length, soon).toBe(1);
  expect(logged).toMatchObject([{ level: 'error', message: 'slack: a command was not answered' }]);
  expect(slack.ephemerals).toHaveLength(1);
});

test('a mention is answered in the thread that it begins', async () => {
  const slack = await aWorkspace();
  const { asked } = await aBot(slack);
  const { message } = await slack.mention({ user: 'U1', channel: 'C1', text: 'how many LLMs has China?' });
  const answer = await slack.nextMessage({ channel: 'C1' });
  expect(answer).toMatchObject({ via: 'chat.postMessage', thread_ts: message.ts, only_for: undefined, pings: [] });
  expect(answer.args).toMatchObject({ unfurl_links: false, unfurl_media: false });
  expect(JSON.stringify(answer.blocks)).not.toContain('share-');
  expect(asked).toMatchObject([
    { text: 'how many LLMs has China?', from: { thread: message.ts }, audience: 'channel' },
  ]);
});

test('a mention in a thread is answered in that thread', async () => {
  const slack = await aWorkspace();
  const { asked } = await aBot(slack);
  const first = slack.say({ user: 'U2', channel: 'C1', text: 'hm' });
  await slack.mention({ user: 'U1', channel: 'C1', text: 'and the US?', thread_ts: first.ts });
  expect(await slack.nextMessage()).toMatchObject({ thread_ts: first.ts });
  expect(asked).toMatchObject([{ from: { thread: first.ts } }]);
});

test('a direct message is answered there, and the bot does not answer itself', async () => {
  const slack = await aWorkspace();
  const { asked } = await aBot(slack);
  await slack.dm({ user: 'U1', text: 'chips' });
  expect(await slack.nextMessage()).toMatchObject({ channel: 'D1', thread_ts: undefined, only_for: undefined });
  await expect.poll(() => slack.acks.length, soon).toBe(2);
  expect(asked).toMatchObject([{ from: { channel: 'D1', thread: '' } }]);
  expect(slack.leftovers).toEqual([]);
});

test('a direct message in a thread is answered in the thread', async () => {
  const slack = await aWorkspace();
  await aBot(slack);
  await slack.dm({ user: 'U1', text: 'chips' });
  const { ts } = await slack.nextMessage();
  await slack.dm({ user: 'U1', text: 'more', thread_ts: ts });
  expect(await slack.nextMessage()).toMatchObject({ thread_ts: ts });
});

test('bots, edits and talk in a channel are not answered', async () => {
  const events = ['app_mention', 'message.im', 'message.channels'];
  const slack = await aWorkspace({ events });
  slack.user('U9', { bot: true });
  const { asked } = await aBot(slack);
  const mine = await slack.mention({ user: 'U1', channel: 'C1', text: 'chips' });
  await slack.nextMessage();
  await slack.mention({ user: 'U9', channel: 'C1', text: 'chips' });
  await slack.edit({ message: mine.message, text: '<@U0GENAIBOT> models' });
  const dm = await slack.dm({ user: 'U1', text: 'chips' });
  await slack.edit({ message: dm.message, text: 'models' });
  slack.say({ user: 'U1', channel: 'C1', text: '<!channel> lunch' });
  await slack.nextMessage({ channel: 'D1' });
  await slack.dm({ user: 'U2', text: 'last' });
  await slack.nextMessage({ channel: 'D2' });
  expect(asked.map(({ text }) => text)).toEqual(['chips', 'chips', 'last']);
});

test.each([0, 1])('what Slack tells again (retry_attempt %i) is answered once', async (retry_attempt) => {
  const slack = await aWorkspace();
  await aBot(slack);
  const command = await slack.command({ user: 'U1', channel: 'C1', text: 'chips' });
  const mention = await slack.mention({ user: 'U1', channel: 'C1', text: 'chips' });
  await slack.nextMessage();
  await slack.resend(command, { retry_attempt });
  await slack.resend(mention, { retry_attempt });
  await slack.dm({ user: 'U1', text: 'last' });
  expect(titleOf(await slack.nextMessage())).toBe('On last');
  expect(slack.leftovers).toEqual([]);
});

test('a button asks for the one who clicks it, and leaves the message as it is', async () => {
  const slack = await aWorkspace();
  const { asked } = await aBot(slack);
  await slack.mention({ user: 'U1', channel: 'C1', text: 'chips' });
  const answer = await slack.nextMessage();
  await slack.click({ user: 'U2', message: answer, action_id: 'ask-0' });
  const reply = await slack.nextMessage();
  expect(reply).toMatchObject({ only_for: 'U2', via: 'response_url', thread_ts: answer.thread_ts });
  expect(titleOf(reply)).toBe('On patents 2');
  expect(asked.at(-1)).toMatchObject({ from: { user: 'U2', thread: answer.thread_ts }, audience: 'asker' });
  expect(slack.messages('C1')).toMatchObject([{ ts: answer.ts, blocks: answer.blocks }]);
});

test('a button of a private reply works, and works again', async () => {
  const slack = await aWorkspace();
  await aBot(slack);
  const message = await privateReply(slack);
  for (const _ of [1, 2]) {
    await slack.click({ user: 'U1', message, action_id: 'ask-0' });
    expect(titleOf(await slack.nextMessage())).toBe('On patents 2');
  }
  expect(slack.ephemerals).toHaveLength(3);
});

test('a private reply is shared with the channel once, and is then gone', async () => {
  const slack = await aWorkspace();
  const { asked } = await aBot(slack);
  const message = await privateReply(slack);
  const first = slack.click({ user: 'U1', message, action_id: 'share-1' });
  const second = slack.click({ user: 'U1', message, action_id: 'share-1' });
  await Promise.all([first, second]);
  const shared = await slack.nextMessage({ only_for: undefined });
  expect(shared).toMatchObject({ channel: 'C1', via: 'response_url' });
  expect(titleOf(shared)).toBe('On patents');
  expect(JSON.stringify(shared.blocks)).toContain('Shared from a private reply');
  expect(JSON.stringify(shared.blocks)).not.toContain('share-');
  expect(asked.at(-1)).toMatchObject({ text: 'patents', audience: 'channel' });
  await expect.poll(() => slack.ephemerals, soon).toEqual([]);
  expect(slack.messages('C1')).toHaveLength(1);
  expect(slack.leftovers).toEqual([]);
});

test('where a response_url cannot share, the bot posts in the channel', async () => {
  const slack = await aWorkspace();
  await aBot(slack);
  const message = await privateReply(slack);
  slack.failNext({ rateLimit: 1 }, 'response_url');
  await slack.click({ user: 'U1', message, action_id: 'share-1' });
  expect(await slack.nextMessage()).toMatchObject({ channel: 'C1', via: 'chat.postMessage', only_for: undefined });
  await expect.poll(() => slack.ephemerals, soon).toEqual([]);
});

test('an answer that Slack asks to send a moment later is sent then, and only then', async () => {
  const slack = await aWorkspace();
  await aBot(slack);
  slack.failNext({ rateLimit: 0 });
  await slack.mention({ user: 'U1', channel: 'C1', text: 'chips' });
  await slack.nextMessage({ channel: 'C1' });
  expect(slack.messages('C1')).toHaveLength(1);
});

test.each(['lost-reply', '500-after', { rateLimit: 60 }, { error: 'restricted_action' }] as const)(
  'an answer that meets %j is not sent twice, and its place and cause are logged without what people said',
  async (plan) => {
    const slack = await aWorkspace();
    const { logged } = await aBot(slack);
    slack.failNext(plan);
    await slack.mention({ user: 'U1', channel: 'C1', text: 'what I said' });
    await expect.poll(() => logged.length, soon).toBe(1);
    const [{ fields, ...entry } = { fields: {} }] = logged;
    expect(entry).toEqual({ level: 'error', message: 'slack: a mention was not answered' });
    expect(fields).toMatchObject({ err: { message: /the answer in C1 failed/, cause: expect.any(Error) } });
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
    expect(JSON.stringify(fields)).not.toContain('what I said');
  },
);

test('a reply in Chinese with every kind of section is taken as it is', async () => {
  const slack = await aWorkspace();
  await aBot(slack, async () =>
    aReply({ lang: 'zh', title: '芯片', sections: [{ kind: 'note', text: '没有新事实 🤷' }] }),
  );
  await slack.dm({ user: 'U1', text: '芯片' });
  expect(titleOf(await slack.nextMessage())).toBe('芯片');
  expect(slack.refused).toEqual([]);
});

test('what happens to the app and its channels is told, with a reason', async () => {
  const slack = await aWorkspace();
  slack.channel('G1', { kind: 'groups' });
  const { events } = await aBot(slack);
  const lost = (channel: string, reason: string) => ({
    kind: 'channel-lost',
    workspace: 'T0LOOPBACK',
    channel,
    reason,
  });
  await slack.archive('C1');
  await slack.archive('C1', false);
  await slack.kick('C1');
  await slack.invite('C1');
  await slack.kick('G1');
  await slack.uninstall();
  await expect.poll(() => events.length, soon).toBe(5);
  expect(events).toEqual([
    lost('C1', 'the channel was archived'),
    lost('C1', 'the bot was removed from the channel'),
    lost('G1', 'the bot was removed from the channel'),
    { kind: 'removed', workspace: 'T0LOOPBACK' },
    { kind: 'removed', workspace: 'T0LOOPBACK' },
  ]);
});

test('where only a person’s token is revoked, the bot stays', async () => {
  const slack = await aWorkspace();
  const { events } = await aBot(slack);
  await slack.event({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } });
  await slack.archive('C1');
  await expect.poll(() => events.length, soon).toBe(1);
  expect(events).toMatchObject([{ kind: 'channel-lost' }]);
});
