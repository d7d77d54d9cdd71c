import { once } from 'node:events';
import { type MessageCreateOptions, MessageFlags, type RateLimitError, type TextChannel } from 'discord.js';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Discord } from './discord.ts';
import { ask, botOn, smallDiscord } from './discord-fixture.ts';

// Lost replies, limits, broken connections: what the loopback Discord does, and what the real SDK makes of it.

const NONCE = 'delivery-1234567890123456';
const digest: MessageCreateOptions = { content: 'digest', nonce: NONCE, enforceNonce: true };
const texts = (discord: Discord) => discord.messages('C1').map((message) => message.text);

async function channelOn(discord: Discord, rest = {}): Promise<TextChannel> {
  const client = await botOn(discord, { rest });
  return client.channels.cache.get(discord.id('C1')) as TextChannel;
}

test('with its default of three retries the SDK posts twice when a reply is lost or a 500 comes after the fact', async () => {
  const discord = await smallDiscord();
  const channel = await channelOn(discord, { retries: 3 });
  discord.failNext('500-after');
  await channel.send('once');
  expect(texts(discord)).toEqual(['once', 'once']);
  discord.failNext('lost-reply');
  await channel.send('again');
  expect(texts(discord)).toEqual(['once', 'once', 'again', 'again']);
});

test.each(['lost-reply', '500-after'] as const)('without retries a %s is one message and one error', async (plan) => {
  const discord = await smallDiscord();
  const channel = await channelOn(discord);
  discord.failNext(plan);
  await expect(channel.send(digest)).rejects.toThrow();
  expect(texts(discord)).toEqual(['digest']);
});

test.each(['cut-before', '500-before'] as const)('a %s leaves nothing behind', async (plan) => {
  const discord = await smallDiscord();
  const channel = await channelOn(discord);
  discord.failNext(plan);
  await expect(channel.send(digest)).rejects.toThrow();
  expect(texts(discord)).toEqual([]);
  await channel.send(digest);
  expect(texts(discord)).toEqual(['digest']);
});

test('a planned platform error comes as Discord words it', async () => {
  const discord = await smallDiscord();
  const channel = await channelOn(discord);
  discord.failNext({ error: 'MissingAccess' });
  await expect(channel.send('x')).rejects.toMatchObject({ status: 403, code: 50001, message: 'Missing Access' });
  expect(() => discord.failNext({ error: 'Nonsense' })).toThrow('no error that it knows');
});

test('a rate limit is told to the caller where rejectOnRateLimit says so, and waited for otherwise', async () => {
  const discord = await smallDiscord();
  const channel = await channelOn(discord, { rejectOnRateLimit: () => true });
  discord.failNext({ rateLimit: 1.5 });
  const error: RateLimitError = await channel.send('x').catch((error) => error);
  expect(error).toMatchObject({ route: '/channels/:id/messages', retryAfter: 1550, global: false });
  expect(texts(discord)).toEqual([]);
  const patient = await smallDiscord();
  const other = await channelOn(patient, { offset: 0 });
  patient.failNext({ rateLimit: 0.001 });
  await other.send('x');
  expect(patient.requests.filter(({ method }) => method === 'POST').map(({ status }) => status)).toEqual([429, 200]);
});

test('a call that is never answered ends with the time-out of the SDK, and closing frees the rest', async () => {
  const discord = await smallDiscord();
  const channel = await channelOn(discord);
  channel.client.rest.options.timeout = 5;
  discord.failNext('hang');
  await expect(channel.send('x')).rejects.toMatchObject({ name: 'AbortError' });
  expect(texts(discord)).toEqual([]);
});

test('a nonce makes a second post the first one, for a few minutes, and is not kept with the message', async () => {
  const discord = await smallDiscord();
  const channel = await channelOn(discord);
  const first = await channel.send(digest);
  const second = await channel.send(digest);
  expect([second.id, second.nonce]).toEqual([first.id, NONCE]);
  expect((await discord.nextMessage()).nonce).toBe(NONCE);
  expect(discord.unread).toEqual([]);
  const { json } = await ask(discord, `GET /channels/${channel.id}/messages`);
  expect([json[0].content, json[0].nonce]).toEqual(['digest', undefined]);

  await first.delete();
  await expect(channel.send(digest)).rejects.toMatchObject({ status: 404, code: 10008 });
  discord.pass(6 * 60_000);
  await channel.send(digest);
  expect(texts(discord)).toEqual(['digest']);
});

test('a harness can step in before a post is stored and before it is answered', async () => {
  const discord = await smallDiscord();
  const channel = await channelOn(discord);
  const steps: unknown[] = [];
  discord.onPost = (n, { kind }) => void steps.push(['before', n, kind, texts(discord)]);
  discord.onPosted = (n) => void steps.push(['after', n, texts(discord)]);
  await channel.send({ components: [{ type: 10, content: 'x' }], flags: MessageFlags.IsComponentsV2 });
  expect(steps).toEqual([
    ['before', 1, 'message', []],
    ['after', 1, ['x']],
  ]);
});

/** A client of the bare gateway: discord.js waits half a second before it comes back, a test should not. */
async function gatewayClient(discord: Discord, op: number, data: object) {
  const socket = new WebSocket(`${discord.gateway.url}?v=10&encoding=json`);
  const heard: { op: number; t: string; s: number; d: Record<string, unknown> }[] = [];
  socket.on('message', (text) => heard.push(JSON.parse(String(text))));
  await once(socket, 'message');
  socket.send(JSON.stringify({ op, d: { token: discord.token, ...data } }));
  while (!heard.some((payload) => payload.op !== 10)) await once(socket, 'message');
  return { socket, heard, events: () => heard.flatMap(({ t }) => t ?? []) };
}

test('a connection that broke is resumed, and what was missed is told then; an ended session is not', async () => {
  const discord = await smallDiscord();
  const first = await gatewayClient(discord, 2, { intents: 1 | (1 << 9) });
  while (first.events().length < 2) await once(first.socket, 'message');
  const ready = first.heard.find(({ t }) => t === 'READY');
  discord.gateway.drop();
  await once(first.socket, 'close');
  discord.say({ user: 'U1', channel: 'C1', text: 'anyone?' });

  const session = { session_id: ready?.d.session_id, seq: 2 };
  const second = await gatewayClient(discord, 6, session);
  while (!second.events().includes('RESUMED')) await once(second.socket, 'message');
  expect(second.events()).toEqual(['MESSAGE_CREATE', 'RESUMED']);
  discord.gateway.invalidate();
  await once(second.socket, 'message');
  const third = await gatewayClient(discord, 6, session);
  expect(third.heard.at(-1)).toMatchObject({ op: 9, d: false });
});
