import { DiscordAPIError, RateLimitError } from 'discord.js';
import { expect, test } from 'vitest';
import type { PostOutcome } from '../../../src/core/platform.ts';
import { outcomeOf } from '../../../src/platforms/discord/outcomes.ts';
import type { Discord, Plan } from '../../loopback/discord.ts';
import { aReply, bench, smallDiscord } from './fixture.ts';

const delivery = 'd'.repeat(25);
const to = (discord: Discord, channel = 'C1') => ({ workspace: discord.id('G1'), channel: discord.id(channel) });
const posts = (discord: Discord) =>
  discord.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages')).length;

test('a post stands in the channel, with its id, its delivery and no ping', async () => {
  const { discord, platform } = await bench();
  const outcome = await platform.post(to(discord), aReply(), delivery);
  const message = await discord.nextMessage();
  expect(outcome).toEqual({ kind: 'posted', message: message.id });
  expect({ nonce: message.nonce, allowed: message.allowedMentions }).toEqual({
    nonce: delivery,
    allowed: { parse: [], replied_user: false },
  });
});

test.each<[Plan, PostOutcome | { kind: string; reason: unknown }, number]>([
  ['lost-reply', { kind: 'uncertain', reason: expect.stringContaining('the line to Discord failed') }, 1],
  ['cut-before', { kind: 'uncertain', reason: expect.stringContaining('the line to Discord failed') }, 0],
  ['500-after', { kind: 'uncertain', reason: 'Discord is in trouble (500)' }, 1],
  ['500-before', { kind: 'uncertain', reason: 'Discord is in trouble (500)' }, 0],
  [{ rateLimit: 1.5 }, { kind: 'wait', ms: 1550 }, 0],
  [{ rateLimit: 30, global: true }, { kind: 'wait', ms: 30_050 }, 0],
  [{ error: 'UnknownChannel' }, refused('the channel does not exist any more'), 0],
  [{ error: 'MissingAccess' }, refused(expect.stringContaining('View Channel')), 0],
  [{ error: 'MissingPermissions' }, refused(expect.stringContaining('Send Messages')), 0],
  [{ error: 'Unauthorized' }, refused(expect.stringContaining('DISCORD_TOKEN')), 0],
  [{ error: 'InvalidFormBody' }, refused('Discord refused it: Invalid Form Body (400, 50035)', false), 0],
])('after %j a post is sent once, and said to be what it is', async (plan, outcome, standing) => {
  const { discord, platform } = await bench();
  discord.failNext(plan);
  expect(await platform.post(to(discord), aReply(), delivery)).toEqual(outcome);
  expect({ sent: posts(discord), standing: discord.messages('C1').length }).toEqual({ sent: 1, standing });
});

test('a post that is never answered is given up in time, and not sent again', async () => {
  const { discord, platform } = await bench({ patience: { post: 20, stop: 20 } });
  discord.failNext('hang');
  const outcome = await platform.post(to(discord), aReply(), delivery);
  expect(outcome).toEqual({ kind: 'uncertain', reason: 'Discord did not answer in time' });
  expect(posts(discord)).toBeLessThan(2);
});

function refused(reason: unknown, permanent = true) {
  return { kind: 'refused', reason, permanent };
}

test('a post that may stand is the same post when it is sent again within minutes', async () => {
  const { discord, platform } = await bench();
  discord.failNext('lost-reply');
  await platform.post(to(discord), aReply(), delivery);
  const again = await platform.post(to(discord), aReply(), delivery);
  expect(again).toEqual({ kind: 'posted', message: discord.messages('C1')[0]?.id });
  expect(discord.messages('C1')).toHaveLength(1);
});

test('where Discord cannot be reached at all, nothing was sent, and it is tried again later', async () => {
  const discord = await smallDiscord();
  const apiUrl = discord.url;
  await discord.close();
  const { platform } = await bench({ apiUrl });
  expect(await platform.post(to(discord), aReply(), delivery)).toEqual({ kind: 'wait', ms: 60_000 });
});

test('an address with a slash at its end is the same address', async () => {
  const discord = await smallDiscord();
  const { platform } = await bench({ discord, apiUrl: `${discord.url}/` });
  expect((await platform.post(to(discord), aReply(), delivery)).kind).toBe('posted');
});

test('a proxy that gave up waiting may have passed the post on', () => {
  const error = new DiscordAPIError({ code: 0, message: 'Request Timeout' }, 0, 408, 'POST', '', {});
  expect(outcomeOf(error).kind).toBe('uncertain');
});

test('a block that does not say how long it lasts is waited out for a minute', () => {
  const limit = {
    global: false,
    method: 'POST',
    url: '',
    route: '',
    majorParameter: '',
    hash: '',
    limit: 1,
    scope: 'user' as const,
  };
  const error = new RateLimitError({ ...limit, timeToReset: 0, retryAfter: 0, sublimitTimeout: 0 });
  expect(outcomeOf(error)).toEqual({ kind: 'wait', ms: 60_000 });
});

test('a revoked token is told at each post, and a good one again is good', async () => {
  const { discord, platform } = await bench();
  discord.failNext({ error: 'Unauthorized' });
  const outcomes = [await platform.post(to(discord), aReply(), 'a'), await platform.post(to(discord), aReply(), 'b')];
  expect(outcomes.map(({ kind }) => kind)).toEqual(['refused', 'posted']);
});

test('one person is told directly', async () => {
  const { discord, platform } = await bench();
  const outcome = await platform.tell(discord.id('U1'), aReply({ title: 'A digest is paused' }), discord.id('G1'));
  const [message] = discord.dms('U1');
  expect(outcome).toEqual({ kind: 'posted', message: message?.id });
  expect(message?.text).toContain('A digest is paused');
});

test('who takes no direct messages, or is not there, cannot be told, and that is said', async () => {
  const { discord, platform } = await bench();
  discord.user('U2', { acceptsDms: false });
  expect(await platform.tell(discord.id('U2'), aReply(), '')).toEqual(
    refused('the person does not take direct messages from the bot'),
  );
  expect(await platform.tell(discord.id('nobody'), aReply(), '')).toEqual(
    refused('Discord refused it: Invalid Recipient(s) (400, 50033)', false),
  );
});

test('posts leave one after the other, forty-eight a second; a channel has no line of its own', async () => {
  const { discord, platform } = await bench();
  const start = performance.now();
  await Promise.all([0, 1, 2, 3, 4, 5, 6].map((count) => platform.post(to(discord), aReply(), `d-${count}`)));
  for (let count = 0; count < 50; count++) await platform.room(to(discord));
  // Timers may be late, never early; the first four may go at the same time.
  expect(performance.now() - start).toBeGreaterThan((3 * 1000) / 48);
});
