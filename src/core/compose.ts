import { type Citer, createCiter } from './cite.ts';
import { showPeriod } from './dates.ts';
import type { Dispute, Fact } from './fact.ts';
import type { Lang } from './lang.ts';
import { lastDay } from './period.ts';
import { phrases } from './phrases.ts';
import { type Action, factsOf, type Reply, type ReplyKind, type Section } from './reply.ts';
import type { Store } from './store.ts';

/** What a reply is made of, before its citations are counted. */
export interface Draft {
  readonly kind: ReplyKind;
  readonly title: string;
  readonly sections: (citer: Citer) => readonly Section[];
  readonly footer?: readonly string[];
  readonly actions?: readonly Action[];
}

/** Makes a reply: numbers its citations in the order of its sections and dates it by its newest fact. */
export function compose(store: Store, lang: Lang, draft: Draft): Reply {
  const citer = createCiter(store, lang);
  const sections = draft.sections(citer).filter((section) => !isEmpty(section));
  const reply: Reply = {
    kind: draft.kind,
    lang,
    title: draft.title,
    sections,
    citations: citer.citations(),
    footer: draft.footer ?? [],
    actions: draft.actions ?? [],
  };
  const newest = newestOf(factsOf(reply).flatMap((id) => store.fact(id) ?? []));
  return newest ? { ...reply, footer: [phrases[lang].newest(showPeriod(newest, lang)), ...reply.footer] } : reply;
}

/** A section of facts as cited lines. */
export function lines(citer: Citer, facts: readonly Fact[], heading?: string): Section {
  return { kind: 'lines', heading, lines: facts.map((fact) => citer.line(fact)) };
}

/** A dispute with all its sides, oldest first, each with the facts that stand for it. */
export function disputeSection(citer: Citer, dispute: Dispute, { store, lang }: { store: Store; lang: Lang }): Section {
  const sides = dispute.sides
    .toSorted((a, b) => (lastDay(a.date) < lastDay(b.date) ? -1 : 1))
    .map((side) => ({
      label: side.label[lang],
      date: showPeriod(side.date, lang),
      lines: side.facts.flatMap((id) => store.fact(id) ?? []).map((fact) => citer.sideLine(fact)),
    }));
  return { kind: 'dispute', heading: phrases[lang].disputeHeading, question: dispute.question[lang], sides };
}

/** The first of these facts with two or more figures of one unit that can be told apart, as a chart. */
export function chartSection(
  citer: Citer,
  facts: readonly Fact[],
  { store, lang }: { store: Store; lang: Lang },
): Section | undefined {
  for (const fact of facts) {
    const unit = fact.figures[0]?.unit;
    const comparable = fact.figures.filter((figure) => figure.unit.en === unit?.en);
    const names = comparable.map((figure) => store.entity(figure.of)?.name[lang] ?? figure.of);
    const kinds = comparable.map((figure) => figure.what?.[lang]);
    const labels = areDistinct(names) ? names : kinds.flatMap((kind) => kind ?? []);
    if (!unit || comparable.length < 2 || labels.length < comparable.length || !areDistinct(labels)) continue;
    const heading = areDistinct(names) && new Set(kinds).size === 1 ? kinds[0] : undefined;
    const bars = comparable.map((figure, at) => citer.bar(fact, figure, labels[at] ?? ''));
    return { kind: 'chart', heading: heading ?? phrases[lang].chartHeading, unit: unit[lang], bars };
  }
  return undefined;
}

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

/** A reply of interface words alone: a refusal, a hint, a confirmation. */
export function notice(lang: Lang, title: string, content: { text: string; actions?: readonly Action[] }): Reply {
  const sections: Section[] = [{ kind: 'note', text: content.text }];
  return { kind: 'notice', lang, title, sections, citations: [], footer: [], actions: content.actions ?? [] };
}

function isEmpty(section: Section): boolean {
  if (section.kind === 'lines') return section.lines.length === 0;
  return section.kind === 'entries' && section.entries.length === 0;
}

/** The latest time that facts speak of; plans and forecasts speak of a time to come and count only where there is nothing else. */
function newestOf(facts: readonly Fact[]): string | undefined {
  const past = facts.filter((fact) => fact.kind !== 'plan' && fact.kind !== 'forecast');
  const times = (past.length > 0 ? past : facts).map((fact) => fact.as_of);
  return times.toSorted((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1))[0];
}
