import type { types } from '@slack/bolt';
import type { Ask } from '../../core/ask.ts';
// Under its own name the linter takes it for a focused test.
import { clip, fit as fitTo } from '../../core/clip.ts';
import { phrases } from '../../core/phrases.ts';
import { toText } from '../../core/plain.ts';
import type { Reply } from '../../core/reply.ts';
import { blocksOf, context } from './blocks.ts';
import { maxBlocks, maxMessage } from './limits.ts';
import { clean, paragraph, rich, words } from './rich-text.ts';

/** A message as chat.postMessage and a response_url take it. */
export interface Message {
  /** For notifications, screen readers and search; people read the blocks. */
  readonly text: string;
  readonly blocks: types.KnownBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/** Who sees a message: the asker, everyone in the channel, or everyone because the asker shared it. */
export type Seen = Ask['audience'] | 'shared';

/** How much of a message its `text` may take, and how much is always kept for it. */
const maxText = 3000;
const minText = 400;

/**
 * A reply as a message within Slack's limits: what does not fit is left out by whole statements, sources last.
 * A message that everyone sees has no button to share it.
 */
export function toMessage(reply: Reply, seen: Seen): Message {
  const shown = seen === 'asker' ? reply : { ...reply, actions: reply.actions.filter(({ kind }) => kind !== 'share') };
  const shared = seen === 'shared' ? context(phrases[reply.lang].sharedBy) : [];
  const draw = (some: Reply) => [...blocksOf(some), ...shared];
  const most = maxMessage - minText;
  const fitting = fitTo(shown, { measure: (some) => weightOf(draw(some)), most });
  const drawn = draw(fitting);
  const blocks = weightOf(drawn) <= most ? drawn : lastResort(fitting, most);
  const text = escapeWithin(toText(fitting), Math.min(maxText, maxMessage - weightOf(blocks)));
  return { text: text || phrases[reply.lang].botName, blocks, unfurl_links: false, unfurl_media: false };
}

/** A single statement with more sources than a message holds: better cut than refused. */
function lastResort(reply: Reply, most: number): types.KnownBlock[] {
  return rich(paragraph(words(clip(clean(toText(reply)), most))));
}

/** What blocks count against a message: their text and their links; more than any message may have where there are too many blocks. */
function weightOf(blocks: readonly types.KnownBlock[]): number {
  return blocks.length > maxBlocks ? maxMessage + 1 : charactersIn(blocks);
}

function charactersIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + charactersIn(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, field]) => {
    const counts = (key === 'text' || key === 'url') && typeof field === 'string';
    return sum + (counts ? field.length : charactersIn(field));
  }, 0);
}

/**
 * A text cut so that it fits when escaped. Slack reads `text` as markup, and `<!channel>` in it would ping:
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
function escapeWithin(text: string, most: number): string {
  let cut = clip(clean(text), most);
  for (let over = escaped(cut).length - most; over > 0; over = escaped(cut).length - most) {
    // An escaped character is five at most: so many can go without cutting too much.
    cut = clip(cut, cut.length - Math.ceil(over / 5));
  }
  return escaped(cut);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
