/** What a Slack workspace holds: people, channels and messages. No wire, no rules of any method. */
import { pingsIn } from './slack-reading.ts';
import type { Fields } from './slack-schema.ts';
import { Triggers } from './slack-triggers.ts';

export const TEAM = 'T0LOOPBACK';
export const APP = 'A0LOOPBACK';
export const BOT = { user: 'U0GENAIBOT', id: 'B0GENAIBOT', name: 'genai' };

export interface User {
  id: string;
  name: string;
  tz: string;
  locale: string;
  admin: boolean;
  owner: boolean;
  bot: boolean;
}
export interface Channel {
  id: string;
  name: string;
  kind: 'channels' | 'groups' | 'im';
  creator: string;
  archived: boolean;
  /** Whether the bot is in it. */
  member: boolean;
  /** Who is in it besides the bot; undefined is everyone. */
  people: string[] | undefined;
}
export type Via = 'chat.postMessage' | 'chat.postEphemeral' | 'chat.update' | 'response_url' | 'ack' | 'person';
export interface Message {
  channel: string;
  ts: string;
  user: string;
  text: string;
  blocks: Fields[];
  /** How it came, or how it was last changed. */
  via: Via;
  thread_ts: string | undefined;
  metadata: Fields | undefined;
  /** An ephemeral message: the one person who sees it. */
  only_for: string | undefined;
  /** The call's own arguments, for those who care about unfurl_links and the like. */
  args: Fields;
  /** The response_url that it came through. */
  reply_to: string | undefined;
  pings: string[];
}
type NewMessage = Pick<Message, 'channel' | 'text' | 'via'> & Partial<Omit<Message, 'ts' | 'pings'>>;

const BLANK = {
  user: BOT.user,
  blocks: [],
  thread_ts: undefined,
  metadata: undefined,
  only_for: undefined,
  args: {},
  reply_to: undefined,
};

export class Workspace {
  readonly users = new Map<string, User>();
  readonly channels = new Map<string, Channel>();
  readonly views: Fields[] = [];
  readonly triggers = new Triggers();
  /** Every standing message, oldest first, the ephemeral ones too. */
  messages: Message[] = [];
  /** Called with each thing that the app says or changes. */
  onSaid: (message: Message, before?: Message) => void = () => {};
  #lastMicros = 0;
  #serial = 0;

  constructor() {
    this.user(BOT.user, { name: BOT.name, bot: true });
  }

  /** Seconds and six digits, unique and growing, as Slack's. */
  nextTs(): string {
    this.#lastMicros = Math.max(this.#lastMicros + 1, Date.now() * 1000);
    return `${Math.floor(this.#lastMicros / 1e6)}.${String(this.#lastMicros % 1e6).padStart(6, '0')}`;
  }

  nextId(prefix: string): string {
    this.#serial += 1;
    return `${prefix}${this.#serial.toString(36).toUpperCase().padStart(8, '0')}`;
  }

  user(id: string, given: Partial<Omit<User, 'id'>> = {}): User {
    const fresh = {
      name: id.toLowerCase(),
      tz: 'Europe/Berlin',
      locale: 'en-US',
      admin: false,
      owner: false,
      bot: false,
    };
    const user = { ...fresh, ...this.users.get(id), ...given, id };
    this.users.set(id, user);
    return user;
  }

  channel(id: string, given: Partial<Omit<Channel, 'id'>> = {}): Channel {
    const fresh: Omit<Channel, 'id'> = {
      name: id.toLowerCase(),
      kind: 'channels',
      creator: 'U0SOMEONE',
      archived: false,
      member: true,
      people: undefined,
    };
    const channel = { ...fresh, ...this.channels.get(id), ...given, id };
    this.channels.set(id, channel);
    return channel;
  }

  /** The direct-message channel of the bot and this person. */
  im(user: string): Channel {
    const id = `D${user.slice(1)}`;
    return (
      this.channels.get(id) ?? this.channel(id, { name: 'directmessage', kind: 'im', creator: user, people: [user] })
    );
  }

  has(channel: Channel, user: string): boolean {
    if (user === BOT.user) return channel.member;
    return this.users.has(user) && (channel.people === undefined || channel.people.includes(user));
  }

  members(channel: Channel): string[] {
    return [...this.users.keys()].filter((user) => this.has(channel, user));
  }

  find(channel: string, ts: string | undefined): Message | undefined {
    return this.messages.find((message) => message.channel === channel && message.ts === ts);
  }

  add(given: NewMessage): Message {
    const message: Message = { ...BLANK, ...given, ts: this.nextTs(), pings: [] };
    this.messages.push(this.#finish(message));
    if (message.user === BOT.user) this.onSaid({ ...message });
    return message;
  }

  change(message: Message, given: Partial<Omit<Message, 'ts' | 'channel'>>): Message {
    const before = { ...message };
    this.#finish(Object.assign(message, given));
    if (message.user === BOT.user) this.onSaid({ ...message }, before);
    return message;
  }

  remove(message: Message): void {
    this.messages = this.messages.filter((other) => other !== message);
  }

  #finish(message: Message): Message {
    message.blocks = message.blocks.map((block) => ({ block_id: this.nextId('b'), ...block }));
    message.pings = pingsIn(message.text, message.blocks);
    return message;
  }
}

/** A message as Slack gives it to apps. */
export const toWire = (message: Message, metadata: 'all' | 'type' = 'type'): Fields => ({
  type: 'message',
  user: message.user,
  text: message.text,
  ts: message.ts,
  team: TEAM,
  blocks: message.blocks,
  ...(message.user !== BOT.user && { client_msg_id: `message-${message.ts}` }),
  ...(message.user === BOT.user && {
    bot_id: BOT.id,
    app_id: APP,
    bot_profile: { id: BOT.id, app_id: APP, user_id: BOT.user, name: BOT.name, team_id: TEAM, deleted: false },
  }),
  ...(message.thread_ts && { thread_ts: message.thread_ts }),
  // Without include_all_metadata the payload of undeclared metadata is left out:
  // https://github.com/slackapi/python-slack-sdk/issues/1501
  ...(message.metadata && {
    metadata: metadata === 'all' ? message.metadata : { event_type: message.metadata.event_type },
  }),
});
