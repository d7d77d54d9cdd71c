/** config/slack-manifest.yaml asks for what the bot uses: no less, and no more. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { rootCommand } from '../../../src/core/commands.ts';
import { events, scopes } from '../../../src/platforms/slack/permissions.ts';
import { EVENT_SCOPES } from '../../loopback/slack-events.ts';
import { METHODS } from '../../loopback/slack-methods.ts';
import { aBot, aWorkspace } from './bot.ts';
import { aReply } from './replies.ts';

/** The parts that matter here, with Slack's limits: https://docs.slack.dev/reference/app-manifest */
const schema = z.object({
  display_information: z.object({
    name: z.string().max(35),
    description: z.string().max(140),
    long_description: z.string().min(174).max(4000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.object({
    app_home: z.object({
      home_tab_enabled: z.literal(false),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.object({ display_name: z.string().regex(/^[a-z0-9-_.]{1,80}$/), always_online: z.literal(true) }),
    slash_commands: z.tuple([
      z.strictObject({
        command: z.string().max(32),
        description: z.string().max(2000),
        usage_hint: z.string().max(1000),
        should_escape: z.boolean(),
      }),
    ]),
  }),
  oauth_config: z.object({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.literal(false),
  }),
});
const file = resolve(import.meta.dirname, '../../../config/slack-manifest.yaml');
const manifest = schema.parse(parse(readFileSync(file, 'utf8')));
const granted = manifest.oauth_config.scopes.bot;
const subscribed = manifest.settings.event_subscriptions.bot_events;

test('the command is the one that the bot hears', () => {
  const [command] = manifest.features.slash_commands;
  expect(command.command).toBe(`/${rootCommand.name}`);
  expect(command.description).toBe(rootCommand.about.en);
  expect(manifest.display_information.description).toBe(rootCommand.about.en);
});

test('the scopes and events are those that the code names', () => {
  expect(granted).toEqual(Object.keys(scopes).sort());
  expect(subscribed).toEqual(events);
});

test('an app made from the manifest can do all that the bot does, and has no scope to spare', async () => {
  const slack = await aWorkspace({ scopes: granted, events: subscribed });
  slack.channel('G1', { kind: 'groups' });
  const { platform, logged } = await aBot(slack);
  const place = (channel: string) => ({ platform: 'slack', workspace: '', channel, thread: '', user: 'U2' });
  await slack.command({ user: 'U1', channel: 'C1', text: 'chips' });
  await slack.dm({ user: 'U1', text: 'chips' });
  for (const channel of ['C1', 'G1']) {
    await slack.mention({ user: 'U1', channel, text: 'chips' });
    await platform.post(place(channel), aReply(), 'd-1');
    await platform.findPost(place(channel), 'd-1', Date.now());
    await platform.mayManage(place(channel));
  }
  await platform.tell('U1', aReply(), '');
  expect(slack.refused).toEqual([]);
  expect(logged).toEqual([]);

  const called = slack.calls.flatMap(
    ({ method, args }) => METHODS[method]?.scopes({ workspace: slack.workspace, args, scopes: granted }) ?? [],
  );
  const heard = subscribed.flatMap((event) => EVENT_SCOPES[event] ?? []);
  expect([...new Set([...called, ...heard, 'commands'])].sort()).toEqual(granted);
});

test('every event that the manifest lists has an effect', async () => {
  const slack = await aWorkspace({ scopes: granted, events: subscribed });
  const { asked, events: told } = await aBot(slack);
  const happened: Record<string, object> = {
    app_uninstalled: {},
    tokens_revoked: { tokens: { oauth: [], bot: ['U0GENAIBOT'] } },
    app_mention: { channel: 'C1', user: 'U1', ts: '17.000001', text: 'x' },
  };
  for (const name of subscribed) {
    const before = asked.length + told.length;
    if (name === 'message.im') await slack.dm({ user: 'U1', text: 'x' });
    else await slack.event({ type: name, channel: 'C1', ...happened[name] });
    await expect.poll(() => asked.length + told.length, { interval: 1, message: name }).toBe(before + 1);
  }
});
