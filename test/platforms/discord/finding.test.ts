import type { Client } from 'discord.js';
import { expect, test } from 'vitest';
import { findPost } from '../../../src/platforms/discord/finding.ts';
import type { Discord } from '../../loopback/discord.ts';
import { aReply, onDiscord } from './fixture.ts';

const delivery = 'd'.repeat(25);
const to = (discord: Discord) => ({ workspace: discord.id('G1'), channel: discord.id('C1') });
const hourAgo = () => Date.now() - 3_600_000;

test('a post whose answer was lost is found, among much that was written since', async () => {
  const { discord, platform } = await onDiscord();
  for (let n = 0; n < 101; n++) discord.say({ user: 'U1', channel: 'C1', text: String(n) });
  discord.failNext('lost-reply');
  await platform.post(to(discord), aReply(), delivery);
  for (let n = 0; n < 5; n++) discord.say({ user: 'U1', channel: 'C1', text: String(n) });
  const message = discord.messages('C1').find(({ author }) => author === 'BOT');
  expect(await platform.findPost(to(discord), delivery, hourAgo())).toEqual({ kind: 'found', message: message?.id });
});

test.each(['cut-before', '500-before'] as const)('after a %s nothing is there, for certain', async (plan) => {
  const { discord, platform } = await onDiscord();
  await platform.post(to(discord), aReply(), 'another');
  discord.failNext(plan);
  await platform.post(to(discord), aReply(), delivery);
  expect(await platform.findPost(to(discord), delivery, hourAgo())).toEqual({ kind: 'absent' });
});

test('a post from before the time in question is not taken for it', async () => {
  const { discord, platform } = await onDiscord();
  await platform.post(to(discord), aReply(), delivery);
  expect(await platform.findPost(to(discord), delivery, Date.now() + 1000)).toEqual({ kind: 'absent' });
});

test('somebody else who shows the same custom id is not taken for the bot', async () => {
  const { discord, platform } = await onDiscord();
  await platform.post(to(discord), aReply(), delivery);
  Object.assign(discord.messages('C1')[0]?.json ?? {}, { author: { id: discord.id('U1'), username: 'u1' } });
  expect(await platform.findPost(to(discord), delivery, hourAgo())).toEqual({ kind: 'absent' });
});

test.each<[string, (discord: Discord) => void, string]>([
  ['may not read the history', (discord) => discord.deny('C1', 'ReadMessageHistory'), 'Read Message History'],
  ['may not see the channel', (discord) => discord.deny('C1', 'ViewChannel'), 'View Channel'],
  ['has lost the channel', (discord) => discord.deleteChannel('C1'), 'does not exist'],
  ['has left the server', (discord) => discord.kick('G1'), 'View Channel'],
])('where the bot %s it cannot look, and does not say that nothing is there', async (_, happens, reason) => {
  const { discord, platform } = await onDiscord();
  await platform.post(to(discord), aReply(), delivery);
  happens(discord);
  const outcome = await platform.findPost(to(discord), delivery, hourAgo());
  expect(outcome).toMatchObject({ kind: 'cannot-look', reason: expect.stringContaining(reason) });
  expect(outcome).not.toMatchObject({ isPassing: true });
});

test('where Discord cannot be reached it cannot look', async () => {
  const { discord, platform } = await onDiscord();
  await discord.close();
  const outcome = await platform.findPost(to(discord), delivery, hourAgo());
  const reason = expect.stringContaining('the line to Discord failed');
  expect(outcome).toEqual({ kind: 'cannot-look', reason, isPassing: true });
});

test('a channel with more messages than can be searched is not known to lack the post', async () => {
  let asked = 0;
  const page = Array.from({ length: 100 }, (_, index) => ({ id: String(index), author: { id: '1' }, components: [] }));
  const rest = { get: () => Promise.resolve(asked++ < 1000 ? page : []) };
  // As much of a client as a search uses: ten thousand real messages would take seconds.
  const client = { rest, user: { id: '99' } } as unknown as Client;
  const turn = () => Promise.resolve();
  const outcome = await findPost(client, { workspace: '', channel: '1' }, { delivery, since: 0, turn });
  expect({ outcome, asked }).toEqual({
    outcome: { kind: 'cannot-look', reason: 'too much was written there since' },
    asked: 100,
  });
});

test('in a direct conversation it can always look', async () => {
  const { discord, platform } = await onDiscord();
  discord.dm({ user: 'U1', text: 'hello' });
  const dm = { workspace: '', channel: discord.id('DM-U1') };
  expect(await platform.findPost(dm, delivery, hourAgo())).toEqual({ kind: 'absent' });
  await platform.post(dm, aReply(), delivery);
  expect(await platform.findPost(dm, delivery, hourAgo())).toMatchObject({ kind: 'found' });
});
