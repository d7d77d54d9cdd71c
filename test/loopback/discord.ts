import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isErrorName } from './discord-errors.ts';
import type { Json } from './discord-form.ts';
import { Gateway } from './discord-gateway.ts';
import { Interactions } from './discord-interactions.ts';
import type { Message } from './discord-message.ts';
import { Messages } from './discord-messages.ts';
import { People, type Slash } from './discord-people.ts';
import { type Hook, type Plan, type Posting, type Recorded, Rest } from './discord-rest.ts';
import { routes } from './discord-routes.ts';
import { Setting } from './discord-setting.ts';
import { type Filter, Inbox, Invocation } from './discord-waiting.ts';
import { World } from './discord-world.ts';

export type { Message } from './discord-message.ts';
export type { Plan, Recorded } from './discord-rest.ts';
export type { Invocation } from './discord-waiting.ts';

/**
 * A Discord of one's own on 127.0.0.1, REST and Gateway version 10, as strict as the real one.
 * Point a bot at it with `rest: { api: discord.url }` and `discord.token`; declare guilds, channels and people;
 * let people speak; look at what the bot did.
 */
export async function startDiscord(options: { token?: string; now?: () => number } = {}): Promise<Discord> {
  const discord = new Discord(options.token ?? 'loopback-token', options.now ?? Date.now);
  await discord.listen();
  return discord;
}

interface Said {
  user: string;
  channel: string;
  text: string;
  /** A reply to this message, which pings its author, as people's apps do. */
  replyTo?: Message;
}

export class Discord extends Setting {
  readonly #world: World;
  readonly #server: Server;
  readonly #inbox: Inbox;
  readonly #rest: Rest;
  readonly #messages: Messages;
  readonly #interactions: Interactions;
  readonly #people: People;
  /** Its connections: `drop()`, `invalidate()`, `askToReconnect()`, `log`. */
  readonly gateway: Gateway;

  constructor(token: string, now: () => number) {
    const world = new World(token, now);
    const server = createServer();
    const gateway = new Gateway(world, server);
    super(world, gateway);
    this.#world = world;
    this.#server = server;
    this.gateway = gateway;
    this.#inbox = new Inbox(() => this.#context());
    this.#messages = new Messages(world, this.gateway, (message) => this.#inbox.arrive(message));
    this.#interactions = new Interactions(world, this.gateway, this.#messages);
    this.#people = new People(world, this.#messages, this.#interactions);
    const parts = { world, messages: this.#messages, interactions: this.#interactions };
    this.#rest = new Rest(world, this.#server, routes({ ...parts, gatewayUrl: () => this.gateway.url }));
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.gateway.url = `ws://127.0.0.1:${this.#port}`;
  }

  async close(): Promise<void> {
    this.gateway.close();
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  // Where a bot connects

  get url(): string {
    return `http://127.0.0.1:${this.#port}/api`;
  }

  get token(): string {
    return this.#world.token;
  }

  /** Of the bot's user; the application has the same. */
  get botId(): string {
    return this.#world.bot.id;
  }

  /** Resolves when a bot is on the gateway. */
  async connected(): Promise<void> {
    await this.gateway.connected();
  }

  // What people do

  say({ user, channel, text, replyTo }: Said): Message {
    return this.#people.write({ sender: this.#world.user(user), place: this.#world.channel(channel) }, text, replyTo);
  }

  mention(said: Said): Message {
    return this.say({ ...said, text: `<@${this.botId}> ${said.text}` });
  }

  dm({ user, text, replyTo }: Omit<Said, 'channel'>): Message {
    const sender = this.#world.user(user);
    return this.#people.write({ sender, place: this.#world.dmWith(sender) }, text, replyTo);
  }

  edit(message: Message, text: string): void {
    this.#people.rewrite(message, text);
  }

  remove(message: Message): void {
    this.#messages.remove(message);
  }

  /** Waits a moment for the bot to have registered its commands. */
  async slash(asked: Slash): Promise<Invocation> {
    for (let tries = 0; tries < 500 && this.#world.commands.length === 0; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return new Invocation(this.#people.slash(asked), this.#inbox);
  }

  click({ user, message, customId }: { user: string; message: Message; customId: string }): Invocation {
    return new Invocation(this.#people.click(this.#world.user(user), message, customId), this.#inbox);
  }

  /** The platform's clock jumps: interactions grow late, nonces are forgotten. */
  pass(ms: number): void {
    this.#world.pass(ms);
    this.#interactions.expire();
  }

  // What goes wrong

  /** What becomes of the next posting call of this kind; more are queued. */
  failNext(plan: Plan, kind: Posting = 'message'): void {
    if (typeof plan === 'object' && 'error' in plan && !isErrorName(plan.error)) {
      throw new Error(`loopback discord: ${plan.error} is no error that it knows`);
    }
    this.#rest.plans.push({ plan, kind });
  }

  /** When a posting call came in, before anything is stored (which happens even if the bot dies here: the request is in). */
  set onPost(hook: Hook | undefined) {
    this.#rest.onPost = hook;
  }

  /** When it is stored, before the answer. */
  set onPosted(hook: Hook | undefined) {
    this.#rest.onPosted = hook;
  }

  // What the bot did

  /** What stands in the channel, oldest first; with `seenBy` also what only that person sees. */
  messages(channel: string, { seenBy }: { seenBy?: string } = {}): Message[] {
    const place = this.#world.channel(channel);
    const shared = new Set(this.#messages.in(place));
    const person = seenBy === undefined ? undefined : this.#world.user(seenBy);
    return this.#world.messages.filter(
      (message) => shared.has(message) || (person && message.ephemeralTo === person && message.place === place),
    );
  }

  /** The direct messages between the bot and a person. */
  dms(user: string): Message[] {
    return this.#messages.in(this.#world.dmWith(this.#world.user(user)));
  }

  /** The next message of the bot that no test has looked at yet. */
  async nextMessage(fits: Filter = () => true, timeoutMs = 1000): Promise<Message> {
    return this.#inbox.next(fits, timeoutMs);
  }

  /** What the bot said and no test looked at: at the end of a test there should be none. */
  get unread(): readonly Message[] {
    return this.#inbox.unread;
  }

  get requests(): readonly Recorded[] {
    return this.#rest.requests;
  }

  /** What a person would have seen go wrong (late answers, …), and requests that the double does not know. */
  get failures(): readonly string[] {
    return this.#world.failures;
  }

  /** The registered commands. */
  get commands(): readonly Json[] {
    return this.#world.commands;
  }

  get #port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  #context(): string[] {
    const requests = this.requests
      .slice(-8)
      .map(({ method, path, status }) => `  ${method} ${path} ${status ?? 'unanswered'}`);
    const failures = this.failures.map((failure) => `  ${failure}`);
    return [`Bots online: ${this.gateway.online.length}`, 'Last requests:', ...requests, 'Failures:', ...failures];
  }
}
