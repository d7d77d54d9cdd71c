import { refusal } from './discord-errors.ts';
import type { Json } from './discord-form.ts';
import { Ids } from './discord-ids.ts';
import type { Message } from './discord-message.ts';

// Everything there is on this Discord: one bot, guilds, channels, people, roles, messages, commands.

/** https://docs.discord.com/developers/topics/permissions: those that matter to this bot. */
export const PERMISSION = {
  Administrator: 1n << 3n,
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  UseExternalEmojis: 1n << 18n,
  UseApplicationCommands: 1n << 31n,
  SendMessagesInThreads: 1n << 38n,
} as const;
export type Permission = keyof typeof PERMISSION;

export const bits = (names: readonly Permission[]): bigint => names.reduce((sum, name) => sum | PERMISSION[name], 0n);

/** What @everyone may do in a new server; yes, mentioning everyone is part of it. */
export const EVERYONE_MAY = bits([
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'MentionEveryone',
  'UseExternalEmojis',
  'UseApplicationCommands',
  'SendMessagesInThreads',
]);

export interface Guild {
  id: string;
  name: string;
  locale: string;
  joined: boolean;
}

export interface User {
  id: string;
  name: string;
  locale: string;
  bot: boolean;
  /** Beyond what everyone may do. */
  permissions: bigint;
  acceptsDms: boolean;
}

export interface Role {
  id: string;
  name: string;
  guild: Guild;
  permissions: bigint;
  mentionable: boolean;
}

export interface Channel {
  id: string;
  name: string;
  guild?: Guild;
  /** A direct message with this person. */
  recipient?: User;
  /** A thread under this channel. */
  parent?: Channel;
  /** Taken from the bot. */
  denied: bigint;
  deleted: boolean;
}

export class World {
  readonly now: () => number;
  readonly ids: Ids;
  readonly bot: User;
  readonly token: string;
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly users = new Map<string, User>();
  readonly roles = new Map<string, Role>();
  readonly messages: Message[] = [];
  commands: Json[] = [];
  /** What the bot did that a person would have seen go wrong, in words. */
  readonly failures: string[] = [];
  #later = 0;

  constructor(token: string, now: () => number) {
    this.token = token;
    this.now = () => now() + this.#later;
    this.ids = new Ids(this.now);
    this.bot = this.addUser('BOT', { bot: true });
  }

  /** Lets the platform's clock jump. */
  pass(ms: number): void {
    this.#later += ms;
  }

  addUser(name: string, traits: Partial<Omit<User, 'id' | 'name'>> = {}): User {
    const id = this.ids.of(name);
    const user = { id, name, locale: 'en-US', bot: false, permissions: 0n, acceptsDms: true, ...traits };
    this.users.set(id, user);
    return user;
  }

  guild(nameOrId: string): Guild {
    return found(this.guilds, this.ids.of(nameOrId), `no guild ${nameOrId}`);
  }

  channel(nameOrId: string): Channel {
    return found(this.channels, this.ids.of(nameOrId), `no channel ${nameOrId}`);
  }

  user(nameOrId: string): User {
    return found(this.users, this.ids.of(nameOrId), `no user ${nameOrId}`);
  }

  dmWith(user: User): Channel {
    const id = this.ids.of(`DM-${user.name}`);
    const channel = this.channels.get(id) ?? { id, name: '', recipient: user, denied: 0n, deleted: false };
    this.channels.set(id, channel);
    return channel;
  }

  botMay(channel: Channel, ...needed: Permission[]): boolean {
    const has = EVERYONE_MAY & ~channel.denied;
    return !channel.guild || (has & bits(needed)) === bits(needed);
  }

  /** The channel that a request means, if the bot may see it. */
  visibleChannel(id: string): Channel {
    const channel = this.channels.get(id);
    if (!channel || channel.deleted) throw refusal('UnknownChannel');
    if ((channel.guild && !channel.guild.joined) || !this.botMay(channel, 'ViewChannel'))
      throw refusal('MissingAccess');
    return channel;
  }
}

function found<T>(map: Map<string, T>, id: string, complaint: string): T {
  const value = map.get(id);
  if (value === undefined) throw new Error(`loopback discord: ${complaint}`);
  return value;
}
