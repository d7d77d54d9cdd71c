import { type Before, breaksDiscord, checkBody, FLAG, flagsOf } from './discord-body.ts';
import { numberComponents } from './discord-components.ts';
import { refusal } from './discord-errors.ts';
import { Form, isJson, type Json } from './discord-form.ts';
import { type Gateway, INTENT } from './discord-gateway.ts';
import { timeOf } from './discord-ids.ts';
import { Message } from './discord-message.ts';
import { allowedOf, DEFAULT_ALLOWED, mentionsIn, type Pings } from './discord-pings.ts';
import { memberJson, userJson } from './discord-shapes.ts';
import type { Channel, User, World } from './discord-world.ts';

// Messages: stored, edited, found again, and told to the bot as far as it may know.

/** "within a few minutes": https://docs.discord.com/developers/change-log (12 February 2024) */
const NONCE_MS = 5 * 60_000;
const STORED_FLAGS = FLAG.suppressEmbeds | FLAG.silent | FLAG.v2;

export interface Origin {
  place: Channel;
  sender: User;
  ephemeralTo?: User;
  /** Came through an interaction's webhook; other defaults for pings. */
  webhook?: boolean;
  loading?: boolean;
  extra?: Json;
}

export class Messages {
  readonly #world: World;
  readonly #gateway: Gateway;
  readonly #shown: (message: Message) => void;

  constructor(world: World, gateway: Gateway, shown: (message: Message) => void) {
    this.#world = world;
    this.#gateway = gateway;
    this.#shown = shown;
  }

  /** Checks what the bot sends; throws what Discord would answer. */
  check(body: Json, form?: Form, before?: Before): void {
    checkBody(body, form, before);
    if (!breaksDiscord(body)) return;
    this.#world.failures.push('500: text displays above 10,170 bytes (discord/discord-api-docs#8554)');
    throw refusal('InternalServerError');
  }

  /** The message that a request with this nonce already made, if it asks for that. */
  sameNonce(body: Json): Message | undefined {
    if (body.enforce_nonce !== true || body.nonce == null) return undefined;
    const since = this.#world.now() - NONCE_MS;
    const own = this.#world.messages.filter((message) => message.sender === this.#world.bot);
    const same = own.find((message) => message.nonce === String(body.nonce) && timeOf(message.id) >= since);
    if (same?.deleted) throw refusal('UnknownMessage');
    return same;
  }

