import { expect, test } from 'vitest';
import { commandOf } from '../../../src/platforms/discord/registration.ts';
import { checkCommands } from '../../loopback/discord-commands.ts';
import { onDiscord, smallDiscord, topics } from './fixture.ts';

const puts = (discord: { requests: readonly { method: string }[] }) =>
  discord.requests.filter(({ method }) => method === 'PUT').length;

test('the command has a subcommand for each command and topic, described in both languages', () => {
  const command = commandOf({ topics });
  expect(command.options?.map(({ name }) => name)).toEqual([
    'help',
    'topics',
    'ask',
    'about',
    'timeline',
    'disputes',
    'sources',
    'why',
    'digest',
    'chips',
  ]);
  expect(command.options?.at(-1)).toEqual({
    type: 1,
    name: 'chips',
    description: 'GPUs and other chips.',
    description_localizations: { 'zh-CN': 'GPU 等芯片。', 'zh-TW': 'GPU 等芯片。' },
    options: [],
  });
});

test('Discord takes the command with as many and as wordy topics as there may be', () => {
  const [chips] = topics;
  const many = Array.from({ length: 40 }, (_, index) => ({
    ...chips,
    id: `topic-${index}`,
    about: { en: 'long '.repeat(40), zh: '长'.repeat(140) },
  }));
  const command = commandOf({ topics: many as typeof topics });
  expect(command.options).toHaveLength(25);
  expect(() => checkCommands([command])).not.toThrow();
});

test('the command is registered once, and again only when it has changed', async () => {
  const discord = await smallDiscord();
  await onDiscord({ discord });
  expect(puts(discord)).toBe(1);
  const second = await onDiscord({ discord });
  expect(puts(discord)).toBe(1);
  expect(second.logged).toEqual([]);
  const looks = discord.requests.filter(({ method, path }) => method === 'GET' && path.endsWith('/commands'));
  expect(looks.map(({ query }) => query)).toEqual([{ with_localizations: 'true' }, { with_localizations: 'true' }]);
  Object.assign(discord.commands[0] ?? {}, { description: 'changed by hand' });
  await onDiscord({ discord });
  expect(puts(discord)).toBe(2);
  expect(discord.commands).toMatchObject([{ name: 'genai', description: commandOf({ topics }).description }]);
});

test('where Discord refuses the command, that is logged, and the bot still hears what is said to it', async () => {
  const [chips] = topics;
  const odd = chips ? [{ ...chips, id: 'No Name' }] : [];
  const { discord, logged } = await onDiscord({ topics: odd });
  discord.mention({ user: 'U1', channel: 'C1', text: 'chips?' });
  await discord.nextMessage();
  expect(logged.map(({ level, message }) => ({ level, message }))).toEqual([
    { level: 'error', message: 'discord: the slash command could not be registered' },
  ]);
});
