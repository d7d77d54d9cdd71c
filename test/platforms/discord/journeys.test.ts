import { expect, test } from 'vitest';
import { ask } from '../../loopback/discord-fixture.ts';
import { aLine, aReply, eventually, onDiscord } from './fixture.ts';

const chips = { user: 'U1', channel: 'C1', name: 'genai', subcommand: 'chips' };
const nobody = { users: [], roles: [], everyone: false };

test('a slash command is answered for the asker alone, "thinking" first', async () => {
  const { discord, asks } = await onDiscord();
  const invocation = await discord.slash({
    ...chips,
    subcommand: 'ask',
    options: { question: 'How many LLMs has China?' },
  });
  const { message, ephemeral, deferred } = await invocation.reply();
  expect({ ephemeral, deferred, v2: message.v2 }).toEqual({ ephemeral: true, deferred: true, v2: true });
  expect(message.text).toContain('Baidu has many chips.');
  expect(asks).toEqual([
    {
      id: invocation.id,
      text: 'ask How many LLMs has China?',
      from: {
        platform: 'discord',
        workspace: discord.id('G1'),
        channel: discord.id('C1'),
        thread: '',
        user: discord.id('U1'),
      },
      audience: 'asker',
      locale: 'en-GB',
    },
  ]);
  expect(discord.messages('C1')).toEqual([]);
  expect(discord.failures).toEqual([]);
});

test('a command of another program under the same name of bot is left to it', async () => {
  const { discord, asks } = await onDiscord();
  const other = { name: 'other', type: 1, description: 'x', options: [{ type: 1, name: 'chips', description: 'x' }] };
  await ask(discord, `PUT /applications/${discord.botId}/commands`, [...discord.commands, other]);
  await discord.slash({ ...chips, name: 'other' });
  await (await discord.slash(chips)).reply();
  expect(asks).toHaveLength(1);
});

test('a command of a group comes as people type it elsewhere', async () => {
  const { discord, asks } = await onDiscord();
  const options = { quiet: 'skip', when: 'monday', time: '09:00', zone: 'Europe/Berlin', topics: 'chips models' };
  await (await discord.slash({ ...chips, group: 'digest', subcommand: 'subscribe', options })).reply();
  expect(asks.map(({ text }) => text)).toEqual(['digest subscribe monday 09:00 Europe/Berlin chips models skip']);
});

test('where there is nothing to say, "thinking" goes away', async () => {
  const { discord } = await onDiscord({ onAsk: () => Promise.resolve(undefined) });
  const invocation = await discord.slash(chips);
  const isGone = () =>
    discord.requests.find(({ method, path }) => method === 'DELETE' && path.includes(invocation.token));
  await eventually(() => isGone()?.status).toBe(204);
  expect(discord.messages('C1', { seenBy: 'U1' }).filter(({ deleted }) => !deleted)).toEqual([]);
});

test('a mention is answered publicly, as a reply to the message, without its tags and without a share button', async () => {
  const { discord, asks } = await onDiscord();
  const said = discord.mention({ user: 'U1', channel: 'C1', text: ' what  about\nchips? ' });
  const reply = await discord.nextMessage();
  expect(asks.map(({ text, audience, locale }) => ({ text, audience, locale }))).toEqual([
    { text: 'what about chips?', audience: 'channel', locale: 'zh-CN' },
  ]);
  expect({ replyTo: reply.replyTo, ephemeral: reply.ephemeral }).toEqual({ replyTo: said.id, ephemeral: false });
  expect(reply.pings).toEqual(nobody);
  expect(reply.buttons.map(({ label }) => label)).toEqual(['More']);
});

test('every direct message is answered, and is one conversation', async () => {
  const { discord, asks } = await onDiscord();
  discord.dm({ user: 'U1', text: 'chips?' });
  expect((await discord.nextMessage()).channel).toBe('DM with U1');
  const channel = discord.id('DM-U1');
  expect(asks[0]?.from).toEqual({
    platform: 'discord',
    workspace: '',
    channel,
    thread: channel,
    user: discord.id('U1'),
  });
});

