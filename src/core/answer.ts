import type { Fact } from './fact.ts';
import { type Fit, fitOf } from './fit.ts';
import { isName, without } from './follow-up.ts';
import type { Mind } from './mind.ts';
import { leastNear } from './nearest.ts';
import { yearsNamed, yearsOf } from './period.ts';
import type { Question, Years } from './question.ts';
import { type Found, promising } from './search.ts';
import { byImportance, type Store } from './store.ts';
import type { Strangeness } from './strangeness.ts';
import { same, suretyOf } from './surety.ts';
import { heavyUnits, home, type Unit } from './units.ts';

/** How many of the facts that fit best are looked at. */
export const candidates = 40;
/**
 * A fact answers from this surety on. Below 0, though there it is as likely as not: the regression saw as many questions without an answer as with
 * one, and people ask more that have one. Set by the tuned part of the eval in test/answers.
 */
const enough = -1.3;
/** Beside a fact that answers, a less sure one may stand. */
const enoughToSupport = -1.8;
/** Made of two turns, a follow-up is less like any question that somebody wrote down. */
const enoughToFollow = -2.4;
/** Who names somebody and a topic wants to know what there is: a fact that has both will do. */
const enoughOfTopic = -6.5;
/** So will one that has several names for who asks for nothing else, unless much speaks against any answer: "Does Andrew Ng still advise Baidu?" */
const enoughOfNames = -4;
/**
 * A fact has something to do with a question of which it has this share, that is this near to one of its known questions, or of which this much was
 * learned for it. Others are not looked at.
 */
const concerned = { covered: 0.55, nearest: leastNear, learned: promising };
/** A question of light words only is answered if it has so many, and so much was learned for the fact. */
const little = { words: 4, learned: 1.7 };
/** A supporting line must come this near to the first one. */
const supportShare = 0.65;
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
  const { fits, strangeness } = fitsTo(question, mind);
  const [best, ...others] = fits.filter((fit) => (question.isCompleted ? isComplete(fit) : isOfBoth(fit, question)));
  if (!best || saysTooLittle(question, best)) return nothing;
  const surety = suretyOf(best, strangeness);
  // A fact that comes before others which do not give what a follow-up asks must be as sure as any: "why?" is no wish for just a reason.
  const least = question.isCompleted && best !== fits[0] ? enough : enoughFor(question, best);
  if (surety < least) return { facts: [], surety };
  const support = others
    .filter(({ score, missing, ofKind }) => score >= best.score * supportShare && missing === 0 && ofKind)
    .filter((fit) => suretyOf(fit, strangeness) >= Math.min(enoughToSupport, enoughFor(question, fit)))
    .filter(({ owned }) => owned === 1 || !isOfNameAndTopic(question))
    .slice(0, maxSupport);
  return { facts: [best, ...support].map(({ fact }) => fact), surety };
}

/** Of a follow-up: "why?" wants a reason, not the same line once more, "and Huawei?" something of Huawei. */
function isComplete({ ofKind, missing }: Fit): boolean {
  return ofKind && missing === 0;
}

/**
 * "When was it?" asks for nothing of its own, "how is China doing?" and "what about China in 2023?" for nothing that one fact tells; "what can China be
 * proud of?" does both.
 */
function saysTooLittle({ units, words, refers, asked, years }: Question, { learned, nearest }: Fit): boolean {
  const isOfYear = years.length > 0 && asked.size === 0 && nearest < same;
  const isOpen = isOfYear || (refers && units.every(({ entity }) => entity === undefined));
  return units.every(({ light }) => light) && (isOpen || words.length < little.words || learned < little.learned);
}

/**
 * Whether a fact has anything of what a follow-up asks itself, and one of the names that it leans on: of "what about talent?" it is no answer that it
 * speaks of the company before, and of "who pays them?" none that somebody else is paid.
 */
