import { inWords } from './commands.ts';
import { chartSection, compose, disputeSection, lines, notice } from './compose.ts';
import type { Fact } from './fact.ts';
import type { Lang } from './lang.ts';
import { yearsOf } from './period.ts';
import { phrases } from './phrases.ts';
import type { Action, Reply, ReplyKind } from './reply.ts';
import { byTime, type Store } from './store.ts';

/** Facts in one reply: about what a telephone shows in two screens, and within every platform's limits with sources and notes. */
export const pageSize = 6;
/** Disputes in one reply: each brings two sides or more with their facts. */
const disputesPerPage = 2;

/** What every composer of a reply needs. */
export interface Telling {
  readonly store: Store;
  readonly lang: Lang;
  /** What was asked, as it can be asked again: for the buttons. */
  readonly ask: string;
}

/** A topic's briefing: the most important facts first, with a chart where figures allow. */
export function briefing(topic: string, page: number, telling: Telling): Reply {
  const { store, lang } = telling;
  const named = store.topic(topic);
  const title = named ? `${named.emoji} ${named.name[lang]}` : topic;
  const sources: Action = {
    kind: 'ask',
    label: phrases[lang].sourcesButton,
    text: inWords(lang, 'sources', named?.name[lang] ?? topic),
  };
  return paged(
    { kind: 'briefing', title, facts: store.ofTopic(topic), page, actions: [sources], chart: true },
    telling,
  );
}

/** The most important facts, of a year where one is given, or those of a topic, in the order of the time that they speak of, oldest first. */
export function timeline(of: { topic: string | undefined; year?: number }, page: number, telling: Telling): Reply {
  const { store, lang } = telling;
  const { topic, year } = of;
  const important = store.facts.filter((fact) => fact.importance === 3);
  const ofYear = important.filter((fact) => year === undefined || yearsOf(fact.as_of).includes(year));
  const facts = topic === undefined ? ofYear : store.ofTopic(topic);
  const title = phrases[lang].timelineTitle(year === undefined ? topicName(topic, telling) : String(year));
  if (facts.length === 0) return notice(lang, title, { text: phrases[lang].noTimeline });
  return paged({ kind: 'timeline', title, facts: facts.toSorted(byTime), page }, telling);
}

/** The questions on which sources disagree, every side with its date. */
export function disputes(topic: string | undefined, page: number, telling: Telling): Reply {
  const { store, lang } = telling;
  const said = phrases[lang];
  const title = said.disputesTitle(topicName(topic, telling));
  const all = store.disputes.filter((dispute) => topic === undefined || dispute.topics.includes(topic));
  if (all.length === 0) return notice(lang, title, { text: said.noDisputes });
  const { from, footer, more } = pageOf(all.length, { page, size: disputesPerPage, telling });
  return compose(store, lang, {
    kind: 'disputes',
    title,
    sections: (citer) =>
      all.slice(from, from + disputesPerPage).map((dispute) => disputeSection(citer, dispute, { store, lang })),
    footer,
    actions: [...more, share(telling)],
  });
}

interface Paged {
  readonly kind: ReplyKind;
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly page: number;
  readonly actions?: readonly Action[];
  readonly chart?: true;
}

/** A list of facts, a page at a time. */
export function paged({ kind, title, facts, page, actions, chart }: Paged, telling: Telling): Reply {
  const { store, lang } = telling;
  const { from, footer, more } = pageOf(facts.length, { page, size: pageSize, telling });
  const shown = facts.slice(from, from + pageSize);
  return compose(store, lang, {
    kind,
    title,
    sections: (citer) => {
      const told = lines(citer, shown);
      const drawn = chart && chartSection(citer, shown, telling);
      return drawn ? [told, drawn] : [told];
    },
    footer,
    actions: [...more, share(telling), ...(actions ?? [])],
  });
}

/** Where a page begins, what the footer says of it, and the button to the next. A page past the end is the last. */
function pageOf(count: number, { page, size, telling }: { page: number; size: number; telling: Telling }) {
  const pages = Math.max(1, Math.ceil(count / size));
  const current = Math.min(page, pages);
  const said = phrases[telling.lang];
  const more: Action[] =
    current < pages
      ? [{ kind: 'ask', label: said.moreButton, text: `${withoutPage(telling.ask)} ${current + 1}` }]
      : [];
  return { from: (current - 1) * size, footer: pages > 1 ? [said.page(current, pages)] : [], more };
}

function withoutPage(ask: string): string {
  return ask.replace(/\s+\d{1,3}$/u, '');
}

/** The button that shows a private reply to the whole channel. */
export function share(telling: Telling): Action {
  return { kind: 'share', label: phrases[telling.lang].shareButton, text: telling.ask };
}

function topicName(topic: string | undefined, { store, lang }: Telling): string | undefined {
  return topic === undefined ? undefined : store.topic(topic)?.name[lang];
}
