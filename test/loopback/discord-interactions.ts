import { randomBytes } from 'node:crypto';
import { FLAG, flagsOf } from './discord-body.ts';
import { refusal } from './discord-errors.ts';
import { Form, isJson, type Json } from './discord-form.ts';
import { type Gateway, INTENT } from './discord-gateway.ts';
import type { Message } from './discord-message.ts';
import { beforeOf, type Messages } from './discord-messages.ts';
import { appPermissions, channelJson, memberJson, permissionsOf, userJson } from './discord-shapes.ts';
import type { Channel, User, World } from './discord-world.ts';

// https://docs.discord.com/developers/interactions/receiving-and-responding

export const ANSWER_WITHIN_MS = 3000;
const TOKEN_MS = 15 * 60_000;
const CALLBACK = { message: 4, deferred: 5, deferredUpdate: 6, update: 7 };
const OF_COMMAND = [CALLBACK.message, CALLBACK.deferred];
const OF_BUTTON = [...OF_COMMAND, CALLBACK.deferredUpdate, CALLBACK.update];

export interface Interaction {
  id: string;
  token: string;
  /** As people would call it: `/genai ask`, `[More]`. */
  name: string;
  user: User;
  place: Channel;
  /** The message whose button was pressed. */
  source?: Message;
  createdAt: number;
  late: boolean;
  answer?: { type: number; afterMs: number };
  /** What `@original` means: the reply, or the message with the button. */
  original?: Message;
  followups: Message[];
  /** What the person got to see for it. */
  shown?: Message;
  /** Called when something changes. */
  changed: () => void;
}

export class Interactions {
  readonly #world: World;
  readonly #gateway: Gateway;
  readonly #messages: Messages;
  readonly #all: Interaction[] = [];

  constructor(world: World, gateway: Gateway, messages: Messages) {
    this.#world = world;
    this.#gateway = gateway;
    this.#messages = messages;
  }

