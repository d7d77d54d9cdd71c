import type { Fact } from './fact.ts';
import { isName, without } from './follow-up.ts';
import { boostOf, canAnswer } from './kinds.ts';
import type { Mind } from './mind.ts';
import { yearsNamed, yearsOf } from './period.ts';
import type { Question, Years } from './question.ts';
import type { Found } from './search.ts';
import { byImportance, type Store } from './store.ts';
import type { Unit } from './units.ts';

/** How many of the facts that fit best are looked at. */
const candidates = 40;
/** A unit counts as matched from this strength on: a mere topic in common is less. */
const matched = 0.5;
/** A fact is the answer from this surety on, and supports one from a lower one. Set, like the weights of `suretyOf`, by the eval in test/answers. */
const enough = 1.9;
const enoughToSupport = 0.5;
/** A supporting line must come this near to the first one. */
const supportShare = 0.6;
const maxSupport = 4;

type Known = Pick<Mind, 'index' | 'store'>;

/** The facts that answer a question, the answering one first; empty where none covers what is asked. */
export function answersTo(question: Question, mind: Known): Fact[] {
  const together = answersToAll(question, mind);
  return together.length > 0 || !question.asked.has('compare') ? together : answersToEach(question, mind);
}

/** To compare things that no fact compares: the best fact of each, or nothing where one has none. */
function answersToEach(question: Question, mind: Known): Fact[] {
  const names = question.units.filter(isName);
  const each = names.map((name) => {
    const others = names.filter((other) => other !== name);
    return answersToAll(without(others, question), mind)[0];
  });
  return names.length < 2 || each.includes(undefined) ? [] : [...new Set(each.flatMap((fact) => fact ?? []))];
}

/** The facts that have all that is asked, best first. */
function answersToAll(question: Question, { index, store }: Known): Fact[] {
  if (question.units.length === 0) return [];
  const ranked = index
    .search(question, candidates)
    .filter((found) => isAble(found, question, store))
    .map((found) => ({ found, score: found.relevance + boostOf(found, question.asked, store) }))
    .toSorted((a, b) => b.score - a.score || byImportance(a.found.fact, b.found.fact));
  const [best, ...others] = ranked;
  if (!best || suretyOf(best.found, question) < enough) return [];
  const support = others
    .filter(({ score }) => score >= best.score * supportShare)
    .filter(({ found }) => suretyOf(found, question) >= enoughToSupport)
    .slice(0, maxSupport);
  return [best, ...support].map(({ found }) => found.fact);
}

/** Whether a fact has what the question must have: its names and measures, its years, and the kinds of answer that are asked for. */
function isAble(found: Found, { units, years, asked }: Question, store: Store): boolean {
  const { fact, strengths } = found;
  if (units.some((unit, at) => unit.must && (strengths[at] ?? 0) < matched)) return false;
  if (!years.every((span) => speaksOf(fact, span))) return false;
  return [...asked].every((kind) => canAnswer(found, kind, store));
}

/** More agreeing units than this tell no more. */
const mostAgreeing = 2;

/**
 * How sure it is that a fact answers a question: the surer the nearer a known question is and the more units agree, the less sure for each
 * unit that it lacks, and, unless the known question is nearly the same, for each name or measure that it does not tell itself.
 */
function suretyOf({ nearest, strengths, own }: Found, { units }: Question): number {
  const share = (counts: (unit: Unit, at: number) => boolean) =>
    units.reduce((sum, unit, at) => sum + (counts(unit, at) ? Math.min(1, unit.share) : 0), 0);
  const has = (found: readonly number[], at: number) => (found[at] ?? 0) >= matched;
  const agreeing = share((unit, at) => !unit.light && has(strengths, at));
  const lacking = share((unit, at) => !unit.light && !has(strengths, at));
  const assumed = share((unit, at) => unit.must && !has(own, at));
  return 4 * nearest + Math.min(mostAgreeing, agreeing) - lacking - 8 * (1 - nearest) * assumed;
}

function speaksOf(fact: Fact, { from, to }: Years): boolean {
  return [...yearsOf(fact.as_of), ...yearsNamed(fact.text.en)].some((year) => from <= year && year <= to);
}
