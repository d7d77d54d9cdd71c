import type { Lang } from './lang.ts';

declare const cited: unique symbol;

/**
 * A statement bound to the facts it says. Only `core/cite` makes lines, and only from facts: a sentence without a source cannot be said.
 * `attribution` tells who said it and as of when; `cites` are numbers of the reply's citations; `caveat` is the editor's warning.
 */
export interface Line {
  readonly [cited]: true;
  readonly text: string;
  readonly facts: readonly string[];
  readonly cites: readonly number[];
  readonly attribution: string;
  readonly caveat?: string | undefined;
}

/** One side of a dispute, with the date it speaks of. */
export interface Side {
  readonly label: string;
  readonly date: string;
  readonly lines: readonly Line[];
}

/** A bar of a chart: one figure of one fact. `shown` is the value as people read it ("over 38,000"). */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly shown: string;
  readonly fact: string;
  readonly cites: readonly number[];
}

/** An item of the bot's own lists (a topic, a command, a source). `ask` is what to say to the bot to open it. */
export interface Entry {
  readonly label: string;
  readonly text: string;
  readonly ask?: string | undefined;
  readonly url?: string | undefined;
}

/** A part of a reply. `note` and the headings are interface words from `core/phrases`, never statements about the world. */
export type Section =
  | { readonly kind: 'lines'; readonly heading?: string | undefined; readonly lines: readonly Line[] }
  | { readonly kind: 'dispute'; readonly heading: string; readonly question: string; readonly sides: readonly Side[] }
  | { readonly kind: 'chart'; readonly heading: string; readonly unit: string; readonly bars: readonly Bar[] }
  | { readonly kind: 'entries'; readonly heading?: string | undefined; readonly entries: readonly Entry[] }
  | { readonly kind: 'note'; readonly text: string };

/** A source and paragraph that a reply cites. `n` is its number in the text; `facts` are the facts it stands for. */
export interface Citation {
  readonly n: number;
  readonly publisher: string;
  readonly title: string;
  readonly date: string;
  readonly paragraph: number;
  readonly url?: string | undefined;
  readonly facts: readonly string[];
}

/** A button: `ask` says `text` to the bot for the person who clicks; `share` shows the reply to `text` to the whole channel. */
export interface Action {
  readonly kind: 'ask' | 'share';
  readonly label: string;
  readonly text: string;
}

export type ReplyKind =
  | 'answer'
  | 'unknown'
  | 'briefing'
  | 'about'
  | 'timeline'
  | 'disputes'
  | 'sources'
  | 'why'
  | 'topics'
  | 'help'
  | 'notice'
  | 'digest';

/**
 * The platform-free answer. Renderers receive nothing else.
 * `[n]` stands in the text if and only if citation n is in the list. `footer` holds interface words: the date of the newest fact, the window of a digest.
 */
export interface Reply {
  readonly kind: ReplyKind;
  readonly lang: Lang;
  readonly title: string;
  readonly sections: readonly Section[];
  readonly citations: readonly Citation[];
  readonly footer: readonly string[];
  readonly actions: readonly Action[];
}

/** The ids of the facts that a reply says, the answering line's first, each once. */
export function factsOf(reply: Reply): string[] {
  return [...new Set(reply.sections.flatMap(factsOfSection))];
}

function factsOfSection(section: Section): readonly string[] {
  switch (section.kind) {
    case 'lines':
      return section.lines.flatMap((line) => line.facts);
    case 'dispute':
      return section.sides.flatMap((side) => side.lines.flatMap((line) => line.facts));
    case 'chart':
      return section.bars.map((bar) => bar.fact);
    case 'entries':
    case 'note':
      return [];
  }
}
