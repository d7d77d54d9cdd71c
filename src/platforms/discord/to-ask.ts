import type { Ask, Place } from '../../core/ask.ts';
import { type Command, commands } from '../../core/commands.ts';

// Their events, as far as an ask needs them: discord.js's own classes fit these shapes.

interface Event {
  readonly id: string;
  readonly guildId: string | null;
  readonly channelId: string;
  readonly channel: { isThread(): boolean } | null;
}

export interface CommandEvent extends Event {
  readonly user: { readonly id: string };
  readonly locale: string;
  readonly options: {
    getSubcommandGroup(required: false): string | null;
    getSubcommand(required: false): string | null;
    getString(name: string): string | null;
  };
}

export interface ClickEvent extends Event {
  readonly user: { readonly id: string };
  readonly locale: string;
}

export interface MessageEvent extends Event {
  readonly content: string;
  readonly author: { readonly id: string; readonly bot: boolean };
  readonly webhookId: string | null;
  readonly system: boolean;
  readonly guild: { readonly preferredLocale: string } | null;
  readonly reference: { readonly messageId?: string | undefined } | null;
  readonly mentions: { readonly users: { has(id: string): boolean } };
}

/** Whom a message must be meant for: the bot, by its id, or one of its answers that the message replies to. */
export interface Addressee {
  readonly id: string;
  isAnswer(message: string): boolean;
}

/** A slash command as what people type elsewhere: `about Baidu`, `digest subscribe monday 09:00 Europe/Berlin`. */
export function askOfCommand(event: CommandEvent): Ask {
  const group = event.options.getSubcommandGroup(false);
  const name = event.options.getSubcommand(false) ?? '';
  const table: readonly Command[] = commands;
  const command = table.find((one) => one.name === name && (one.group ?? null) === group);
  const values = command?.options.map((option) => event.options.getString(option.name)?.trim());
  const text = [group, name, ...(values ?? [])].filter(Boolean).join(' ');
  return { id: event.id, text, from: placeOf(event, event.user.id), audience: 'asker', locale: event.locale };
}

/** A click on a button that says `text` for who clicks it. */
export function askOfClick(event: ClickEvent, text: string): Ask {
  return { id: event.id, text, from: placeOf(event, event.user.id), audience: 'asker', locale: event.locale };
}

const tags = /<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>/g;

/**
 * A message that is said to the bot: any direct one, one that mentions it by name, or a reply to one of its answers that pings it.
 * Undefined for all others: those of bots and webhooks, those that mention everyone, replies to a digest, which people talk about among themselves.
 */
export function askOfMessage(event: MessageEvent, bot: Addressee): Ask | undefined {
  const isPerson = !event.author.bot && event.webhookId === null && !event.system;
  if (!isPerson || !(event.guildId === null || isAddressed(event, bot))) return undefined;
  const text = event.content.replace(tags, ' ').replace(/\s+/gu, ' ').trim();
  const from = placeOf(event, event.author.id);
  return { id: event.id, text, from, audience: 'channel', locale: event.guild?.preferredLocale };
}

function isAddressed({ content, mentions, reference }: MessageEvent, bot: Addressee): boolean {
  if (!mentions.users.has(bot.id)) return false;
  const isNamed = content.includes(`<@${bot.id}>`) || content.includes(`<@!${bot.id}>`);
  return isNamed || (reference?.messageId !== undefined && bot.isAnswer(reference.messageId));
}

/** A thread is a channel of its own on Discord; its talk, and a direct one, is one conversation. */
function placeOf({ guildId, channelId, channel }: Event, user: string): Place {
  const thread = guildId === null || channel?.isThread() ? channelId : '';
  return { platform: 'discord', workspace: guildId ?? '', channel: channelId, thread, user };
}
