import { expect, test } from 'vitest';
import type { Ask } from '../../../src/core/ask.ts';
import { bench, eventually, onDiscord } from './fixture.ts';

const chips = { channel: 'C1', name: 'genai', subcommand: 'chips' };

test.each([
  ['a plain member', [], false],
  ['who may manage channels', ['ManageChannels'], true],
  ['who may manage the server', ['ManageGuild'], true],
  ['an administrator', ['Administrator'], true],
  ['who may delete messages', ['ManageMessages'], false],
] as const)(
  '%s: whether they may manage the channel is known, after a mention as after a command',
  async (_, permissions, may) => {
    const { discord, platform, asks } = await onDiscord();
    discord.user('U2', { permissions: [...permissions] });
    discord.mention({ user: 'U2', channel: 'C1', text: 'chips?' });
    await discord.nextMessage();
    const [ask] = asks;
    expect(ask && (await platform.mayManage(ask.from))).toBe(may);
  },
);

test('while a command is answered its own rights count, and nothing is asked', async () => {
  const may: boolean[] = [];
  const made = await bench({
    onAsk: async ({ from }: Ask) => {
      may.push(await made.platform.mayManage(from));
      return undefined;
    },
  });
  await made.start();
  const { discord } = made;
  discord.user('U2', { permissions: ['ManageChannels'] });
  await discord.slash({ ...chips, user: 'U1' });
  await discord.slash({ ...chips, user: 'U2' });
  await eventually(() => may).toEqual([false, true]);
  const looks = () => discord.requests.filter(({ path }) => path.includes('/members/')).length;
  expect(looks()).toBe(0);
  await eventually(() => discord.requests.filter(({ method }) => method === 'DELETE').length).toBe(2);
  const [, from] = made.asks.map((ask) => ask.from);
  expect(from && (await made.platform.mayManage(from))).toBe(true);
  expect(looks()).toBe(1);
});

test('everyone manages their direct conversation; who has left the server manages nothing', async () => {
  const { discord, platform } = await onDiscord();
  const place = { platform: 'discord', workspace: '', channel: 'D1', thread: 'D1', user: 'U1' };
  expect(await platform.mayManage(place)).toBe(true);
  const gone = { ...place, workspace: discord.id('G1'), channel: discord.id('C1'), user: discord.id('nobody') };
  expect(await platform.mayManage(gone)).toBe(false);
});

test('where it cannot be found out that is said, and not taken for a no', async () => {
  const { discord, platform } = await onDiscord();
  const place = {
    platform: 'discord',
    workspace: discord.id('G1'),
    channel: discord.id('C1'),
    thread: '',
    user: discord.id('U1'),
  };
  await discord.close();
  await expect(platform.mayManage(place)).rejects.toThrow('the rights of a person could not be found out');
});
