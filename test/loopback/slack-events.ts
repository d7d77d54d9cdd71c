/** The payloads that Slack sends to an app, built from what happened. */
import type { Fields } from './slack-schema.ts';
import { APP, BOT, type Channel, type Message, TEAM, toWire, type User } from './slack-workspace.ts';

/** The scope without which Slack does not send an event, whatever the app is subscribed to. */
export const EVENT_SCOPES: Record<string, string> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  channel_archive: 'channels:read',
  channel_unarchive: 'channels:read',
  channel_left: 'channels:read',
  group_archive: 'groups:read',
  group_unarchive: 'groups:read',
  group_left: 'groups:read',
  member_joined_channel: 'channels:read',
  member_left_channel: 'channels:read',
};

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What Slack makes of typed text: `&`, `<` and `>` escaped, mentions and links left as they are. */
export const escaped = (text: string): string =>
  text.replace(/<(?:@[A-Z0-9]+|#[A-Z0-9]+|![a-z]+|https?:)[^>]*>|[&<>]/g, (found) => ESCAPES[found] ?? found);

/** The rich_text that the message composer makes of a line. */
export const composed = (text: string): Fields[] => {
  const elements = text.split(/(<@[A-Z0-9]+>)/).filter(Boolean);
  const inline = elements.map((part) => {
    const user_id = /^<@([A-Z0-9]+)>$/.exec(part)?.[1];
    return user_id ? { type: 'user', user_id } : { type: 'text', text: part };
  });
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: inline }] }];
};

const CHANNEL_TYPE = { channels: 'channel', groups: 'group', im: 'im' } as const;

/** The event_callback around an event. */
export const eventCallback = (event: Fields, id: string): Fields => ({
  token: 'verification-token',
  team_id: TEAM,
  context_team_id: TEAM,
  api_app_id: APP,
  event,
  type: 'event_callback',
  event_id: id,
  event_time: Math.floor(Date.now() / 1000),
  authorizations: [
    { enterprise_id: null, team_id: TEAM, user_id: BOT.user, is_bot: true, is_enterprise_install: false },
  ],
  is_ext_shared_channel: false,
});

export const mentionEvent = (message: Message, edited?: string): Fields => ({
  ...toWire(message),
  type: 'app_mention',
  channel: message.channel,
  event_ts: edited ?? message.ts,
  ...(edited && { edited: { user: message.user, ts: edited } }),
});

export const messageEvent = (message: Message, channel: Channel): Fields => ({
  ...toWire(message),
  channel: message.channel,
  channel_type: CHANNEL_TYPE[channel.kind],
  event_ts: message.ts,
});

/** An edit comes as a message of its own, with the old and the new one inside. */
export const changedEvent = (message: Message, before: Message, channel: Channel): Fields => ({
  type: 'message',
  subtype: 'message_changed',
  hidden: true,
  channel: message.channel,
  channel_type: CHANNEL_TYPE[channel.kind],
  message: { ...toWire(message), edited: { user: message.user, ts: message.ts } },
  previous_message: toWire(before),
  ts: message.ts,
  event_ts: message.ts,
});

export interface Turn {
  user: User;
  channel: Channel;
  trigger_id: string;
  response_url: string;
}

export const slashCommand = (
  { user, channel, trigger_id, response_url }: Turn,
  command: string,
  text: string,
): Fields => ({
  token: 'verification-token',
  team_id: TEAM,
  team_domain: 'loopback',
  channel_id: channel.id,
  channel_name: channel.kind === 'groups' ? 'privategroup' : channel.name,
  user_id: user.id,
  user_name: user.name,
  command,
  text,
  api_app_id: APP,
  is_enterprise_install: 'false',
  response_url,
  trigger_id,
});

/** The source of a click. An app does not get the content of an ephemeral message back. */
export const blockActions = (
  { user, channel, trigger_id, response_url }: Turn,
  message: Message,
  action: Fields,
): Fields => ({
  type: 'block_actions',
  user: { id: user.id, username: user.name, name: user.name, team_id: TEAM },
  api_app_id: APP,
  token: 'verification-token',
  container: {
    type: 'message',
    message_ts: message.ts,
    channel_id: channel.id,
    is_ephemeral: message.only_for !== undefined,
    ...(message.thread_ts && { thread_ts: message.thread_ts }),
  },
  trigger_id,
  team: { id: TEAM, domain: 'loopback' },
  enterprise: null,
  is_enterprise_install: false,
  channel: { id: channel.id, name: channel.name },
  ...(!message.only_for && { message: toWire(message) }),
  state: { values: {} },
  response_url,
  actions: [action],
});
