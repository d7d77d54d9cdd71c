/** The chat.* methods: https://docs.slack.dev/reference/methods?family=chat */
import { contentOf, metadataOf } from './slack-content.ts';
import type { Method } from './slack-methods.ts';
import { Refusal } from './slack-refusal.ts';
import { type Fields, isFields } from './slack-schema.ts';
import { BOT, type Channel, type Message, toWire, type Workspace } from './slack-workspace.ts';

/** chat.update alone refuses a text over 4,000 characters. */
const MAX_UPDATE_TEXT = 4000;

/** The channel to post to: also a person's id, which is their direct messages. */
const target = (workspace: Workspace, id: unknown): Channel => {
  const user = workspace.users.get(String(id));
  if (user) return workspace.im(user.id);
  const channel = workspace.channels.get(String(id));
  if (!channel || (channel.kind === 'groups' && !channel.member)) throw new Refusal('channel_not_found');
  return channel;
};

const writable = (workspace: Workspace, args: Fields, scopes: string[]): Channel => {
  const channel = target(workspace, args.channel);
  if (channel.archived) throw new Refusal('is_archived');
  if (!channel.member && !scopes.includes('chat:write.public')) throw new Refusal('not_in_channel');
  return channel;
};

/** A thread starts at a standing top-level message; a reply's own ts is not one. */
const threadOf = (workspace: Workspace, channel: Channel, thread: unknown): string | undefined => {
  if (thread === undefined) return undefined;
  if (typeof thread !== 'string' || !/^\d+\.\d{6}$/.test(thread)) throw new Refusal('invalid_thread_ts');
  const parent = workspace.find(channel.id, thread);
  if (!parent || parent.only_for) throw new Refusal('thread_not_found');
  if (parent.thread_ts && parent.thread_ts !== parent.ts) throw new Refusal('cannot_reply_to_message');
  return thread;
};

const postMessage: Method['run'] = ({ workspace, args, scopes }) => {
  const channel = writable(workspace, args, scopes);
  const thread_ts = threadOf(workspace, channel, args.thread_ts);
  const content = { ...contentOf(args), metadata: metadataOf(args), thread_ts };
  const message = workspace.add({ channel: channel.id, via: 'chat.postMessage', args, ...content });
  return { channel: channel.id, ts: message.ts, message: toWire(message, 'all') };
};

const postEphemeral: Method['run'] = ({ workspace, args, scopes }) => {
  const channel = writable(workspace, args, scopes);
  const user = String(args.user);
  if (!workspace.has(channel, user)) throw new Refusal('user_not_in_channel');
  const thread_ts = threadOf(workspace, channel, args.thread_ts);
  const content = { ...contentOf(args), thread_ts, only_for: user };
  return { message_ts: workspace.add({ channel: channel.id, via: 'chat.postEphemeral', args, ...content }).ts };
};

/** A message that the app may change: its own, standing, seen by everyone. */
const own = (workspace: Workspace, args: Fields, refusal: string): Message => {
  const message = workspace.find(target(workspace, args.channel).id, String(args.ts));
  if (!message || message.only_for) throw new Refusal('message_not_found');
  if (message.user !== BOT.user) throw new Refusal(refusal);
  return message;
};

const update: Method['run'] = ({ workspace, args }) => {
  const channel = workspace.channels.get(String(args.channel));
  if (!channel) throw new Refusal('channel_not_found');
  const message = own(workspace, args, 'cant_update_message');
  if (channel.archived) throw new Refusal('is_inactive');
  const content = contentOf(args);
  if (content.text.length > MAX_UPDATE_TEXT) throw new Refusal('msg_too_long');
  const cleared = isFields(args.metadata) && Object.keys(args.metadata).length === 0;
  const metadata = cleared ? undefined : (metadataOf(args) ?? message.metadata);
  workspace.change(message, { ...content, metadata, via: 'chat.update', args });
  return { channel: channel.id, ts: message.ts, text: message.text, message: toWire(message, 'all') };
};

const remove: Method['run'] = ({ workspace, args }) => {
  const message = own(workspace, args, 'cant_delete_message');
  workspace.remove(message);
  return { channel: message.channel, ts: message.ts };
};

const scopes = (): string[] => ['chat:write'];

export const CHAT: Record<string, Method> = {
  'chat.postMessage': { scopes, needs: ['channel'], posts: true, run: postMessage },
  'chat.postEphemeral': { scopes, needs: ['channel', 'user'], posts: true, run: postEphemeral },
  'chat.update': { scopes, needs: ['channel', 'ts'], posts: true, run: update },
  'chat.delete': { scopes, needs: ['channel', 'ts'], posts: false, run: remove },
};
