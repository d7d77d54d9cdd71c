import type { Fact } from './fact.ts';
import { type Fit, fitOf } from './fit.ts';
import { isName, without } from './follow-up.ts';
import type { Mind } from './mind.ts';
import { yearsNamed, yearsOf } from './period.ts';
import type { Question, Years } from './question.ts';
import { byImportance } from './store.ts';
import { suretyOf } from './surety.ts';

/** How many of the facts that fit best are looked at. */
const candidates = 40;
/**
 * A fact answers, or supports an answer, from this surety on. Below 0, though there it is as likely as not: the regression saw as many questions
 * without an answer as with one, and people ask more that have one. Set by the eval in test/answers.
 */
const enough = -1.4;
/** Made of two turns, a follow-up is less like any question that somebody wrote down. */
const enoughToFollow = -2;
/** A fact that has less of the question than this share is not looked at. */
const leastCovered = 1 / 3;
/** A supporting line must come this near to the first one. */
const supportShare = 0.7;
const maxSupport = 4;

type Known = Pick<Mind, 'index' | 'store'>;

/** The facts that answer a question, the answering one first; none where no fact covers what is asked. */
export interface Answers {
  readonly facts: readonly Fact[];
  /** How sure it is that the first one answers, as `suretyOf` tells. */
  readonly surety: number;
}

/** Finds the facts that answer a question. */
export function answersTo(question: Question, mind: Known): Answers {
  const together = answersToAll(question, mind);
  if (together.facts.length > 0 || !question.asked.has('compare')) return together;
  return { ...together, facts: answersToEach(question, mind) };
}

const nothing: Answers = { facts: [], surety: Number.NEGATIVE_INFINITY };

/** To compare things that no fact compares: the best fact of each, or nothing where one has none. */
function answersToEach(question: Question, mind: Known): Fact[] {
  const names = question.units.filter(isName);
  const each = names.map((name) => {
    const others = names.filter((other) => other !== name);
    return answersToAll(without(others, question), mind).facts[0];
  });
  return names.length < 2 || each.includes(undefined) ? [] : [...new Set(each.flatMap((fact) => fact ?? []))];
}

/** The facts that answer the question as one, best first. */
function answersToAll(question: Question, mind: Known): Answers {
  const [best, ...others] = fitsTo(question, mind);
  if (!best) return nothing;
  const strangeness = mind.index.strangeness(question);
  const surety = suretyOf(best, strangeness);
  if (surety < enoughFor(question)) return { facts: [], surety };
  const support = others
    .filter(({ score, missing, ofKind }) => score >= best.score * supportShare && missing === 0 && ofKind)
    .filter((fit) => suretyOf(fit, strangeness) >= enough)
    .slice(0, maxSupport);
  return { facts: [best, ...support].map(({ fact }) => fact), surety };
}

/** Whether a question only names things: who asks it wants to know of them, and any fact that has them will do. */
export function isOfNamesOnly({ units, asked }: Question): boolean {
  const heavy = units.filter(({ light }) => !light);
  return asked.size === 0 && heavy.length > 0 && heavy.every(({ entity }) => entity !== undefined);
}

function enoughFor(question: Question): number {
  if (isOfNamesOnly(question)) return Number.NEGATIVE_INFINITY;
  return question.leaning ? enoughToFollow : enough;
}

/** The facts that have anything of what is asked, and speak of its years, best first. */
export function fitsTo(question: Question, { index, store }: Known): Fit[] {
  if (question.units.length === 0) return [];
  return index
    .search(question, candidates)
    .filter(({ fact }) => question.years.every((span) => speaksOf(fact, span)))
    .map((found) => fitOf(found, question, store))
    .filter(({ covered }) => covered >= leastCovered)
    .toSorted((a, b) => b.score - a.score || byImportance(a.fact, b.fact));
}

function speaksOf(fact: Fact, { from, to }: Years): boolean {
  return [...yearsOf(fact.as_of), ...yearsNamed(fact.text.en)].some((year) => from <= year && year <= to);
}
