import { OPTION } from './discord-commands.ts';
import { TYPE } from './discord-components.ts';
import { isJson, type Json } from './discord-form.ts';
import type { Interaction, Interactions } from './discord-interactions.ts';
import type { Message } from './discord-message.ts';
import type { Messages } from './discord-messages.ts';
import type { Channel, Permission, User, World } from './discord-world.ts';
import { bits, EVERYONE_MAY } from './discord-world.ts';

// What people do. Their Discord app stops them from what it would not let them do: that is an Error in the test.

export interface Slash {
  user: string;
  channel: string;
  name: string;
  group?: string;
  subcommand?: string;
  options?: Record<string, string | number | boolean>;
  locale?: string;
}

export class People {
  readonly #world: World;
  readonly #messages: Messages;
  readonly #interactions: Interactions;

  constructor(world: World, messages: Messages, interactions: Interactions) {
    this.#world = world;
    this.#messages = messages;
    this.#interactions = interactions;
  }

  write(from: { sender: User; place: Channel }, text: string, replyTo?: Message): Message {
    const reference = replyTo ? { message_reference: { message_id: replyTo.id } } : {};
    return this.#messages.store({ content: text, ...reference }, from);
  }

  rewrite(message: Message, text: string): void {
    this.#messages.edit(message, { content: text });
  }

  slash({ user, channel, name, group, subcommand, options = {}, locale }: Slash): Interaction {
    const person = this.#world.user(user);
    const place = this.#world.channel(channel);
    const command = pick(this.#world.commands, name, 'command');
    const path = [group, subcommand].filter((part) => part !== undefined);
    const spec = path.reduce((at, part) => pick(at.options, part, `subcommand of ${String(at.name)}`), command);
    this.#refuseHidden(command, person, place);
    const given = answers(spec, options);
    const kinds = group === undefined ? [OPTION.subcommand] : [OPTION.group, OPTION.subcommand];
    const nested = path.reduceRight(
      (inner, part, depth) => [{ name: part, type: kinds[depth], options: inner }],
      given,
    );
    const data = { id: command.id, name, type: 1, options: nested };
    const from = { user: person, place, name: `/${[name, ...path].join(' ')}` };
    return this.#interactions.begin(from, data, locale ?? person.locale);
  }

  click(user: User, message: Message, customId: string): Interaction {
    const button = message.buttons.find((button) => button.customId === customId);
    const seen =
      message.deleted || (message.ephemeralTo && message.ephemeralTo !== user) ? 'not seen by' : 'no such button for';
    if (!button || seen === 'not seen by' || button.disabled) {
      const there = message.buttons.map((button) => button.customId ?? button.url).join(', ');
      throw new Error(`loopback discord: ${customId} is ${seen} ${user.name} (buttons: ${there || 'none'})`);
    }
    const pressed = message.components.find((component) => component.custom_id === customId);
    const data = { component_type: TYPE.button, custom_id: customId, id: pressed?.id };
    const from = { user, place: message.place, name: `[${button.label}]`, source: message };
    return this.#interactions.begin(from, data, user.locale);
  }

  #refuseHidden(command: Json, person: User, place: Channel): void {
    const needed = command.default_member_permissions;
    const has = EVERYONE_MAY | person.permissions;
    const admin = (person.permissions & bits(['Administrator'] satisfies Permission[])) !== 0n;
    const allowed =
      typeof needed !== 'string' || admin || (needed !== '0' && (has & BigInt(needed)) === BigInt(needed));
    const contexts = Array.isArray(command.contexts) ? command.contexts : [0, 1, 2];
    if ((!place.guild || allowed) && contexts.includes(place.guild ? 0 : 1)) return;
    throw new Error(`loopback discord: Discord does not show /${String(command.name)} to ${person.name} there`);
  }
}

function pick(list: unknown, name: string, what: string): Json {
  const all = Array.isArray(list) ? list.filter(isJson) : [];
  const one = all.find((entry) => entry.name === name);
  if (one) return one;
  const names = all.map((entry) => String(entry.name)).join(', ');
  throw new Error(`loopback discord: no ${what} "${name}" is registered (there: ${names || 'none'})`);
}

/** The options as Discord's app would send them, refused where it would refuse to send. */
function answers(spec: Json, given: Record<string, string | number | boolean>): Json[] {
  const options = Array.isArray(spec.options) ? spec.options.filter(isJson) : [];
  const missing = options.filter(({ name, required }) => required === true && !(String(name) in given));
  if (missing.length > 0) throw new Error(`loopback discord: option ${String(missing[0]?.name)} is required`);
  return Object.entries(given).map(([name, value]) => {
    const { type, choices } = pick(options, name, 'option');
    if (Array.isArray(choices) && choices.length > 0 && !choices.some((choice: Json) => choice.value === value)) {
      const values = choices.map((choice: Json) => String(choice.value)).join(', ');
      throw new Error(`loopback discord: "${value}" is no choice of ${name} (choices: ${values})`);
    }
    return { name, type, value };
  });
}
