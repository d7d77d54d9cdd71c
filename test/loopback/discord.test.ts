import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  Events,
  GatewayIntentBits,
  type Message,
  MessageFlags,
} from 'discord.js';
import { expect, test } from 'vitest';
import { botOn, smallDiscord } from './discord-fixture.ts';

// People and a real discord.js client on the loopback Discord.

const V2 = MessageFlags.IsComponentsV2;
const text = (content: string) => ({ type: 10, content });
const button = (label: string, custom_id: string) => ({
  type: 1,
  components: [{ type: 2, style: 1, label, custom_id }],
});
const COMMANDS = [
  {
    name: 'genai',
    description: 'Generative AI in China',
    options: [
      { type: 1, name: 'chips', description: 'Chips' },
      {
        type: 1,
        name: 'ask',
        description: 'Ask',
        options: [{ type: 3, name: 'question', description: 'What', required: true }],
      },
    ],
  },
];

test('a bot connects and sees its guilds and channels', async () => {
  const discord = await smallDiscord();
  const client = await botOn(discord);
  expect(client.user.id).toBe(discord.botId);
  expect(client.guilds.cache.get(discord.id('G1'))?.preferredLocale).toBe('zh-CN');
  expect(client.channels.cache.has(discord.id('C1'))).toBe(true);
  expect(discord.failures).toEqual([]);
});

test('a slash command is answered: thinking first, then the reply, for the asker alone', async () => {
  const discord = await smallDiscord();
  const client = await botOn(discord);
  await client.application.commands.set(COMMANDS);
  const seen: unknown[] = [];
  client.on(Events.InteractionCreate, async (arrived) => {
    const interaction = arrived as ChatInputCommandInteraction<'cached'>;
    seen.push(interaction.options.getSubcommand(), interaction.options.getString('question'), interaction.locale);
    seen.push(interaction.memberPermissions.has('ManageChannels'), interaction.channelId);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply({ components: [text('芯片'), button('More', 'more')], flags: V2 });
    await interaction.followUp({ content: 'and more', flags: MessageFlags.Ephemeral });
  });

  const slash = { user: 'U1', channel: 'C1', name: 'genai', subcommand: 'ask', options: { question: 'GPU?' } };
  const invocation = await discord.slash(slash);
  const { message, ephemeral, deferred, answeredAfterMs } = await invocation.reply();

  expect(seen).toEqual(['ask', 'GPU?', 'zh-CN', true, discord.id('C1')]);
  expect({ text: message.text, ephemeral, deferred }).toEqual({ text: '芯片', ephemeral: true, deferred: true });
  expect(answeredAfterMs).toBeLessThan(1000);
  expect(message.buttons).toEqual([{ label: 'More', customId: 'more', disabled: false }]);
  expect(await discord.nextMessage()).toBe(invocation.followups[0]);
  expect(discord.unread).toEqual([]);
  expect(discord.messages('C1')).toEqual([]);
  expect(discord.messages('C1', { seenBy: 'U1' })).toHaveLength(2);
});

test('a button updates its message, or posts another', async () => {
  const discord = await smallDiscord();
  const client = await botOn(discord);
  await client.application.commands.set(COMMANDS);
  client.on(Events.InteractionCreate, async (arrived) => {
    const { customId } = arrived as ButtonInteraction;
    if (arrived.isChatInputCommand()) {
      await arrived.reply({ components: [text('one'), button('Next', 'next'), button('Share', 'share')], flags: V2 });
    } else if (customId === 'next') {
      await (arrived as ButtonInteraction).update({ components: [text('two'), button('Share', 'share')], flags: V2 });
    } else {
      await (arrived as ButtonInteraction).deferUpdate();
      await (arrived as ButtonInteraction).followUp('shared');
    }
  });

  const first = await (await discord.slash({ user: 'U1', channel: 'C1', name: 'genai', subcommand: 'chips' })).reply();
  expect(first.message.text).toBe('one');
  const second = await discord.click({ user: 'U1', message: first.message, customId: 'next' }).reply();
  expect(second.message).toBe(first.message);
  expect(second.message.text).toBe('two');
  const third = await discord.click({ user: 'U1', message: first.message, customId: 'share' }).reply();
  expect(third.message.text).toBe('shared');
  expect(discord.messages('C1').map((message) => message.text)).toEqual(['two', 'shared']);
  expect(() => discord.click({ user: 'U1', message: first.message, customId: 'next' })).toThrow('buttons: share');
});

