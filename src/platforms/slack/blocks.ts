import type { types } from '@slack/bolt';
import { clip } from '../../core/clip.ts';
import { phrases } from '../../core/phrases.ts';
import { attributionText, caveatText, chartRows, citationWords } from '../../core/plain.ts';
import type { Action, Citation, Entry, Line, Reply, Section, Side } from '../../core/reply.ts';
import { buttonsInRow, maxButton, maxButtons, maxButtonValue, maxContext, maxHeader } from './limits.ts';
import {
  bullets,
  clean,
  type Element,
  type Inline,
  linked,
  paragraph,
  preformatted,
  rich,
  words,
} from './rich-text.ts';

/** A reply as Block Kit. What facts and people say stands in rich_text and plain_text alone, where Slack parses nothing. */
export function blocksOf(reply: Reply): types.KnownBlock[] {
  return [
    ...header(reply.title),
    ...reply.sections.flatMap((section) => rich(elementsOf(section, reply))),
    ...rich(sources(reply)),
    ...context(reply.footer.join('\n')),
    ...buttonRows([...reply.actions, ...openers(reply)]),
  ];
}

/** A line of small print. */
export function context(text: string): types.KnownBlock[] {
  const shown = clip(clean(text), maxContext).trim();
  return shown === '' ? [] : [{ type: 'context', elements: [plainText(shown)] }];
}

function header(title: string): types.KnownBlock[] {
  const shown = clip(clean(title).trim(), maxHeader);
  return shown === '' ? [] : [{ type: 'header', text: plainText(shown) }];
}

function plainText(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: true };
}

function elementsOf(section: Section, reply: Reply): Element[] {
  switch (section.kind) {
    case 'lines':
      return [...heading(section.heading), ...bullets(section.lines.map((line) => lineInlines(line, reply)))];
    case 'dispute': {
      const lead = words(`${section.heading}${reply.lang === 'zh' ? '：' : ': '}`);
      const question = paragraph(lead, words(section.question, { bold: true }));
      return [...question, ...section.sides.flatMap((side) => sideElements(side, reply))];
    }
    case 'chart':
      return [
        ...heading(`${section.heading} (${section.unit})`),
        ...preformatted(section.bars.length > 0 ? chartRows(section.bars).join('\n') : ''),
      ];
    case 'entries':
      return [...heading(section.heading), ...bullets(section.entries.map(entryInlines))];
    case 'note':
      return paragraph(words(section.text));
  }
}

function heading(text: string | undefined): Element[] {
  return paragraph(words(text ?? '', { bold: true }));
}

function sideElements(side: Side, reply: Reply): Element[] {
  const label = paragraph(words(`${side.date} · ${side.label}`));
  return [...label, ...bullets(side.lines.map((line) => lineInlines(line, reply)))];
}

/** A line as plain text has it: the statement, who and when, the marks as links to their sources, the editor's warning below. */
function lineInlines(line: Line, reply: Reply): Inline[] {
  const gap = reply.lang === 'zh' ? '' : ' ';
  return [
    ...words(`${line.text}${gap}`),
    ...words(attributionText(line, reply), { italic: true }),
    ...line.cites.flatMap((n, index) => [...words(index === 0 ? ' ' : ''), ...mark(n, reply.citations)]),
    ...words(line.caveat ? `\n${caveatText(line.caveat, reply)}` : '', { italic: true }),
  ];
}

function mark(n: number, citations: readonly Citation[]): Inline[] {
  return linked(`[${n}]`, citations.find((citation) => citation.n === n)?.url);
}

function entryInlines(entry: Entry): Inline[] {
  const label = linked(entry.label, entry.url, { bold: true });
  return [...label, ...words(entry.text === '' ? '' : `${label.length > 0 ? ' — ' : ''}${entry.text}`)];
}

function sources(reply: Reply): Element[] {
  if (reply.citations.length === 0) return [];
  const lines = reply.citations.map((citation) => [
    ...words(`\n[${citation.n}] `),
    ...linked(citationWords(citation, reply), citation.url),
  ]);
  return paragraph(words(phrases[reply.lang].sources, { bold: true }), ...lines);
}

/** Buttons that open the entries of a list, such as each topic. */
function openers(reply: Reply): Action[] {
  const entries = reply.sections.flatMap((section) => (section.kind === 'entries' ? section.entries : []));
  return entries.flatMap(({ label, ask }) => (ask === undefined ? [] : [{ kind: 'ask', label, text: ask }]));
}

/**
 * Rows of buttons. A click on a private message brings nothing of the message back, so that a button holds all it needs:
 * what to do in its action_id, what to ask in its value. One whose text Slack would not take whole is left out.
 */
function buttonRows(actions: readonly Action[]): types.KnownBlock[] {
  const buttons = actions
    .filter((action) => clean(action.text).length <= maxButtonValue && clean(action.label).trim() !== '')
    .slice(0, maxButtons)
    .map(button);
  const rows = Math.ceil(buttons.length / buttonsInRow);
  return Array.from({ length: rows }, (_, row) => ({
    type: 'actions',
    elements: buttons.slice(row * buttonsInRow, (row + 1) * buttonsInRow),
  }));
}

function button({ kind, label, text }: Action, index: number): types.Button {
  const value = clean(text);
  return {
    type: 'button',
    action_id: `${kind}-${index}`,
    text: plainText(clip(clean(label).trim(), maxButton)),
    ...(value !== '' && { value }),
  };
}