  store(body: Json, origin: Origin): Message {
    const { place, sender, ephemeralTo } = origin;
    const flags =
      (flagsOf(body) & STORED_FLAGS) | (ephemeralTo ? FLAG.ephemeral : 0) | (origin.loading ? FLAG.loading : 0);
    const json: Json = {
      id: this.#world.ids.next(),
      type: 0,
      channel_id: place.id,
      author: userJson(sender),
      timestamp: new Date(this.#world.now()).toISOString(),
      edited_timestamp: null,
      tts: false,
      pinned: false,
      attachments: [],
      flags,
      ...contentOf(body),
      ...this.#reference(body, place),
      ...origin.extra,
    };
    const nonce = body.nonce == null ? {} : { nonce: String(body.nonce) };
    const message = new Message(json, { place, sender, ...(ephemeralTo ? { ephemeralTo } : {}), ...nonce });
    this.#ping(message, body, origin);
    this.#world.messages.push(message);
    this.tell('MESSAGE_CREATE', message);
    if (!message.loading && sender === this.#world.bot) this.#shown(message);
    return message;
  }

  /** Changes what the body names. The first edit of a deferred reply is what people get to see, and be pinged by. */
  edit(message: Message, body: Json, webhook = false): Message {
    const first = message.loading;
    const flags = (message.flags & ~FLAG.loading) | (flagsOf(body) & (FLAG.v2 | FLAG.suppressEmbeds));
    const named = Object.entries(contentOf(body)).filter(([field]) => body[field] !== undefined);
    Object.assign(message.json, Object.fromEntries(named), { flags });
    if (!first) message.json.edited_timestamp = new Date(this.#world.now()).toISOString();
    this.#ping(message, body, { place: message.place, sender: message.sender, webhook });
    this.tell('MESSAGE_UPDATE', message);
    if (first) this.#shown(message);
    return message;
  }

  remove(message: Message): void {
    message.deleted = true;
    const { id, place } = message;
    const guild = place.guild ? { guild_id: place.guild.id } : {};
    if (!message.ephemeral) this.#dispatch('MESSAGE_DELETE', { id, channel_id: place.id, ...guild }, place);
  }

  /** What anyone in the channel sees: oldest first. */
  in(place: Channel): Message[] {
    const there = this.#world.messages.filter((message) => message.place === place);
    return there.filter((message) => !message.deleted && !message.ephemeral);
  }

  /** GET …/messages: newest first; without the right to read history: nothing, and no error. */
  list(place: Channel, query: URLSearchParams): Json[] {
    const form = new Form();
    const limit = Number(query.get('limit') ?? 50);
    if (!(limit >= 1 && limit <= 100))
      form.at('limit').refuse('NUMBER_TYPE_MAX', 'int value should be between 1 and 100.');
    form.throwIfRefused();
    if (!this.#world.botMay(place, 'ReadMessageHistory')) return [];
    const [after, before] = [query.get('after'), query.get('before')];
    const wanted = this.in(place).filter(
      ({ id }) => (!after || BigInt(id) > BigInt(after)) && (!before || BigInt(id) < BigInt(before)),
    );
    const page = after ? wanted.slice(0, limit) : wanted.slice(-limit);
    return page.reverse().map((message) => this.seen(message));
  }

  find(place: Channel, id: string): Message {
    const message = this.in(place).find((message) => message.id === id);
    if (!message) throw refusal('UnknownMessage');
    if (!this.#world.botMay(place, 'ReadMessageHistory')) throw refusal('MissingPermissions');
    return message;
  }

  /** Without the message content intent, others' words stay empty unless they are meant for the bot. No nonce: it is not kept. */
  seen(message: Message): Json {
    const mentions = message.json.mentions;
    const meant = Array.isArray(mentions) && mentions.some((user) => isJson(user) && user.id === this.#world.bot.id);
    const forBot = message.sender === this.#world.bot || !message.place.guild || meant;
    return forBot ? message.json : { ...message.json, ...contentOf({}), attachments: [] };
  }

  tell(event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: Message): void {
    const { place, sender, nonce } = message;
    if (message.ephemeral) return;
    const { guild } = place;
    const data = { ...this.seen(message), channel_type: place.recipient ? 1 : place.parent ? 11 : 0 };
    const member = guild ? { guild_id: guild.id, member: memberJson(this.#world, guild, sender) } : {};
    const own = event === 'MESSAGE_CREATE' && nonce !== undefined ? { nonce } : {};
    this.#dispatch(event, { ...data, ...member, ...own }, place);
  }

  #dispatch(event: string, data: Json, place: Channel): void {
    const hidden = (place.guild && !place.guild.joined) || !this.#world.botMay(place, 'ViewChannel');
    if (!hidden) this.#gateway.dispatch(event, data, place.guild ? INTENT.guildMessages : INTENT.directMessages);
  }

  #reference(body: Json, place: Channel): Json {
    const asked = body.message_reference;
    if (!isJson(asked)) return {};
    const id = String(asked.message_id);
    const original = this.in(place).find((message) => message.id === id);
    if (!original && asked.fail_if_not_exists !== false) {
      const form = new Form();
      form.at('message_reference').refuse('REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
      form.throwIfRefused();
    }
    if (!original) return {};
    const guild = place.guild ? { guild_id: place.guild.id } : {};
    const reference = { type: 0, message_id: id, channel_id: place.id, ...guild };
    return { type: 19, message_reference: reference, referenced_message: this.seen(original) };
  }

  /** An edit changes who is mentioned, and pings nobody. */
  #ping(message: Message, body: Json, { place, sender, webhook }: Origin): void {
    const fallback = webhook ? DEFAULT_ALLOWED.webhook : DEFAULT_ALLOWED.message;
    const allowed = isJson(body.allowed_mentions) ? body.allowed_mentions : fallback;
    const found = allowedOf(mentionsIn(message.text), allowed);
    const replied = this.#world.messages.find(({ id }) => id === message.replyTo)?.sender.id;
    if (replied && (allowed as Json).replied_user === true) found.users = [...new Set([...found.users, replied])];
    if (sender === this.#world.bot && !this.#world.botMay(place, 'MentionEveryone')) {
      found.everyone = false;
      found.roles = found.roles.filter((id) => this.#world.roles.get(id)?.mentionable);
    }
    message.allowedMentions = body.allowed_mentions;
    if (message.json.edited_timestamp === null) message.pings = this.#named(found);
    const users = found.users.flatMap((id) => this.#world.users.get(id) ?? []);
    const pinged = { mentions: users.map(userJson), mention_roles: found.roles, mention_everyone: found.everyone };
    Object.assign(message.json, pinged);
  }

  #named({ users, roles, everyone }: Pings): Pings {
    const names = (ids: string[]) => ids.map((id) => this.#world.ids.name(id));
    return { users: names(users), roles: names(roles), everyone };
  }
}

export function beforeOf(message: Message): Before {
  const { content, embeds } = message.json;
  return { v2: message.v2, content: String(content ?? ''), embeds: Array.isArray(embeds) ? embeds : [] };
}

function contentOf(body: Json): Json {
  const content = structuredClone({
    content: body.content ?? '',
    embeds: body.embeds ?? [],
    components: body.components ?? [],
  });
  numberComponents(content.components, new Form());
  return content;
}
