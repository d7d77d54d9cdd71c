import { startDiscord } from '../loopback/discord.ts';
import { startSlack } from '../loopback/slack.ts';
import { TEAM } from '../loopback/slack-workspace.ts';

export const chatNames = ['slack', 'discord'] as const;
export type ChatName = (typeof chatNames)[number];

/**
 * After this time Discord makes two messages of two posts with the same nonce, in milliseconds: it says "within a few minutes"
 * (https://docs.discord.com/developers/resources/message#create-message), the loopback takes five.
 */
export const nonceMemory = 6 * 60_000;

/** What becomes of the next post. After `lost-reply` and `500-after` it stands, after the others it does not. */
export type Failure =
  | 'lost-reply'
  | '500-after'
  | '500-before'
  | 'cut-before'
  | { readonly rateLimit: number }
  | { readonly error: string };

/** What to do when a post to a channel has come in and nothing is stored, and when it is stored and nothing is answered. */
interface Hooks {
  readonly received?: (channel: string) => void | Promise<void>;
  readonly stored?: (channel: string) => void | Promise<void>;
}

/** A loopback platform, as far as a crash is concerned with it. */
export interface Chat {
  readonly name: ChatName;
  /** What a program needs to connect to it. */
  readonly env: Readonly<Record<string, string>>;
  readonly workspace: string;
  /** The person who subscribed. */
  readonly subscriber: string;
  /** How a post is refused whose token was revoked. */
  readonly revoked: Failure;
  /** A channel that the bot is in; its id. */
  addChannel(name: string): string;
  /** The bot can write to the channel no more: it is archived, or hidden from it. */
  closeChannel(channel: string): void;
  failNext(failure: Failure): void;
  listen(hooks: Hooks): void;
  /** How many messages stand in a channel. */
  postsIn(channel: string): number;
  /** What the subscriber was told in direct messages. */
  told(): readonly string[];
  /** The calls that came in, and what was answered. */
  calls(): readonly string[];
  /** What was refused though no test ordered it: the fault of the program, or of the loopback. */
  faults(): readonly string[];
  /** Time passes for the platform, as far as it forgets something by it. */
  pass(ms: number): void;
  close(): Promise<void>;
}

/** Whether the bot may read a channel's history. */
export type History = 'open' | 'hidden';

export function openChat(name: ChatName, history: History = 'open'): Promise<Chat> {
  return name === 'slack' ? openSlack(history) : openDiscord(history);
}

const slackScopes = 'app_mentions:read chat:write commands channels:read im:history im:read im:write users:read';
/** What a channel that was closed on purpose answers. */
const closedBySlack = 'is_archived';

async function openSlack(history: History): Promise<Chat> {
  const scopes = [...slackScopes.split(' '), ...(history === 'open' ? ['channels:history'] : [])];
  const slack = await startSlack({ scopes });
  slack.user('U1');
  return {
    name: 'slack',
    env: slack.env,
    workspace: TEAM,
    subscriber: 'U1',
    revoked: { error: 'invalid_auth' },
    addChannel: (name) => slack.channel(name.toUpperCase(), { name }).id,
    closeChannel: (channel) => void slack.channel(channel, { archived: true }),
    failNext: (failure) => slack.failNext(failure),
    listen({ received, stored }) {
      slack.onPost = (_, { args }) => received?.(String(args.channel));
      slack.onStored = (_, { args }) => stored?.(String(args.channel));
    },
    postsIn: (channel) => slack.messages(channel).length,
    told: () => slack.messages('D1').map((message) => JSON.stringify(message.blocks)),
    calls: () => slack.calls.map(({ method, outcome }) => `${method} ${outcome}`),
    faults: () =>
      slack.refused
        .filter(({ error }) => error !== closedBySlack && error !== 'missing_scope')
        .map(({ what, error }) => `${what}: ${error}`),
    // Slack forgets nothing of a post: there is nothing that it would know it again by.
    pass: () => {},
    close: () => slack.close(),
  };
}

async function openDiscord(history: History): Promise<Chat> {
  const discord = await startDiscord();
  const workspace = discord.guild('G1');
  return {
    name: 'discord',
    env: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url },
    workspace,
    subscriber: discord.user('U1'),
    revoked: { error: 'Unauthorized' },
    addChannel: (name) =>
      discord.channel(name, { guild: 'G1', deny: history === 'open' ? [] : ['ReadMessageHistory'] }),
    closeChannel: (channel) => discord.deny(channel, 'ViewChannel'),
    failNext: (failure) => discord.failNext(failure),
    listen({ received, stored }) {
      discord.onPost = (_, { path }) => received?.(channelIn(path));
      discord.onPosted = (_, { path }) => stored?.(channelIn(path));
    },
    postsIn: (channel) => discord.messages(channel).length,
    told: () => discord.dms('U1').map((message) => message.text),
    calls: () => discord.requests.map(({ method, path, status }) => `${method} ${path} ${status}`),
    faults: () => discord.failures,
    pass: (ms) => discord.pass(ms),
    close: () => discord.close(),
  };
}

/** `/channels/123/messages` is a post to 123. */
function channelIn(path: string): string {
  return path.split('/')[2] ?? '';
}
