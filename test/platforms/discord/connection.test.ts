import { Events, GatewayCloseCodes } from 'discord.js';
import { expect, test, vi } from 'vitest';
import { createConnection, startError } from '../../../src/platforms/discord/connection.ts';
import { watch } from '../../../src/platforms/discord/watching.ts';
import { aReply, bench, eventually, type Logged, logTo, onDiscord, smallDiscord } from './fixture.ts';

const apiUrl = 'https://user:secret@proxy.example/api';

test('a wrong token fails the start with what to do, and is not shown', async () => {
  const { start, logged } = await bench({ token: 'wrong-token' });
  const error = await start().catch((error: Error) => error);
  expect(error).toMatchObject({
    message: expect.stringMatching(/DISCORD_TOKEN.*discord\.com\/developers\/applications.*Bot > Reset Token/),
  });
  expect(JSON.stringify([error, String(error), logged])).not.toContain('wrong-token');
});

test('a token that only the gateway refuses, and refused intents, are told apart', () => {
  const refused = (closed: number) => startError(new Error('x'), { closed, apiUrl }).message;
  expect(refused(GatewayCloseCodes.AuthenticationFailed)).toContain('Reset Token');
  expect(refused(GatewayCloseCodes.DisallowedIntents)).toContain('intents Guilds, GuildMessages and DirectMessages');
  const other = startError(new Error('boom'), { closed: undefined, apiUrl }).message;
  expect(other).toContain('https://proxy.example (boom)');
  expect(other).not.toContain('secret');
});

test('a Discord that cannot be reached fails the start with the address', async () => {
  const discord = await smallDiscord();
  const { start } = await bench({ discord, apiUrl: discord.url });
  const { host } = new URL(discord.url);
  await discord.close();
  await expect(start()).rejects.toThrow(`cannot connect by way of http://${host} (ECONNREFUSED)`);
});

test('the bot asks for no privileged intent', async () => {
  const { discord } = await onDiscord();
  expect(discord.gateway.online.map(({ intents }) => intents)).toEqual([(1 << 0) | (1 << 9) | (1 << 12)]);
});

test('a lost connection is logged, again each minute it lasts, and when it is back', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { client } = createConnection(apiUrl);
  const logged: Logged[] = [];
  watch(client, logTo(logged));
  const tryAfter = (ms: number) => {
    vi.advanceTimersByTime(ms);
    client.emit(Events.ShardReconnecting, 0);
  };
  for (const ms of [0, 500, 59_000, 1000, 500]) tryAfter(ms);
  client.emit(Events.ShardResume, 0, 0);
  client.emit(Events.ShardResume, 0, 0);
  tryAfter(500);
  expect(logged.map(({ level, fields }) => [level, fields])).toEqual([
    ['warn', { downForMs: 0 }],
    ['warn', { downForMs: 60_500 }],
    ['info', { downForMs: 61_000 }],
    ['warn', { downForMs: 0 }],
  ]);
  vi.useRealTimers();
});

test('a token that is revoked while the bot runs is told to the operator', async () => {
  const { discord, logged } = await onDiscord();
  discord.gateway.drop(GatewayCloseCodes.AuthenticationFailed, false);
  await eventually(() => logged.find(({ level }) => level === 'error')?.message).toContain('Reset Token');
});

test('a stop lets a running reply finish, hears nothing more, and leaves no connection', async () => {
  const gate = Promise.withResolvers<void>();
  const { discord, platform, asks, logged } = await onDiscord({
    onAsk: async () => {
      await gate.promise;
      return aReply();
    },
  });
  discord.mention({ user: 'U1', channel: 'C1', text: 'first' });
  await eventually(() => asks.length).toBe(1);
  const stopped = platform.stop();
  discord.mention({ user: 'U1', channel: 'C1', text: 'second' });
  gate.resolve();
  await stopped;
  expect(asks.map(({ text }) => text)).toEqual(['first']);
  expect(discord.messages('C1').filter(({ author }) => author === 'BOT')).toHaveLength(1);
  await eventually(() => discord.gateway.online.length).toBe(0);
  expect(logged.filter(({ level }) => level !== 'info')).toEqual([]);
});

test('a reply that hangs does not hold up a stop', async () => {
  const { discord, platform, asks } = await onDiscord({
    onAsk: () => new Promise(() => undefined),
    patience: { post: 1000, stop: 20 },
  });
  discord.mention({ user: 'U1', channel: 'C1', text: 'first' });
  await eventually(() => asks.length).toBe(1);
  await platform.stop();
  expect(discord.unread).toEqual([]);
});

test('a stop while the start still tries to connect ends the start', async () => {
  const discord = await smallDiscord();
  Object.defineProperty(discord.gateway, 'url', { value: 'ws://127.0.0.1:1' });
  const { platform, start, logged } = await bench({ discord });
  const started = start();
  await eventually(() => logged.length).toBe(1);
  expect(logged[0]).toMatchObject({ level: 'warn', message: 'discord: the gateway is not connected; trying again' });
  await Promise.all([expect(started).rejects.toThrow('stopped before it was connected'), platform.stop()]);
});