test('a mention in a thread belongs to the conversation of the thread', async () => {
  const { discord, asks } = await onDiscord();
  const thread = discord.channel('T1', { guild: 'G1', under: 'C1' });
  discord.mention({ user: 'U1', channel: 'T1', text: 'chips?' });
  await discord.nextMessage();
  expect(asks[0]?.from).toMatchObject({ workspace: discord.id('G1'), channel: thread, thread });
});

test('who replies to an answer goes on talking to the bot; who replies to a digest talks about it', async () => {
  const { discord, platform, asks } = await onDiscord();
  const channel = { workspace: discord.id('G1'), channel: discord.id('C1') };
  await platform.post(channel, aReply({ kind: 'digest' }), 'delivery1');
  const digest = await discord.nextMessage();
  discord.mention({ user: 'U1', channel: 'C1', text: 'chips?' });
  const answer = await discord.nextMessage();
  await (await discord.slash(chips)).reply();
  discord.say({ user: 'U1', channel: 'C1', text: 'interesting', replyTo: digest });
  discord.say({ user: 'U1', channel: 'C1', text: 'and the US?', replyTo: answer });
  await discord.nextMessage();
  expect(asks.map(({ text }) => text)).toEqual(['chips?', 'chips', 'and the US?']);
  expect(discord.unread).toEqual([]);
});

test('the bot says nothing to @everyone, to other bots, to webhooks, to edits and to talk among people', async () => {
  const { discord, asks } = await onDiscord();
  discord.user('B1', { bot: true });
  discord.say({ user: 'U1', channel: 'C1', text: '@everyone chips?' });
  discord.mention({ user: 'B1', channel: 'C1', text: 'chips?' });
  const plain = discord.say({ user: 'U1', channel: 'C1', text: 'chips?' });
  discord.edit(plain, `<@${discord.botId}> chips?`);
  discord.mention({ user: 'U1', channel: 'C1', text: 'last' });
  await discord.nextMessage();
  expect(asks.map(({ text }) => text)).toEqual(['last']);
  expect(discord.unread).toEqual([]);
});

test('a button asks for the person who clicks it, privately', async () => {
  const { discord, asks } = await onDiscord();
  discord.user('U2');
  discord.mention({ user: 'U1', channel: 'C1', text: 'chips?' });
  const answer = await discord.nextMessage();
  const { message, ephemeral, deferred } = await discord
    .click({ user: 'U2', message: answer, customId: 'ask:chips 2' })
    .reply();
  expect({ ephemeral, deferred, to: message.ephemeralTo?.name }).toEqual({ ephemeral: true, deferred: true, to: 'U2' });
  expect(asks[1]).toMatchObject({ text: 'chips 2', audience: 'asker', from: { user: discord.id('U2') } });
});

test('a private reply is shared as it stands, once, with who shared it, and pings nobody', async () => {
  const onAsk = () =>
    Promise.resolve(aReply({ sections: [{ kind: 'lines', lines: [aLine({ text: '@everyone <@&1>' })] }] }));
  const { discord } = await onDiscord({ onAsk });
  const { message } = await (await discord.slash(chips)).reply();
  const before = message.text;
  const [first, second] = [1, 2].map(() => discord.click({ user: 'U1', message, customId: 'share:en' }));
  const shared = await discord.nextMessage();
  await Promise.all([first?.reply(), second?.reply()]);
  await (await discord.slash(chips)).reply();
  expect(discord.messages('C1')).toEqual([shared]);
  expect(shared.text).toBe(`${before}\n-# Shared from a private reply · <@${discord.id('U1')}>`);
  expect({ buttons: shared.buttons, pings: shared.pings }).toEqual({ buttons: [], pings: nobody });
  expect(message.buttons.map(({ label }) => label)).toEqual(['More']);
  expect(discord.failures).toEqual([]);
});

test('a share that Discord refused can be tried again, one without a certain answer cannot', async () => {
  const { discord, logged } = await onDiscord();
  const { message } = await (await discord.slash(chips)).reply();
  const share = () => discord.click({ user: 'U1', message, customId: 'share:en' });
  discord.failNext({ error: 'MissingAccess' }, 'followup');
  share();
  await eventually(() => logged.filter(({ level }) => level === 'warn').length).toBe(1);
  await eventually(() => message.buttons.length).toBe(2);
  discord.failNext('500-after', 'followup');
  share();
  await eventually(() => logged.filter(({ level }) => level === 'warn').length).toBe(2);
  expect(message.buttons.map(({ label }) => label)).toEqual(['More']);
  expect(discord.messages('C1')).toHaveLength(1);
});

