import { type Answers, answersTo } from './answer.ts';
import { type Before, complete, completeWithAll, completeWithAnother, isName } from './follow-up.ts';
import type { Mind } from './mind.ts';
import type { Question } from './question.ts';
import { referentsOf } from './referents.ts';
import type { Store } from './store.ts';
import { heavyUnits, home } from './units.ts';

/** So many things can stand alone though they speak of "it": "why do parents push their children to study AI?" */
const much = 3;
/** A question of hardly a word that names nothing must be so sure to be answered alone, "who's the CEO?"; one that need not lean then does not. */
const sureAlone = 2;
/**
 * What speaks for leaning, added to how sure an answer is: a question that begins with "and", or can stand alone and speaks of "it" or "else", leans
 * also where it is a little less sure then; one that can hardly be understood alone wherever it has an answer.
 */
const worth = { may: 0, does: 2, must: 1000 };
/** A reading that is less usual has to be so much surer. */
const unusual = 1;
const veryUnusual = 3;
/** Who need not lean on all that was asked must be answered so surely then. */
const sureOfAll = 0;

/** What the turns before left to lean on. */
export interface Earlier {
  readonly before?: Before | undefined;
  /** The facts of the last reply, its first one first, and of those before it that told of the same: who asks for more has heard them. */
  readonly told?: readonly string[];
}

interface Lean {
  readonly before: Before;
  readonly told: readonly string[];
}

/** A question made whole, with the facts that answer it. */
export interface Answered extends Answers {
  readonly question: Question;
}

/** A way in which a question can be meant, and what speaks for it beside how sure its answer is. */
interface Reading {
  readonly question: Question;
  readonly worth: number;
  /** Less sure than this it has no answer. */
  readonly least?: number;
  /** As sure as this it is what is meant, whatever else might be. */
  readonly enough?: number;
}

/**
 * A question made whole from the turns before: of the ways in which it can be meant, the one that is surest to be answered; the most usual where none
 * has an answer. Where it asks for more, what was told is no answer.
 */
export function inConversation(question: Question, { before, told = [] }: Earlier, mind: Mind): Answered {
  if (!before) return answered({ ...question, leaning: false }, mind);
  const asked = question.asksForOthers ? { ...question, told: new Set(told) } : question;
  const read: (Answered & Reading)[] = [];
  for (const reading of readingsOf(asked, { before, told }, mind.store)) {
    const one = { ...reading, ...answered(reading.question, mind) };
    if (one.surety >= (one.enough ?? Number.POSITIVE_INFINITY) && hasAnswer(one, before)) return one;
    read.push(one);
  }
  const usual = read.find((one) => one.question.leaning) ?? read[0];
  const [best = usual] = read
    .filter((one) => hasAnswer(one, before))
    .toSorted((a, b) => b.surety + b.worth - (a.surety + a.worth));
  return best ?? answered(asked, mind);
}

function answered(question: Question, mind: Mind): Answered {
  return { question, ...answersTo(question, mind) };
}

/** Whether a reading has an answer; alone, a question of hardly a word needs a sure one where it might mean somebody who was named. */
function hasAnswer(
  { question, facts, surety, least = Number.NEGATIVE_INFINITY }: Answered & Reading,
  before: Before,
): boolean {
  const { leaning, units, saysWhichOthers } = question;
  const isShort = heavyUnits(units).length < 2 && !units.some((unit) => isName(unit) || unit.entity === home);
  const isDoubtful = !leaning && isShort && !saysWhichOthers && before.units.some(isName);
  return facts.length > 0 && surety >= (isDoubtful ? sureAlone : least);
}

/** The ways in which a question can be meant, the most usual first. */
function readingsOf(question: Question, lean: Lean, store: Store): Reading[] {
  const least = question.refersToAnother && lean.before.units.some(isName) ? { least: sureAlone } : {};
  const alone: Reading = { question: { ...question, leaning: false }, worth: 0, ...least };
  if (isBare(question)) return [{ question: complete(question, lean.before), worth: 0 }];
  if (question.units.some(isName) ? !question.refers : question.units.length === 0 && !question.leaning) return [alone];
  const value = worthOf(question);
  const leaning = leaningReadings(question, lean, store);
  if (value === worth.may) return [{ ...alone, enough: sureAlone }, ...leaning];
  return value === worth.must && lean.before.units.some(isName) ? leaning : [...leaning, alone];
}

/** What is asked is asked of what was asked before, of what the answer named, or beside all that was asked, or it is the same of another. */
function leaningReadings(asked: Question, { before, told }: Lean, store: Store): Reading[] {
  const value = worthOf(asked);
  const question = { ...asked, leaning: true };
  const { isAsked, told: ofTold } = referentsOf(question, { before, told: store.fact(told[0] ?? '') }, store);
  const isNamed = before.units.some(isName);
  const ofAsked = asked.refers && ofTold && !isAsked ? value - worth.must : value;
  const ofAll = ofAsked - (isOfAnother(asked) ? veryUnusual : unusual);
  const readings: Reading[] = [{ question: complete(question, before), worth: isNamed ? ofAsked : ofAll }];
  if (asked.refers && ofTold) {
    readings.push({ question: complete(question, ofTold), worth: isAsked ? value - unusual : value });
  }
  if (heavyUnits(asked.units).length === 0) return readings;
  if (isOfAnother(asked)) readings.push({ question: completeWithAnother(question, before), worth: value });
  if (isNamed) readings.push({ question: completeWithAll(question, before), worth: ofAll, least: sureOfAll });
  return readings;
}

/** "what about consumer brands?" */
function isOfAnother({ leaning, refers, asked }: Question): boolean {
  return leaning && !refers && asked.size === 0;
}

function worthOf(question: Question): number {
  const { refers, leaning, asksForOthers, saysWhichOthers } = question;
  if (refers || (asksForOthers && !saysWhichOthers)) return canStand(question) ? worth.does : worth.must;
  return leaning && !saysWhichOthers ? worth.does : worth.may;
}

/** "why?", "and Huawei?": what it does not say itself is what was asked before. */
function isBare({ units, refers, leaning }: Question): boolean {
  return leaning && !refers && heavyUnits(units).every(isName);
}

/** Whether a question can be understood though it speaks of "it" or "else": it names somebody, or has much else. */
function canStand({ units }: Question): boolean {
  return units.some(isName) || heavyUnits(units).length >= much;
}
