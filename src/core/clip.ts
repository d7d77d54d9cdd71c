import { phrases } from './phrases.ts';
import type { Citation, Reply, Section } from './reply.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Cuts a text to at most `limit` UTF-16 units, the last being an ellipsis where something was cut.
 * Never splits a surrogate pair or a grapheme (an emoji, a letter with its accent), and cuts at a space where one is near.
 */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return '';
  let end = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    if (index + segment.length > limit - 1) break;
    end = index + segment.length;
  }
  const space = text.lastIndexOf(' ', end);
  const near = space > end - 24 && space > 0 ? space : end;
  return `${text.slice(0, near).trimEnd()}…`;
}

/** A platform's own measure of a reply and the most that it takes. */
export interface Limit {
  readonly measure: (reply: Reply) => number;
  readonly most: number;
}

/**
 * The reply with as many statements as a platform takes: whole lines, bars and entries are left out from the end, and said to be.
 * Sources are never cut: a citation goes only when nothing that is left cites it.
 */
export function fit(reply: Reply, limit: Limit): Reply {
  let fitting = reply;
  for (let dropped = 1; limit.measure(fitting) > limit.most; dropped++) {
    const shorter = dropLast(reply.sections, dropped);
    if (shorter === undefined) return fitting;
    const note: Section = { kind: 'note', text: phrases[reply.lang].more(dropped) };
    fitting = { ...reply, sections: [...shorter, note], citations: citedBy(shorter, reply.citations) };
  }
  return fitting;
}

/** The citations that these sections use, in their order. */
function citedBy(sections: readonly Section[], citations: readonly Citation[]): Citation[] {
  const used = new Set(sections.flatMap(citesOf));
  return citations.filter((citation) => used.has(citation.n));
}

function citesOf(section: Section): number[] {
  switch (section.kind) {
    case 'lines':
      return section.lines.flatMap((line) => line.cites);
    case 'dispute':
      return section.sides.flatMap((side) => side.lines.flatMap((line) => line.cites));
    case 'chart':
      return section.bars.flatMap((bar) => bar.cites);
    case 'entries':
    case 'note':
      return [];
  }
}

/** The sections without their last `count` items; undefined where that would leave no item at all. */
function dropLast(sections: readonly Section[], count: number): Section[] | undefined {
  const kept = [...sections];
  for (let left = count; left > 0; ) {
    const last = kept.pop();
    if (!last) return undefined;
    const size = sizeOf(last);
    if (size > left) kept.push(shorten(last, left));
    left -= Math.min(size, left);
  }
  return kept.length > 0 ? kept : undefined;
}

function sizeOf(section: Section): number {
  switch (section.kind) {
    case 'lines':
      return section.lines.length;
    case 'entries':
      return section.entries.length;
    // Half a dispute or half a chart would mislead: they go whole.
    case 'dispute':
    case 'chart':
    case 'note':
      return 1;
  }
}

function shorten(section: Section, by: number): Section {
  if (section.kind === 'lines') return { ...section, lines: section.lines.slice(0, -by) };
  if (section.kind === 'entries') return { ...section, entries: section.entries.slice(0, -by) };
  return section;
}