test('in a direct conversation there is no channel to share in', async () => {
  const { discord } = await onDiscord();
  discord.dm({ user: 'U1', text: 'hello' });
  await discord.nextMessage();
  const { message } = await (await discord.slash({ ...chips, channel: 'DM-U1' })).reply();
  expect(message.buttons.map(({ label }) => label)).toEqual(['More']);
});

test.each(['lost-reply', '500-after', '500-before', 'cut-before'] as const)(
  'an answer comes once through a %s at any step',
  async (plan) => {
    const { discord, logged } = await onDiscord();
    discord.failNext(plan, 'callback');
    discord.failNext(plan, 'edit');
    const { message } = await (await discord.slash(chips)).reply();
    expect(message.text).toContain('Baidu');
    discord.failNext(plan, 'message');
    discord.mention({ user: 'U1', channel: 'C1', text: 'chips?' });
    await discord.nextMessage();
    await eventually(() => discord.requests.filter(({ path }) => path.endsWith('/messages')).at(-1)?.status).toBe(200);
    expect(discord.messages('C1').filter(({ author }) => author === 'BOT')).toHaveLength(1);
    expect(logged.filter(({ level }) => level !== 'info')).toEqual([]);
  },
);

test('what fails on the way is logged once with its cause, told to the asker with an id, and no secret is in it', async () => {
  const { discord, logged } = await onDiscord();
  discord.failNext({ error: 'InvalidFormBody' }, 'edit');
  const invocation = await discord.slash(chips);
  const { message } = await invocation.reply();
  expect(message.text).toContain(invocation.id);
  const errors = logged.filter(({ level }) => level === 'error');
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatchObject({ fields: { err: { cause: { message: 'Invalid Form Body' } }, id: invocation.id } });
  const all = JSON.stringify(logged, (_, value) =>
    value instanceof Error ? { ...value, m: value.message, s: value.stack, c: value.cause } : value,
  );
  expect(all).not.toContain(invocation.token);
  expect(all).not.toContain(discord.token);
});

test('a command that came too late is logged, and the next one is answered', async () => {
  const { discord, logged } = await onDiscord();
  discord.failNext({ error: 'UnknownInteraction' }, 'callback');
  await discord.slash(chips);
  await eventually(() => logged.filter(({ level }) => level === 'error').length).toBe(1);
  expect((await (await discord.slash(chips)).reply()).message.text).toContain('Baidu');
});

test('one 401 does not silence the bot: the next message is answered', async () => {
  const { discord, platform, logged } = await onDiscord();
  discord.failNext({ error: 'Unauthorized' });
  discord.failNext({ error: 'Unauthorized' });
  discord.mention({ user: 'U1', channel: 'C1', text: 'first' });
  await eventually(() => logged.filter(({ level }) => level === 'error').length).toBe(1);
  discord.mention({ user: 'U1', channel: 'C1', text: 'second' });
  await discord.nextMessage();
  const to = { workspace: discord.id('G1'), channel: discord.id('C1') };
  expect(await platform.findPost(to, 'none', Date.now())).toEqual({ kind: 'absent' });
});

test('leaving a server and losing a channel are reported, an outage is not', async () => {
  const { discord, events } = await onDiscord();
  discord.channel('C2', { guild: 'G1' });
  discord.channel('T1', { guild: 'G1', under: 'C1' });
  discord.outage('G1');
  discord.deleteChannel('T1');
  discord.deleteChannel('C2');
  discord.kick('G1');
  const workspace = discord.id('G1');
  await eventually(() => events).toEqual([
    { kind: 'channel-lost', workspace, channel: discord.id('T1'), reason: 'the thread was deleted' },
    { kind: 'channel-lost', workspace, channel: discord.id('C2'), reason: 'the channel was deleted' },
    { kind: 'removed', workspace },
  ]);
});
