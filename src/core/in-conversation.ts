import { answersTo } from './answer.ts';
import { type Before, complete, isName } from './follow-up.ts';
import type { Mind } from './mind.ts';
import type { Question } from './question.ts';
import { withNamesTold } from './referents.ts';

/** A question that can stand alone but speaks of "it" or "else" leans on the turn before also where its answer is less sure by this much. */
const pronounWorth = 2;
/** So many things can stand alone: "why do parents push their children to study AI?" */
const much = 3;

/** What the turns before left to lean on. */
export interface Earlier {
  readonly before?: Before | undefined;
  /** The facts of the last reply, its first one first, and of those before it that told of the same: who asks for more has heard them. */
  readonly told?: readonly string[];
}

/** A question made whole from the turns before; where it asks for more, what was told is no answer. */
export function inConversation(question: Question, { before, told = [] }: Earlier, mind: Mind): Question {
  if (!before) return { ...question, leaning: false };
  const others = question.asksForOthers ? { told: new Set(told) } : {};
  const meant = question.refers ? ofWhatIsMeant({ ...question, ...others }, { before, told }, mind) : undefined;
  return meant ?? { ...inContext(question, before, mind), ...others };
}

/** A question that speaks of what the last answer named, if that is known; else it speaks of what was asked before. */
function ofWhatIsMeant(
  question: Question,
  { before, told }: { before: Before; told: readonly string[] },
  mind: Mind,
): Question | undefined {
  const meant = withNamesTold(question, { before, told: mind.store.fact(told[0] ?? '') }, mind.store);
  if (meant === before) return undefined;
  const whole = inContext(question, meant, mind);
  return answersTo(whole, mind).facts.length > 0 ? whole : undefined;
}

/**
 * A question made whole from the turn before. One that need not lean on it does so if it is surer to be answered then: "who invested?", "what about
 * talent?", "did Alibaba invest in it?"; "and the price?" also where it could hardly be answered alone.
 */
function inContext(question: Question, before: Before, mind: Mind): Question {
  if (!mayLean(question, before)) return complete(question, before);
  const [alone, leaning] = [{ ...question, leaning: false }, complete({ ...question, leaning: true }, before)];
  const [answer, other] = [answersTo(alone, mind), answersTo(leaning, mind)];
  if (other.facts.length === 0)
    return answer.facts.length === 0 || (question.leaning && answer.surety <= 0) ? leaning : alone;
  return other.surety + worthOfLeaning(question) > answer.surety ? leaning : alone;
}

/** "It" and "else" mean what was spoken of if that makes sense at all: "What's AIGC?" and "Who uses that term?" */
function worthOfLeaning(question: Question): number {
  if (!question.refers && !question.asksForOthers) return 0;
  return standsAlone(question) ? pronounWorth : Number.POSITIVE_INFINITY;
}

/** Whether a question can be understood though it speaks of "it": it names somebody, or has much else. */
function standsAlone({ units }: Question): boolean {
  return units.some(isName) || units.filter(({ light }) => !light).length >= much;
}

/** Whether a question can be meant alone or as a follow-up: it has something to ask, and either names nothing or speaks of "it" beside what it names. */
function mayLean(question: Question, before: Before): boolean {
  const { units, refers } = question;
  if (units.length === 0) return false;
  if (units.every(({ light }) => light)) return !refers;
  const wasNamed = before.units.some(isName);
  if (refers) return standsAlone(question) ? wasNamed : !wasNamed;
  return wasNamed && !units.some(isName);
}