  /** Somebody typed a command or pressed a button. */
  begin(from: { user: User; place: Channel; name: string; source?: Message }, data: Json, locale: string): Interaction {
    const token = randomBytes(24).toString('base64url');
    const about = { id: this.#world.ids.next(), token, createdAt: this.#world.now(), late: false };
    const interaction: Interaction = { ...from, ...about, followups: [], changed: () => undefined };
    this.#all.push(interaction);
    setTimeout(() => this.expire(), ANSWER_WITHIN_MS + 1).unref();
    const type = from.source ? 3 : 2;
    this.#gateway.dispatch('INTERACTION_CREATE', { ...this.#payload(interaction, locale), type, data }, INTENT.none);
    return interaction;
  }

  /** Records who waited in vain: an interaction must be answered within three seconds. */
  expire(): void {
    for (const interaction of this.#all.filter(({ answer, late }) => !answer && !late)) {
      if (this.#world.now() - interaction.createdAt <= ANSWER_WITHIN_MS) continue;
      interaction.late = true;
      this.#world.failures.push(`late: ${interaction.name} was not answered within 3 s`);
      interaction.changed();
    }
  }

  /** POST /interactions/:id/:token/callback */
  callback(id: string, token: string, body: Json): Interaction {
    this.expire();
    const interaction = this.#all.find((one) => one.id === id && one.token === token);
    if (!interaction || interaction.late) throw refusal('UnknownInteraction');
    if (interaction.answer) {
      this.#world.failures.push(`answered twice: ${interaction.name}`);
      throw refusal('InteractionHasAlreadyBeenAcknowledged');
    }
    const form = new Form();
    const type = Number(body.type);
    form.at('type').oneOf(type, interaction.source ? OF_BUTTON : OF_COMMAND);
    form.throwIfRefused();
    const data = isJson(body.data) ? body.data : {};
    this.#apply(interaction, type, data);
    const { original } = interaction;
    interaction.answer = { type, afterMs: this.#world.now() - interaction.createdAt };
    if (original && (type === CALLBACK.message || type === CALLBACK.update)) show(interaction, original);
    return interaction;
  }

  /** with_response=true: what became of it. */
  callbackJson({ id, source, answer, original }: Interaction): Json {
    const message = original && {
      response_message_id: original.id,
      response_message_loading: original.loading,
      response_message_ephemeral: original.ephemeral,
    };
    const type = answer?.type;
    const resource = type === CALLBACK.deferredUpdate || !original ? { type } : { type, message: original.json };
    return { interaction: { id, type: source ? 3 : 2, ...message }, resource };
  }

  /** POST /webhooks/:application/:token; for a deferred reply it fills that one, as Discord does. */
  followUp(token: string, body: Json): Message {
    const interaction = this.#answered(token);
    const { original } = interaction;
    if (original?.loading) return this.editMessage(token, '@original', body);
    this.#messages.check(body);
    const ephemeral = (flagsOf(body) & FLAG.ephemeral) !== 0;
    const message = this.#messages.store(body, this.#origin(interaction, ephemeral, {}));
    interaction.followups.push(message);
    return show(interaction, message);
  }

  editMessage(token: string, id: string, body: Json): Message {
    const interaction = this.#answered(token);
    const message = this.message(token, id);
    this.#messages.check(body, new Form(), beforeOf(message));
    return show(interaction, this.#messages.edit(message, body, true));
  }

  message(token: string, id: string): Message {
    const { original, followups } = this.#answered(token);
    const own = [...(original ? [original] : []), ...followups];
    const message = id === '@original' ? original : own.find((one) => one.id === id);
    if (!message || message.deleted) throw refusal('UnknownMessage');
    return message;
  }

  #answered(token: string): Interaction {
    const interaction = this.#all.find((one) => one.token === token);
    if (!interaction?.answer) throw refusal('UnknownWebhook');
    if (this.#world.now() - interaction.createdAt > TOKEN_MS) throw refusal('InvalidWebhookToken');
    return interaction;
  }

  #apply(interaction: Interaction, type: number, data: Json): void {
    const { source } = interaction;
    if (type === CALLBACK.message) this.#messages.check(data, new Form().at('data'));
    if (type === CALLBACK.message || type === CALLBACK.deferred) {
      const loading = type === CALLBACK.deferred;
      const ephemeral = (flagsOf(data) & FLAG.ephemeral) !== 0;
      // Of a deferred reply Discord takes the ephemeral flag alone; components v2 come with the edit.
      const body = loading ? {} : data;
      interaction.original = this.#messages.store(body, {
        ...this.#origin(interaction, ephemeral, { type: 20 }),
        loading,
      });
      return;
    }
    if (!source) return;
    if (type === CALLBACK.update) {
      this.#messages.check(data, new Form().at('data'), beforeOf(source));
      this.#messages.edit(source, data, true);
    }
    interaction.original = source;
  }

  #origin({ id, name, user, place }: Interaction, ephemeral: boolean, extra: Json) {
    const application = { webhook_id: this.#world.bot.id, application_id: this.#world.bot.id };
    const metadata = { id, type: 2, user: userJson(user), authorizing_integration_owners: owners(place) };
    const about = { ...extra, ...application, interaction_metadata: { ...metadata, command_type: 1, name } };
    return { place, sender: this.#world.bot, webhook: true, extra: about, ...(ephemeral ? { ephemeralTo: user } : {}) };
  }

  #payload({ id, token, user, place, source }: Interaction, locale: string): Json {
    const { guild } = place;
    const member = guild && {
      ...memberJson(this.#world, guild, user),
      user: userJson(user),
      permissions: permissionsOf(user),
    };
    const where = guild
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          guild_locale: guild.locale,
          member,
        }
      : { user: userJson(user) };
    return {
      id,
      token,
      application_id: this.#world.bot.id,
      version: 1,
      channel_id: place.id,
      channel: { ...channelJson(this.#world, place), permissions: permissionsOf(user) },
      ...where,
      locale,
      app_permissions: appPermissions(place),
      entitlements: [],
      authorizing_integration_owners: owners(place),
      context: guild ? 0 : 1,
      attachment_size_limit: 10_485_760,
      ...(source ? { message: source.json } : {}),
    };
  }
}

function show(interaction: Interaction, message: Message): Message {
  interaction.shown ??= message;
  interaction.changed();
  return message;
}

const owners = (place: Channel): Json => ({ '0': place.guild?.id ?? '0' });
