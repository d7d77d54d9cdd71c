import { type Word, wordOfName } from './hints.ts';
import type { Mind } from './mind.ts';
import { standIns } from './pronouns.ts';
import { type Asked, type Question, readQuestion, type Years } from './question.ts';
import { termsIn } from './terms.ts';
import { heavyUnits, home, type Unit } from './units.ts';
import { tokensOf } from './words.ts';

/** What was asked before, as far as a follow-up needs it. */
export type Before = Pick<Question, 'units' | 'terms' | 'words' | 'asked' | 'years'>;

/** What a question keeps no more once it has the names of the turn before. */
const isSpent = ({ id }: Word) => standIns.has(id) || ['and', 'but', 'so'].includes(id);

/**
 * A question that leans on the one before, made whole: "and the US?" asks the same of another, "how many users does it have?"
 * something else of the same, "why?" and "since when?" more of the same.
 */
export function complete(question: Question, before: Before): Question {
  const own = heavyUnits(question.units);
  if (own.length > 0 ? own.every(isName) && !question.refers : isOfHome(question))
    return sameOfAnother(question, before);
  if (own.length === 0) return moreOfTheSame(question, before);
  const named = before.units.filter((unit) => isName(unit) && !own.some(({ entity }) => entity === unit.entity));
  // What was spoken of may have no name: "Are there enough GPUs?" and "Who makes them?"
  return named.length > 0 ? joined(question, named) : completeWithAll(question, before);
}

/** "Which image model has Baidu got?" and "does it block words?": all that was asked is still meant. */
export function completeWithAll(question: Question, before: Before): Question {
  return joined(question, heavyUnits(before.units));
}

/** "What would LVMH use it for?" and "what about consumer brands?": the same of another that is no name. */
export function completeWithAnother(question: Question, before: Before): Question {
  const heavy = heavyUnits(before.units);
  const [first] = heavy.some(isName) ? heavy.filter(isName) : heavy;
  const rest = first ? without([first], before) : before;
  const kinds = new Set([...before.asked, ...question.asked]);
  return { ...joined({ ...question, asked: kinds }, rest.units), years: before.years };
}

function joined(question: Question, units: readonly Unit[]): Question {
  const whole = withNames(units, { ...question, words: question.words.filter((word) => !isSpent(word)) });
  return { ...whole, newUnits: new Set(question.units) };
}

/** "and China?": a country that every fact is about, and so is no name. */
function isOfHome({ units, refers, asked, years }: Question): boolean {
  return units.some(({ entity }) => entity === home) && !refers && asked.size === 0 && years.length === 0;
}

/** "why?", "and in 2022?": what it does not say itself is what was asked before. */
function moreOfTheSame(question: Question, before: Before): Question {
  return {
    ...question,
    units: [...before.units, ...question.units],
    terms: before.terms,
    words: [...question.words, ...before.words],
    asked: question.asked.size > 0 ? question.asked : before.asked,
    years: question.years.length > 0 ? question.years : before.years,
    isCompleted: true,
  };
}

/** Keeps what was asked, and of when, and puts the new names in place of as many old ones, the first first: the others are what it is about. */
function sameOfAnother(question: Question, before: Before): Question {
  const names = question.units.filter((unit) => isName(unit) || unit.entity === home);
  const rest = without(before.units.filter(isName).slice(0, names.length), before);
  return {
    ...question,
    units: [...rest.units, ...question.units.map((unit) => (isName(unit) ? { ...unit, told: true } : unit))],
    terms: [...new Set([...rest.terms, ...question.terms])],
    words: [...names.map(wordOfName), ...rest.words],
    asked: new Set([...before.asked, ...question.asked]),
    years: question.years.length > 0 ? question.years : before.years,
    isCompleted: true,
  };
}

/** What is asked, but not of these names. */
export function without<T extends Pick<Question, 'units' | 'terms' | 'words'>>(names: readonly Unit[], question: T): T {
  const terms = new Set(termsOfNames(names));
  const words = new Set(names.map((name) => wordOfName(name).id));
  return {
    ...question,
    units: question.units.filter((unit) => !names.includes(unit)),
    terms: question.terms.filter((term) => !terms.has(term)),
    words: question.words.filter(({ id }) => !words.has(id)),
  };
}

/** What was asked before, of another. */
export function ofOther(name: Unit, before: Before): Before {
  return withNames([name], without(before.units.filter(isName), before));
}

function withNames<T extends Pick<Question, 'units' | 'terms' | 'words'>>(names: readonly Unit[], question: T): T {
  return {
    ...question,
    units: [...question.units, ...names],
    terms: [...question.terms, ...termsOfNames(names)],
    words: [...question.words, ...names.map(wordOfName)],
  };
}

function termsOfNames(names: readonly Unit[]): string[] {
  return names.flatMap(({ terms, label }) => [
    ...terms.map(({ term }) => term),
    ...termsIn([{ tokens: tokensOf(label), meanings: [] }]),
  ]);
}

/** Whether a unit is something with a name, not what is asked of it. */
export function isName(unit: Unit): boolean {
  return unit.must && unit.concept === undefined;
}

const askedWords: Readonly<Record<Asked, string>> = {
  count: 'how many',
  share: 'percent',
  amount: 'how much',
  money: 'how much $',
  when: 'when',
  who: 'who',
  where: 'where',
  why: 'why',
  how: 'how do',
  compare: 'versus',
};

const askedKinds = Object.keys(askedWords) as Asked[];

/** A question as words, each of which is read by itself again: what a conversation's memory keeps instead of the text. */
export function termsOf({ asked, years, units }: Before): string[] {
  return [
    ...new Set([
      ...[...asked].map((kind) => askedWords[kind]),
      ...years.map(yearWords),
      ...units.map((unit) => unit.label),
    ]),
  ];
}

function yearWords({ from, to }: Years): string {
  if (from === Number.NEGATIVE_INFINITY) return `until ${to}`;
  if (to === Number.POSITIVE_INFINITY) return `since ${from}`;
  if (to === from) return String(from);
  return to === from + 9 ? `${from}s` : `${from} or ${to}`;
}

/** The question that was kept as such words. */
export function recalled(words: readonly string[], mind: Pick<Mind, 'book' | 'speller'>): Before {
  const asked = askedKinds.filter((kind) => words.includes(askedWords[kind]));
  const named = words.filter((word) => !asked.some((kind) => askedWords[kind] === word));
  const read = named.map((word) => readQuestion(word, mind));
  return {
    units: read.flatMap(({ units }) => units),
    terms: [...new Set(read.flatMap(({ terms }) => terms))],
    words: read.flatMap(({ words: each }) => each),
    asked: new Set(asked),
    years: read.flatMap(({ years }) => years),
  };
}
