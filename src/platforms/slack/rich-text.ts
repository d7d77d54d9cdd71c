import type { types } from '@slack/bolt';
import { maxUrl } from './limits.ts';

/**
 * The elements of a rich_text block: Slack shows their text as it is, so nothing in it is markup and nothing can ping.
 * https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
export type Inline = types.RichTextText | types.RichTextLink;
export type Element = types.RichTextBlock['elements'][number];

interface Style {
  readonly bold?: true;
  readonly italic?: true;
}

/** Text that every client can show: no half of a surrogate pair (the SDK cannot send one), no control characters but breaks and tabs. */
export function clean(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '');
}

/** Some words; none where there is no text, for Slack refuses an empty element. */
export function words(text: string, style?: Style): Inline[] {
  const shown = clean(text);
  return shown === '' ? [] : [{ type: 'text', text: shown, ...(style && { style }) }];
}

/** Words that lead to an address; plain words where there is none that Slack would take. */
export function linked(text: string, url: string | undefined, style?: Style): Inline[] {
  const shown = clean(text);
  const address = url === undefined ? null : URL.parse(url);
  const fit = address && /^https?:$/u.test(address.protocol) && address.href.length <= maxUrl;
  if (!fit || shown === '') return words(text, style);
  return [{ type: 'link', url: address.href, text: shown, ...(style && { style }) }];
}

/** A paragraph; none where it has no words. */
export function paragraph(...inlines: readonly Inline[][]): Element[] {
  const elements = inlines.flat();
  return elements.length === 0 ? [] : [{ type: 'rich_text_section', elements }];
}

/** A bulleted list of those items that have words. */
export function bullets(items: readonly Inline[][]): Element[] {
  const elements = items
    .filter((item) => item.length > 0)
    .map((item): types.RichTextSection => ({ type: 'rich_text_section', elements: item }));
  return elements.length === 0 ? [] : [{ type: 'rich_text_list', style: 'bullet', elements }];
}

/** Text in a font of one width. */
export function preformatted(text: string): Element[] {
  const shown = clean(text);
  return shown === '' ? [] : [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: shown }] }];
}

/** A block of these elements; none where there is none. */
export function rich(...elements: readonly Element[][]): types.KnownBlock[] {
  const all = elements.flat();
  return all.length === 0 ? [] : [{ type: 'rich_text', elements: all }];
}
