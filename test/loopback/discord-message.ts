import { FLAG } from './discord-body.ts';
import { TYPE, textsOf, walk } from './discord-components.ts';
import { Form, type Json } from './discord-form.ts';
import { NOBODY, type Pings } from './discord-pings.ts';
import type { Channel, User } from './discord-world.ts';

export interface Button {
  label: string;
  customId?: string;
  url?: string;
  disabled: boolean;
}

/** What a test may ask of a message. It is alive: later edits show in it. */
export class Message {
  readonly id: string;
  readonly place: Channel;
  readonly sender: User;
  /** The only person who sees it. */
  readonly ephemeralTo: User | undefined;
  /** As Discord keeps it: content, embeds, components, flags and so on. */
  readonly json: Json;
  readonly nonce: string | undefined;
  /** The `allowed_mentions` of the request, as sent. */
  allowedMentions: unknown;
  /** Who was pinged by it, at worst (names that tests gave, else ids). */
  pings: Pings = NOBODY;
  deleted = false;

  constructor(json: Json, from: { place: Channel; sender: User; ephemeralTo?: User; nonce?: string }) {
    this.id = String(json.id);
    this.json = json;
    this.place = from.place;
    this.sender = from.sender;
    this.ephemeralTo = from.ephemeralTo;
    this.nonce = from.nonce;
  }

  get channel(): string {
    return this.place.recipient ? `DM with ${this.place.recipient.name}` : this.place.name;
  }

  get author(): string {
    return this.sender.name;
  }

  get ephemeral(): boolean {
    return this.ephemeralTo !== undefined;
  }

  get flags(): number {
    return Number(this.json.flags ?? 0);
  }

  /** "thinking …": a deferred reply that has not come yet. */
  get loading(): boolean {
    return (this.flags & FLAG.loading) !== 0;
  }

  get v2(): boolean {
    return (this.flags & FLAG.v2) !== 0;
  }

  get components(): Json[] {
    return [...walk(this.json.components, new Form())].map(({ component }) => component);
  }

  /** All that can be read in it: content and text displays, in order, a line each. */
  get text(): string {
    const texts = [String(this.json.content ?? ''), ...textsOf(this.json.components, new Form())];
    return texts.filter((text) => text !== '').join('\n');
  }

  get buttons(): Button[] {
    const buttons = this.components.filter((component) => component.type === TYPE.button);
    return buttons.map(({ label, custom_id, url, disabled }) => ({
      label: String(label ?? ''),
      ...(custom_id == null ? {} : { customId: String(custom_id) }),
      ...(url == null ? {} : { url: String(url) }),
      disabled: disabled === true,
    }));
  }

  get replyTo(): string | undefined {
    const reference = this.json.message_reference as { message_id?: string } | undefined;
    return reference?.message_id;
  }
}
