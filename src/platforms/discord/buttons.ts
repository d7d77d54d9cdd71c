import { type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from 'discord.js';
import { clip } from '../../core/clip.ts';
import { type Lang, languages } from '../../core/lang.ts';
import { phrases } from '../../core/phrases.ts';
import type { Action, Reply } from '../../core/reply.ts';
import { customIdLimit, labelLimit } from './limits.ts';

/** What a click means. */
export type Click = { readonly kind: 'ask'; readonly text: string } | { readonly kind: 'share'; readonly lang: Lang };

/** Who sees a message, and which delivery it is. */
export interface Showing {
  readonly audience: 'asker' | 'channel';
  readonly delivery?: string | undefined;
}

/** Three rows: more than a reply needs (a topic list has 14), few enough to leave room for its texts. */
export const mostButtons = 15;

/**
 * The buttons of a reply: its actions, then what its entries open. What is to be said does not fit on every button: one that is too long is left out.
 * Each button of a delivery carries the delivery's id, and there is always one: Discord keeps no nonce, a custom id it does.
 */
export function buttonsOf(reply: Reply, { audience, delivery }: Showing): APIButtonComponentWithCustomId[] {
  const wanted = [...reply.actions, ...openings(reply)].filter(({ kind }) => kind === 'ask' || audience === 'asker');
  const buttons = wanted.flatMap((action) => buttonOf(action, { lang: reply.lang, delivery }));
  const unique = buttons.filter(
    ({ custom_id }, index) => buttons.findIndex((other) => other.custom_id === custom_id) === index,
  );
  if (unique.length > 0 || delivery === undefined) return unique.slice(0, mostButtons);
  const always: Action = { kind: 'ask', label: phrases[reply.lang].topicsButton, text: 'topics' };
  return buttonOf(always, { lang: reply.lang, delivery });
}

function openings(reply: Reply): Action[] {
  const entries = reply.sections.flatMap((section) => (section.kind === 'entries' ? section.entries : []));
  return entries.flatMap(({ label, ask }) => (ask === undefined ? [] : [{ kind: 'ask', label, text: ask }]));
}

function buttonOf(
  action: Action,
  { lang, delivery }: { lang: Lang; delivery: string | undefined },
): APIButtonComponentWithCustomId[] {
  const carried = delivery === undefined ? '' : `@${delivery}`;
  // Half a surrogate pair in a custom id is answered with 500: https://github.com/discord/discord-api-docs/issues/6561
  const customId = action.kind === 'share' ? `share:${lang}` : `ask${carried}:${action.text.toWellFormed()}`;
  const label = clip(oneLine(action.label), labelLimit);
  if (customId.length > customIdLimit || label === '') return [];
  return [{ type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: customId }];
}

function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** What a click on a button with this custom id means; undefined where it is none of ours. */
export function clickOf(customId: string): Click | undefined {
  const [, name, rest = ''] = /^(ask|share)(?:@[^:]*)?:(.*)$/su.exec(customId) ?? [];
  if (name === 'ask') return { kind: 'ask', text: rest };
  const lang = languages.find((one) => one === rest);
  return name === 'share' && lang ? { kind: 'share', lang } : undefined;
}

/** Whether a button belongs to a post of this delivery. */
export function carries(customId: string, delivery: string): boolean {
  return customId.startsWith(`ask@${delivery}:`);
}