test('the bot reads what is said to it, and of the rest no word', async () => {
  const discord = await smallDiscord();
  const client = await botOn(discord);
  const heard: Message[] = [];
  const all = new Promise<void>((resolve) =>
    client.on(Events.MessageCreate, (message) => {
      if (heard.push(message) === 4) resolve();
    }),
  );
  const post = await client.rest.post(`/channels/${discord.id('C1')}/messages`, { body: { content: 'I am here' } });
  const own = await discord.nextMessage();
  discord.say({ user: 'U1', channel: 'C1', text: 'a secret @everyone' });
  discord.mention({ user: 'U1', channel: 'C1', text: 'chips?', replyTo: own });
  discord.dm({ user: 'U1', text: 'privately' });
  await all;

  expect(post).toMatchObject({ id: own.id });
  expect(heard.map((message) => message.content)).toEqual(['I am here', '', `<@${discord.botId}> chips?`, 'privately']);
  expect(heard[1]?.mentions.everyone).toBe(true);
  expect(heard[2]?.reference?.messageId).toBe(own.id);
  expect(heard[2]?.member?.permissions.has('ManageChannels')).toBe(true);
  expect(heard[3]?.channel.isDMBased()).toBe(true);
  await heard[2]?.reply('to you');
  await heard[3]?.reply('to you alone');
  expect((await discord.nextMessage(({ channel }) => channel === 'C1')).replyTo).toBe(heard[2]?.id);
  expect(discord.dms('U1').map((message) => message.text)).toEqual(['privately', 'to you alone']);
});

test('edits, deletions, a lost channel and a lost guild reach the bot', async () => {
  const discord = await smallDiscord();
  const client = await botOn(discord);
  const heard: string[] = [];
  const events = ['messageUpdate', 'messageDelete', 'channelDelete', 'guildUnavailable', 'guildDelete'] as const;
  const done = new Promise<unknown>((resolve) => client.once('guildDelete', resolve));
  for (const event of events) client.on(event, () => heard.push(event));

  const message = discord.say({ user: 'U1', channel: 'C1', text: 'hello' });
  discord.edit(message, `<@${discord.botId}> hello`);
  discord.remove(message);
  discord.deleteChannel('C1');
  discord.outage('G1');
  discord.kick('G1');
  await done;
  expect(heard).toEqual([...events]);
});

test('a privileged intent or a wrong token is refused', async () => {
  const discord = await smallDiscord();
  const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent];
  await expect(botOn(discord, { intents })).rejects.toThrow('Used disallowed intents');
  expect(discord.gateway.log).toContain('refused 4014 Disallowed intent(s).');
  const other = await smallDiscord();
  Object.defineProperty(other, 'token', { value: 'wrong' });
  await expect(botOn(other)).rejects.toThrow('An invalid token was provided.');
});

test('who waits in vain is told what came instead', async () => {
  const discord = await smallDiscord();
  const client = await botOn(discord);
  await client.rest.post(`/channels/${discord.id('C1')}/messages`, { body: { content: 'something else' } });
  const waiting = discord.nextMessage((message) => message.text === 'the digest', 5);
  await expect(waiting).rejects.toThrow(/within 5 ms.*C1: "something else".*POST [^ ]+messages 200/s);
});

test('three seconds without an answer are too late, and an answer counts once', async () => {
  const discord = await smallDiscord();
  const client = await botOn(discord);
  await client.application.commands.set(COMMANDS);
  const arrivals: ChatInputCommandInteraction[] = [];
  const two = new Promise<void>((resolve) =>
    client.on(Events.InteractionCreate, (arrived) => {
      if (arrivals.push(arrived as ChatInputCommandInteraction) === 2) resolve();
    }),
  );
  const slash = { user: 'U1', channel: 'C1', name: 'genai', subcommand: 'chips' };
  const [slow] = [await discord.slash(slash), discord.pass(3001), await discord.slash(slash)];
  await two;

  await expect(slow?.reply()).rejects.toThrow('The application did not respond');
  await expect(arrivals[0]?.reply('late')).rejects.toMatchObject({ status: 404, code: 10062 });
  await arrivals[1]?.reply('in time');
  Object.assign(arrivals[1] ?? {}, { replied: false }); // so that discord.js lets it through
  await expect(arrivals[1]?.reply('again')).rejects.toMatchObject({ status: 400, code: 40060 });
  expect(discord.failures).toEqual(['late: /genai chips was not answered within 3 s', 'answered twice: /genai chips']);
  Object.assign(arrivals[1] ?? {}, { replied: true });
  discord.pass(15 * 60_000);
  await expect(arrivals[1]?.editReply('much later')).rejects.toMatchObject({ status: 401, code: 50027 });
});

test('a command is used as it is registered', async () => {
  const discord = await smallDiscord();
  const client = await botOn(discord);
  await client.application.commands.set(COMMANDS);
  const slash = { user: 'U1', channel: 'C1', name: 'genai' };
  await expect(discord.slash({ ...slash, name: 'other' })).rejects.toThrow(
    'no command "other" is registered (there: genai)',
  );
  await expect(discord.slash({ ...slash, subcommand: 'cloud' })).rejects.toThrow('there: chips, ask');
  await expect(discord.slash({ ...slash, subcommand: 'ask' })).rejects.toThrow('option question is required');
});
