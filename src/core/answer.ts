import type { Fact } from './fact.ts';
import { isName } from './follow-up.ts';
import type { Mind } from './mind.ts';
import { lastDay, yearsOf } from './period.ts';
import type { Asked, Question, Years } from './question.ts';
import type { Found, Index } from './search.ts';
import type { Store } from './store.ts';
import type { Unit } from './units.ts';

/**
 * How much of a question, by weight, a fact must match for it to be an answer: less where two of its heavy words agree, since they seldom
 * do so by chance. Set by the eval in test/answers.
 */
const enoughAlone = 0.6;
const enoughTogether = 0.35;
/** A supporting line must come this near to the first one. */
const supportShare = 0.85;
const maxSupport = 4;
/** A unit counts as matched from this strength on: a mere topic in common is less. */
const matched = 0.5;
const candidates = 200;

/** The facts that answer a question, the answering one first; empty where none covers what is asked. */
export function answersTo(question: Question, mind: Pick<Mind, 'index' | 'store'>): Fact[] {
  const together = answersToAll(question, mind);
  return together.length > 0 || !question.asked.has('compare') ? together : answersToEach(question, mind);
}

/** To compare things that no fact compares: the best fact of each, or nothing where one has none. */
function answersToEach(question: Question, mind: Pick<Mind, 'index' | 'store'>): Fact[] {
  const names = question.units.filter(isName);
  const rest = question.units.filter((unit) => !isName(unit));
  const each = names.map((name) => answersToAll({ ...question, units: [name, ...rest] }, mind)[0]);
  return names.length < 2 || each.includes(undefined) ? [] : [...new Set(each.flatMap((fact) => fact ?? []))];
}

/** The facts that have all that is asked, best first. */
function answersToAll(question: Question, { index, store }: Pick<Mind, 'index' | 'store'>): Fact[] {
  if (question.units.length === 0) return [];
  const reading = { question, rarest: rarestOf(question, index) };
  const found = index.search(question, candidates).filter((one) => covers(one, reading));
  const ranked = found
    .map((one) => ({ one, score: scoreOf(one, question, store) }))
    .toSorted(
      (a, b) => b.score - a.score || b.one.fact.importance - a.one.fact.importance || byDate(a.one.fact, b.one.fact),
    );
  const best = ranked[0];
  if (!best) return [];
  const near = ranked.filter(({ score }) => score >= best.score * supportShare);
  return near.slice(0, 1 + maxSupport).map(({ one }) => one.fact);
}

interface Reading {
  readonly question: Question;
  readonly rarest: Unit | undefined;
}

/** What a question is most about: the rarest of its words that any fact has. */
function rarestOf(question: Question, index: Index): Unit | undefined {
  const known = question.units.filter(
    (unit) => !unit.light && unit.terms.some(({ term, strength }) => strength >= matched && index.has(term)),
  );
  return known.toSorted((a, b) => index.weigh(b) - index.weigh(a))[0];
}

/** Whether a fact has what the question asks: enough of its words, all that it must have, its years, and a number where a number is asked. */
function covers(found: Found, { question, rarest }: Reading): boolean {
  const agreeing = question.units.filter((unit, at) => !unit.light && (found.strengths[at] ?? 0) >= matched).length;
  if (found.coverage < (agreeing >= 2 ? enoughTogether : enoughAlone)) return false;
  const lacks = question.units.some(
    (unit, at) => (unit.must || (unit === rarest && agreeing < 2)) && (found.strengths[at] ?? 0) < matched,
  );
  if (lacks) return false;
  if (!question.years.every((span) => speaksOf(found.fact, span))) return false;
  return [...question.asked].every((asked) => canAnswer(found.fact, asked));
}

function speaksOf(fact: Fact, { from, to }: Years): boolean {
  const named = (fact.text.en.match(/\b(?:19|20)\d\d\b/g) ?? []).map(Number);
  return [...yearsOf(fact.as_of), ...named].some((year) => from <= year && year <= to);
}

const hasNumber =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|many|most|few|several|numerous|half)\b/iu;
const exactNumber = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b/iu;
const hasMoney = /[$€£¥]|\b(?:yuan|dollars?|renminbi|usd|cny)\b/iu;

function canAnswer(fact: Fact, asked: Asked): boolean {
  if (asked === 'count') return hasNumber.test(fact.text.en);
  if (asked === 'money') return hasMoney.test(fact.text.en);
  return true;
}

/** How much a fact that gives what is asked for goes before one that does not. */
const boosts: Readonly<Record<Asked, (fact: Fact, store: Store) => number>> = {
  count: (fact) => (fact.figures.length > 0 ? 0.15 : 0) + (exactNumber.test(fact.text.en) ? 0.1 : 0),
  money: (fact) => (fact.figures.some((figure) => figure.unit.en === 'USD' || figure.unit.en === 'CNY') ? 0.15 : 0),
  when: (fact) => (fact.kind === 'event' ? 0.08 : 0) + (/\b(?:19|20)\d\d\b/.test(fact.text.en) ? 0.05 : 0),
  who: (fact, store) => (fact.entities.some((id) => store.entity(id)?.kind === 'person') ? 0.2 : 0),
  where: (fact, store) => (fact.entities.some((id) => store.entity(id)?.kind === 'place') ? 0.05 : 0),
  why: (fact) => (reason.test(fact.text.en) || reason.test(fact.text.zh) ? 0.1 : 0),
  compare: (fact) => (fact.entities.length > 1 ? 0.05 : 0),
};

const reason =
  /\b(?:because|since|due|reasons?|thanks to|so that|in order|to (?:avoid|escape|win|attract|gain|get)|as they|in the hope)\b|因为|由于|原因|为了|因此|为的是|以便|看中/iu;

function scoreOf(found: Found, question: Question, store: Store): number {
  const boost = [...question.asked].reduce((sum, asked) => sum + boosts[asked](found.fact, store), 0);
  return found.coverage + 0.15 * found.focus + 0.3 * found.wording + 0.03 * found.fact.importance + boost;
}

function byDate(a: Fact, b: Fact): number {
  return lastDay(b.as_of) < lastDay(a.as_of) ? -1 : 1;
}
