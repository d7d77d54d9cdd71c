import { clip } from '../../core/clip.ts';
import { phrases } from '../../core/phrases.ts';
import { caveatText, chartRows, marksOf } from '../../core/plain.ts';
import type { Bar, Citation, Entry, Line, Reply, Section } from '../../core/reply.ts';
import { codeBlock, link, plain, plainLines } from './markdown.ts';

/**
 * How much room single texts get: 1 for the widths below, less for a share of them.
 * A fact is at most 280 characters and is never cut at 1; only what is absurdly long is.
 */
export type Room = number;

const widths = {
  title: 200,
  heading: 200,
  line: 600,
  attribution: 200,
  note: 1500,
  label: 150,
  word: 80,
  footer: 600,
} as const;

/** What is cut of a single text: every width comes down together, to a few characters at the least. */
function cut(text: string, width: keyof typeof widths, room: Room): string {
  return clip(text, Math.max(4, Math.floor(widths[width] * room)));
}

/** A reply as blocks of markdown, one for each part that stands by itself: title and sections; sources and footer. None is empty. */
export interface Blocks {
  readonly body: readonly string[];
  readonly end: readonly string[];
}

export function blocksOf(reply: Reply, room: Room): Blocks {
  const title = plain(cut(reply.title, 'title', room));
  const body = [title && `## ${title}`, ...reply.sections.map((section) => sectionBlock(section, { reply, room }))];
  const footer = plain(cut(reply.footer.join(' · '), 'footer', room));
  const end = [sourcesBlock(reply, room), footer && `-# ${footer}`];
  return { body: body.filter(Boolean), end: end.filter(Boolean) };
}

interface Setting {
  readonly reply: Pick<Reply, 'lang'>;
  readonly room: Room;
}

function sectionBlock(section: Section, setting: Setting): string {
  const { room } = setting;
  switch (section.kind) {
    case 'lines':
      return rows(heading(section.heading, room), ...section.lines.map((line) => lineRows(line, setting)));
    case 'dispute':
      return disputeRows(section, setting);
    case 'chart':
      return rows(
        heading(`${section.heading} (${cut(section.unit, 'word', room)})`, room),
        codeBlock(chartRows(section.bars.map((bar) => cutBar(bar, room)))),
      );
    case 'entries':
      return rows(heading(section.heading, room), ...section.entries.map((entry) => entryRow(entry, room)));
    case 'note':
      return plainLines(cut(section.text, 'note', room));
  }
}

function rows(...texts: readonly string[]): string {
  return texts.filter(Boolean).join('\n');
}

function heading(text: string | undefined, room: Room): string {
  const words = plain(cut(text ?? '', 'heading', room));
  return words && `**${words}**`;
}

/** The statement; below it, small, who says so and when, its marks, and the editor's note. */
function lineRows(line: Line, { reply, room }: Setting): string {
  const attribution = plain(cut(line.attribution, 'attribution', room));
  const origin = [attribution, marksOf(line)].filter(Boolean).join(' ');
  const caveat = line.caveat && plain(caveatText(cut(line.caveat, 'line', room), reply));
  return rows(`• ${plain(cut(line.text, 'line', room))}`, small(origin), small(caveat));
}

function small(text: string | undefined): string {
  return text ? `-# ${text}` : '';
}

function disputeRows(section: Extract<Section, { kind: 'dispute' }>, setting: Setting): string {
  const { reply, room } = setting;
  const colon = reply.lang === 'zh' ? '：' : ': ';
  const sides = section.sides.flatMap((side) => [
    heading(`${cut(side.date, 'word', room)} · ${cut(side.label, 'label', room)}`, room),
    ...side.lines.map((line) => lineRows(line, setting)),
  ]);
  return rows(heading(`${section.heading}${colon}${section.question}`, room), ...sides);
}

function cutBar(bar: Bar, room: Room): Bar {
  return { ...bar, label: cut(bar.label, 'word', room), shown: cut(bar.shown, 'word', room) };
}

function entryRow(entry: Entry, room: Room): string {
  const label = link(cut(entry.label, 'label', room), entry.url);
  const text = plain(cut(entry.text, 'line', room));
  return `• ${[label && `**${label}**`, text].filter(Boolean).join(' — ')}`;
}

/** The sources, a small line each, the title leading to the article. Where room is short the address is the first to go, never the source. */
function sourcesBlock(reply: Reply, room: Room): string {
  if (reply.citations.length === 0) return '';
  return rows(
    heading(phrases[reply.lang].sources, room),
    ...reply.citations.map((citation) => `-# [${citation.n}] ${sourceWords(citation, { reply, room })}`),
  );
}

function sourceWords(citation: Citation, { reply, room }: Setting): string {
  const said = phrases[reply.lang];
  return said.citation({
    publisher: plain(cut(citation.publisher, 'word', room)),
    title: link(cut(citation.title, 'label', room), room === 1 ? citation.url : undefined),
    date: plain(cut(citation.date, 'word', room)),
    paragraph: said.paragraph(citation.paragraph),
  });
}
