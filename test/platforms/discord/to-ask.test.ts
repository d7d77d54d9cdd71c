import { expect, test } from 'vitest';
import { commands } from '../../../src/core/commands.ts';
import {
  askOfClick,
  askOfCommand,
  askOfMessage,
  type CommandEvent,
  type MessageEvent,
} from '../../../src/platforms/discord/to-ask.ts';

const where = {
  id: 'E1',
  guildId: 'G1',
  channelId: 'C1',
  channel: { isThread: () => false },
  locale: 'zh-CN',
  user: { id: 'U1' },
};
const from = { platform: 'discord', workspace: 'G1', channel: 'C1', thread: '', user: 'U1' };

function command(group: string | null, name: string, options: Record<string, string> = {}): CommandEvent {
  return {
    ...where,
    options: {
      getSubcommandGroup: () => group,
      getSubcommand: () => name,
      getString: (option) => options[option] ?? null,
    },
  };
}

test.each<[string, CommandEvent]>([
  ['chips', command(null, 'chips')],
  ['topics', command(null, 'topics')],
  ['about Baidu', command(null, 'about', { name: ' Baidu ' })],
  ['ask how many LLMs has China?', command(null, 'ask', { question: 'how many LLMs has China?' })],
  ['timeline', command(null, 'timeline')],
  ['timeline chips', command(null, 'timeline', { topic: 'chips' })],
  ['digest list', command('digest', 'list')],
  ['digest pause 2', command('digest', 'pause', { digest: '2' })],
  [
    'digest subscribe monday 09:00 Europe/Berlin chips models english skip',
    command('digest', 'subscribe', {
      quiet: 'skip',
      language: 'english',
      topics: 'chips models',
      zone: 'Europe/Berlin',
      time: '09:00',
      when: 'monday',
    }),
  ],
])('a slash command is the ask that people type elsewhere: %s', (text, event) => {
  expect(askOfCommand(event)).toEqual({ id: 'E1', text, from, audience: 'asker', locale: 'zh-CN' });
});

test('every command of the table keeps its name, and every option its value', () => {
  for (const one of commands) {
    const group = 'group' in one ? one.group : null;
    const values = Object.fromEntries(one.options.map(({ name }) => [name, `<${name}>`]));
    const words = [group, one.name, ...one.options.map(({ name }) => `<${name}>`)].filter(Boolean);
    expect(askOfCommand(command(group, one.name, values)).text).toBe(words.join(' '));
  }
});

test('a click says what the button says, for who clicks it', () => {
  expect(askOfClick(where, 'chips 2')).toEqual({ id: 'E1', text: 'chips 2', from, audience: 'asker', locale: 'zh-CN' });
});

const me = { id: '99', isAnswer: (message: string) => message === 'M-answer' };
function message(over: Partial<MessageEvent> = {}): MessageEvent {
  return {
    ...where,
    content: '<@99> chips?',
    author: { id: 'U1', bot: false },
    webhookId: null,
    system: false,
    guild: { preferredLocale: 'en-US' },
    reference: null,
    mentions: { users: { has: (id) => id === '99' } },
    ...over,
  };
}
const direct = { guildId: null, guild: null, mentions: { users: { has: () => false } } };

test.each<[string, Partial<MessageEvent>, string]>([
  ['a mention', {}, 'chips?'],
  ['a mention of the old form, at the end', { content: 'chips?\n<@!99>' }, 'chips?'],
  ['a mention and nothing else', { content: '<@99>' }, ''],
  ['a mention beside others and emoji', { content: '<@99> <@1> <@&2> <#3> <:x:4> <a:y:5> chips?' }, 'chips?'],
  ['a direct message', { ...direct, content: 'chips?' }, 'chips?'],
  ['a reply to an answer', { content: 'and the US?', reference: { messageId: 'M-answer' } }, 'and the US?'],
])('%s is said to the bot', (_, over, text) => {
  expect(askOfMessage(message(over), me)).toMatchObject({ id: 'E1', text, audience: 'channel' });
});

test.each<[string, Partial<MessageEvent>]>([
  ['of another bot', { author: { id: 'B1', bot: true } }],
  ['of a webhook', { webhookId: 'W1' }],
  ['of Discord itself', { system: true }],
  ['of another bot, directly', { ...direct, author: { id: 'B1', bot: true } }],
  ['to everyone', { content: '@everyone chips?', mentions: { users: { has: () => false } } }],
  ['to somebody else', { content: '<@1> chips?', mentions: { users: { has: (id) => id === '1' } } }],
  ['with the bot’s mention in code', { content: '`<@99>`', mentions: { users: { has: () => false } } }],
  ['in reply to another message of the bot', { content: 'nice', reference: { messageId: 'M-digest' } }],
])('a message %s is not', (_, over) => {
  expect(askOfMessage(message(over), me)).toBeUndefined();
});

test('a thread and a direct conversation are conversations of their own', () => {
  const thread = { channel: { isThread: () => true }, channelId: 'T1' };
  expect(askOfMessage(message(thread), me)?.from).toEqual({ ...from, channel: 'T1', thread: 'T1' });
  const dm = { ...direct, channelId: 'D1', channel: null };
  expect(askOfMessage(message(dm), me)?.from).toEqual({ ...from, workspace: '', channel: 'D1', thread: 'D1' });
});
