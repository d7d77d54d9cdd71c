/** The conversations.* methods: https://docs.slack.dev/reference/methods?family=conversations */
import type { Method, MethodCall } from './slack-methods.ts';
import { Refusal } from './slack-refusal.ts';
import type { Fields } from './slack-schema.ts';
import { BOT, type Channel, toWire, type Workspace } from './slack-workspace.ts';

const FAMILY: Record<string, string> = { C: 'channels', G: 'groups', D: 'im' };

/** Scopes go by the kind of conversation: channels:read, groups:read, im:read. */
const byKind =
  (right: string) =>
  ({ workspace, args }: MethodCall): string[] => {
    const id = String(args.channel);
    return [`${workspace.channels.get(id)?.kind ?? FAMILY[id.slice(0, 1)] ?? 'channels'}:${right}`];
  };

/** A private channel that the bot is not in does not exist for it. */
const visible = (workspace: Workspace, id: unknown): Channel => {
  const channel = workspace.channels.get(String(id));
  if (!channel || (channel.kind !== 'channels' && !channel.member)) throw new Refusal('channel_not_found');
  return channel;
};

interface Page<T> {
  items: T[];
  more: Fields;
}

/** Slack's cursor pages; `limit` is refused out of range and cut to what is there. */
const pageOf = <T>(all: T[], args: Fields, max: number): Page<T> => {
  const limit = Number(args.limit ?? 100);
  if (!Number.isInteger(limit) || limit < 1 || limit > max) throw new Refusal('invalid_limit');
  const start = args.cursor ? Number(Buffer.from(String(args.cursor), 'base64').toString().replace('next:', '')) : 0;
  if (!Number.isInteger(start) || start >= Math.max(all.length, 1)) throw new Refusal('invalid_cursor');
  const end = start + limit;
  const next_cursor = end < all.length ? Buffer.from(`next:${end}`).toString('base64') : '';
  return { items: all.slice(start, end), more: { response_metadata: { next_cursor } } };
};

const info: Method['run'] = ({ workspace, args }) => {
  const channel = visible(workspace, args.channel);
  const { id, name, creator } = channel;
  if (channel.kind === 'im') return { channel: { id, is_im: true, user: creator, is_archived: false } };
  return {
    channel: {
      id,
      name,
      creator,
      is_channel: channel.kind === 'channels',
      is_group: false,
      is_im: false,
      is_mpim: false,
      is_private: channel.kind === 'groups',
      is_archived: channel.archived,
      is_general: false,
      is_member: channel.member,
    },
  };
};

const stamp = (value: unknown, refusal: string): number | undefined => {
  if (value === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(String(value))) throw new Refusal(refusal);
  return Number(value);
};

/** Newest first; replies in threads and ephemeral messages are not part of a channel's history. */
const history: Method['run'] = ({ workspace, args }) => {
  const channel = visible(workspace, args.channel);
  if (!channel.member) throw new Refusal('not_in_channel');
  const oldest = stamp(args.oldest, 'invalid_ts_oldest') ?? 0;
  const latest = stamp(args.latest, 'invalid_ts_latest') ?? Number.POSITIVE_INFINITY;
  const inclusive = args.inclusive === true;
  const within = (ts: number): boolean =>
    (ts > oldest && ts < latest) || (inclusive && (ts === oldest || ts === latest));
  const all = workspace.messages
    .filter((m) => m.channel === channel.id && !m.only_for && (!m.thread_ts || m.args.reply_broadcast === true))
    .filter((m) => within(Number(m.ts)))
    .reverse();
  const { items, more } = pageOf(all, args, 999);
  const messages = items.map((message) => toWire(message, args.include_all_metadata === true ? 'all' : 'type'));
  const has_more = items.length > 0 && items.at(-1) !== all.at(-1);
  return { messages, has_more, pin_count: 0, ...(has_more && more) };
};

const members: Method['run'] = ({ workspace, args }) => {
  const { items, more } = pageOf(workspace.members(visible(workspace, args.channel)), args, 1000);
  return { members: items, ...more };
};

const open: Method['run'] = ({ workspace, args }) => {
  const user = workspace.users.get(String(args.users));
  if (!user) throw new Refusal('user_not_found');
  if (user.id === BOT.user) throw new Refusal('cannot_dm_bot');
  return { no_op: true, already_open: true, channel: { id: workspace.im(user.id).id } };
};

export const CONVERSATIONS: Record<string, Method> = {
  'conversations.info': { scopes: byKind('read'), needs: ['channel'], posts: false, run: info },
  'conversations.history': { scopes: byKind('history'), needs: ['channel'], posts: false, run: history },
  'conversations.members': { scopes: byKind('read'), needs: ['channel'], posts: false, run: members },
  'conversations.open': { scopes: () => ['im:write'], needs: ['users'], posts: false, run: open },
};
