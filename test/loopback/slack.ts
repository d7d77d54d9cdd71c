/**
 * A loopback Slack: the Web API and Socket Mode on 127.0.0.1, strict about Slack's documented limits. The real SDK
 * connects to it (`clientOptions: { slackApiUrl: slack.apiUrl }`), tests speak and click through the verbs below,
 * and everything that came in is on record.
 */

import { SlackAdmin } from './slack-admin.ts';
import {
  blockActions,
  changedEvent,
  composed,
  escaped,
  mentionEvent,
  messageEvent,
  slashCommand,
  type Turn,
} from './slack-events.ts';
import type { Plan } from './slack-failures.ts';
import { type Filter, within } from './slack-inbox.ts';
import { findAction } from './slack-reading.ts';
import type { Fields } from './slack-schema.ts';
import type { SlackOptions } from './slack-server.ts';
import type { Ack, Envelope, Retry } from './slack-socket.ts';
import { BOT, type Channel, type Message, type User } from './slack-workspace.ts';

/** What an app made of something that a person did. */
interface Heard {
  envelope_id: string;
  ack: Ack;
}
interface Patience {
  /** How long to wait for the app; 2,000 ms unless told. */
  ms?: number;
}
interface CommandGiven extends Patience {
  user: string;
  channel: string;
  text: string;
  command?: string;
  /** How many messages to wait for; one unless told. */
  replies?: number;
}
interface MentionGiven extends Patience {
  user: string;
  channel: string;
  text: string;
  thread_ts?: string;
}
interface ClickGiven extends Patience {
  user: string;
  message: Message;
  action_id: string;
  /** For a menu: the value of the option chosen. */
  option?: string;
}

export class Slack extends SlackAdmin {
  /** What the app said that still stands, oldest first, for everyone to see. */
  messages(channel?: string): Message[] {
    const mine = this.workspace.messages.filter((m) => m.user === BOT.user && !m.only_for);
    return channel === undefined ? mine : mine.filter((m) => m.channel === channel);
  }

  /** What the app said to one person alone and did not take back. */
  get ephemerals(): Message[] {
    return this.workspace.messages.filter((m) => m.only_for !== undefined);
  }

  /** What the app said and no test has taken. */
  get leftovers(): Message[] {
    return this.inbox.leftovers;
  }

  /** Takes the next thing that the app says or changes, counting from the oldest not taken yet. */
  async nextMessage(filter: Filter = {}, ms?: number): Promise<Message> {
    return await this.inbox.next(filter, ms, () => {
      const refused = this.refused.map(({ what, error }) => `\n  ${what}: ${error}`).join('');
      return `\nRefused: ${refused || 'nothing'}\nCalls: ${this.calls.map((call) => call.method).join(', ') || 'none'}`;
    });
  }

  /** The next call that posts, or the next call of this method, goes wrong. */
  failNext(plan: Plan, method?: string): void {
    this.http.failures.add(plan, method);
  }

  async command({
    user,
    channel,
    text,
    command = '/genai',
    replies = 1,
    ms,
  }: CommandGiven): Promise<Heard & { replies: Message[] }> {
    const { turn, slot } = this.#turn(user, channel);
    const envelope = this.sockets.envelope('slash_commands', slashCommand(turn, command, text));
    this.answerable.set(envelope.id, slot);
    const heard = await this.#send(envelope, ms);
    const taken: Message[] = [];
    while (taken.length < replies) taken.push(await this.nextMessage({ reply_to: slot }, ms));
    return { ...heard, replies: taken };
  }

