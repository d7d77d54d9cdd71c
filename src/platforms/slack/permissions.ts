import type { PlatformEvent } from '../../core/platform.ts';

/** What the app must be allowed to do, and what fails without. config/slack-manifest.yaml asks for these and no others. */
export const scopes = {
  'app_mentions:read': 'hear mentions',
  'channels:history': 'look for a lost digest in public channels',
  'channels:read': 'know who made a public channel, and that one was archived',
  'chat:write': 'speak',
  commands: 'be called by its slash command',
  'groups:history': 'look for a lost digest in private channels',
  'groups:read': 'know who made a private channel, and that one was archived',
  'im:history': 'hear direct messages',
  'im:write': 'tell a person that a digest failed',
  'users:read': 'know a person’s language, time zone and rights',
} as const;

/** What happens to a channel, as the reason why its digests pause. */
export const losses = {
  channel_archive: 'the channel was archived',
  channel_deleted: 'the channel was deleted',
  channel_left: 'the bot was removed from the channel',
  group_archive: 'the channel was archived',
  group_deleted: 'the channel was deleted',
  group_left: 'the bot was removed from the channel',
} as const;

/** The events that the app listens to, as the manifest lists them. */
export const events = ['app_mention', 'message.im', 'app_uninstalled', 'tokens_revoked', ...Object.keys(losses)];

export type Loss = keyof typeof losses;

/** A channel that the bot can no longer post to. */
export function channelLost(loss: { type: Loss; channel: string }, workspace: string): PlatformEvent {
  return { kind: 'channel-lost', workspace, channel: loss.channel, reason: losses[loss.type] };
}