function isOfBoth({ has }: Fit, { units, newUnits }: Question): boolean {
  if (!newUnits) return true;
  const hasAny = (some: (unit: Unit) => boolean) => {
    const having = units.flatMap((unit, at) => (some(unit) ? [has[at]] : []));
    return having.length === 0 || having.includes(true);
  };
  return hasAny((unit) => !unit.light && newUnits.has(unit)) && hasAny((unit) => isName(unit) && !newUnits.has(unit));
}

/** Whether a question only names things: who asks it wants to know of them, and any fact that has them will do. */
export function isOfNamesOnly({ units, asked }: Question): boolean {
  const heavy = heavyUnits(units);
  return asked.size === 0 && heavy.length > 0 && heavy.every(({ entity }) => entity !== undefined);
}

/** Whether fillers are all that a question of names has beside one, or it wants whatever else there is: "tell me about ModelBest". */
function asksForAll({ words, told }: Question): boolean {
  return told !== undefined || words.filter(({ kind }) => kind !== 'filler').length === 1;
}

/** Whether a question only names somebody or something and a topic: "What does Roger Yang say about chips?" */
function isOfNameAndTopic({ units, asked }: Question): boolean {
  const heavy = heavyUnits(units);
  const names = heavy.filter(({ entity }) => entity !== undefined);
  return asked.size === 0 && heavy.length === 2 && names.length === 1 && heavy.some(({ topic }) => topic !== undefined);
}

function enoughFor(question: Question, fit: Fit): number {
  if (isOfNamesOnly(question)) return asksForAll(question) ? Number.NEGATIVE_INFINITY : enoughOfNames;
  if (isOfNameAndTopic(question) && fit.owned === 1) return enoughOfTopic;
  // What is left when the best was told must answer by itself.
  return question.leaning && question.told === undefined ? enoughToFollow : enough;
}

/** What was found for a question. */
interface Fits {
  /** The facts that have anything of what is asked, speak of its years and are not about what it leaves out, best first. */
  readonly fits: readonly Fit[];
  readonly strangeness: Strangeness;
}

export function fitsTo(question: Question, { index, store }: Known): Fits {
  const { found, strangeness } = index.search(question, candidates);
  const fits = found
    .filter((found) => question.years.every((years) => speaksOf(found, years)))
    .filter(({ fact }) => !isLeftOut(fact, question, store) && !question.told?.has(fact.id))
    .map((found) => fitOf(found, question, store))
    .filter(isConcerned)
    .toSorted((a, b) => b.score - a.score || byImportance(a.fact, b.fact));
  return { fits, strangeness };
}

function isConcerned({ covered, nearest, learned }: Fit): boolean {
  return covered >= concerned.covered || nearest >= concerned.nearest || learned >= concerned.learned;
}

/**
 * Whether a fact names what a question leaves out, or what belongs to it, and nothing else of its kind: beside a company only people, the press and
 * the country, beside a place no other place.
 */
function isLeftOut({ entities }: Fact, { leftOut }: Question, store: Store): boolean {
  if (leftOut.size === 0) return false;
  const kindOf = (id: string) => store.entity(id)?.kind ?? '';
  const ownersOf = (id: string) => [id, store.entity(id)?.of ?? ''];
  const isPlace = entities.flatMap(ownersOf).some((id) => leftOut.has(id) && kindOf(id) === 'place');
  const isAside = (id: string) =>
    id === home || (isPlace ? kindOf(id) !== 'place' : ['person', 'media'].includes(kindOf(id)));
  const isOut = (id: string) => ownersOf(id).some((one) => leftOut.has(one));
  return entities.some(isOut) && entities.every((id) => isOut(id) || isAside(id));
}

/** Whether a fact tells of these years, or is known to be asked with them, as those that it has waited for, say: where it is known to be asked much like this. */
function speaksOf({ fact, nearest, askedYears }: Found, { from, to }: Years): boolean {
  const years = [
    ...yearsOf(fact.as_of),
    ...yearsNamed(fact.text.en),
    ...(nearest >= concerned.nearest ? askedYears : []),
  ];
  return years.some((year) => from <= year && year <= to);
}