  /** `text` without a mention of the bot gets one in front. Resolves when the app has acknowledged. */
  async mention({ user, channel, text, thread_ts, ms }: MentionGiven): Promise<Heard & { message: Message }> {
    const where = this.#place(channel);
    if (!where.member) throw new Error(`slack loopback: the bot is not in ${channel}, it would not hear of this`);
    const mention = `<@${BOT.user}>`;
    const message = this.#say(user, where, { text: text.includes(mention) ? text : `${mention} ${text}`, thread_ts });
    // An app that also listens to the channel hears of it twice: one ts, two event ids.
    this.emit(this.#from(user, messageEvent(message, where)), `message.${where.kind}`);
    const heard = await this.#tell(this.#from(user, mentionEvent(message)), 'app_mention', ms);
    return { ...heard, message };
  }

  /** Something said in a channel, not to the bot: it hears of it only if it listens to `message.channels`. */
  say({ user, channel, text, thread_ts }: MentionGiven): Message {
    const where = this.#place(channel);
    const message = this.#say(user, where, { text, thread_ts });
    if (where.member) this.emit(this.#from(user, messageEvent(message, where)), `message.${where.kind}`);
    return message;
  }

  async dm({ user, text, thread_ts, ms }: Omit<MentionGiven, 'channel'>): Promise<Heard & { message: Message }> {
    const channel = this.workspace.im(this.#person(user).id);
    const message = this.#say(user, channel, { text, thread_ts });
    const heard = await this.#tell(this.#from(user, messageEvent(message, channel)), 'message.im', ms);
    return { ...heard, message };
  }

  /** A person edits a message: Slack tells of a mention again, with a new event id and `edited`. */
  async edit({ message, text, ms }: { message: Message; text: string } & Patience): Promise<Heard> {
    const channel = this.#place(message.channel);
    const before = { ...message };
    this.workspace.change(message, { text: escaped(text), blocks: composed(text) });
    if (channel.kind === 'im') return await this.#tell(changedEvent(message, before, channel), 'message.im', ms);
    return await this.#tell(mentionEvent(message, this.workspace.nextTs()), 'app_mention', ms);
  }

  async click({ user, message, action_id, option, ms }: ClickGiven): Promise<Heard> {
    const current = this.workspace.find(message.channel, message.ts);
    if (!current || (current.only_for && current.only_for !== user)) {
      throw new Error(`slack loopback: ${user} does not see that message`);
    }
    const found = findAction(current.blocks, action_id);
    if (!found) throw new Error(`slack loopback: no ${action_id} in that message`);
    const { element, block } = found;
    const { type, text, value, options } = element;
    const chosen = Array.isArray(options) ? options.find((o: Fields) => o.value === option) : undefined;
    if (option !== undefined && !chosen) throw new Error(`slack loopback: no option ${option} in ${action_id}`);
    const action_ts = this.workspace.nextTs();
    const action = { type, action_id, block_id: block.block_id, text, value, selected_option: chosen, action_ts };
    const { turn } = this.#turn(user, message.channel, current);
    return await this.#send(this.sockets.envelope('interactive', blockActions(turn, current, action)), ms);
  }

  /** Any other event, as Slack would wrap it. */
  async event(event: Fields, { ms }: Patience = {}): Promise<Heard> {
    return await this.#tell(event, String(event.type), ms);
  }

  /** Any other interactive payload: a view submission, a shortcut. */
  async interactive(payload: Fields, { ms }: Patience = {}): Promise<Heard> {
    return await this.#send(this.sockets.envelope('interactive', payload), ms);
  }

  /** The same envelope once more. Slack may do so with a `retry_attempt` of 0, too. */
  async resend({ envelope_id }: Pick<Heard, 'envelope_id'>, retry: Partial<Retry> = {}): Promise<Heard> {
    const envelope = this.sockets.again(envelope_id, { retry_attempt: 1, retry_reason: 'timeout', ...retry });
    return { envelope_id, ack: await within(envelope.acked, () => 'the app did not acknowledge') };
  }

  #person(id: string): User {
    const user = this.workspace.users.get(id);
    if (!user) throw new Error(`slack loopback: no user ${id}`);
    return user;
  }

  /** What another bot says carries its bot_id. */
  #from(user: string, event: Fields): Fields {
    return this.#person(user).bot ? { ...event, bot_id: `B${user.slice(1)}` } : event;
  }

  #place(id: string): Channel {
    const channel = this.workspace.channels.get(id);
    if (!channel) throw new Error(`slack loopback: no channel ${id}`);
    return channel;
  }

  #say(user: string, { id }: Channel, { text, thread_ts }: { text: string; thread_ts: string | undefined }): Message {
    const said = { text: escaped(text), blocks: composed(text), thread_ts };
    return this.workspace.add({ channel: id, via: 'person', user: this.#person(user).id, ...said });
  }

  #turn(user: string, channel: string, source?: Message): { turn: Turn; slot: string } {
    const slot = this.responses.make({ channel, user, source });
    const trigger_id = this.workspace.triggers.make();
    const people = { user: this.#person(user), channel: this.#place(channel) };
    return { turn: { ...people, trigger_id, response_url: this.responseUrl(slot) }, slot };
  }

  async #send(envelope: Envelope, ms?: number): Promise<Heard> {
    this.sockets.send(envelope);
    const ack = await within(envelope.acked, () => `the app did not acknowledge ${envelope.type}`, ms);
    return { envelope_id: envelope.id, ack };
  }

  async #tell(event: Fields, name: string, ms?: number): Promise<Heard> {
    const envelope = this.emit(event, name);
    if (!envelope) throw new Error(`slack loopback: the app is not subscribed to ${name}, or lacks its scope`);
    return {
      envelope_id: envelope.id,
      ack: await within(envelope.acked, () => `the app did not acknowledge ${name}`, ms),
    };
  }
}

export const startSlack = async (options: SlackOptions = {}): Promise<Slack> => await new Slack(options).listen();
