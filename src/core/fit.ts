import type { Fact } from './fact.ts';
import { boostOf, canAnswer } from './kinds.ts';
import type { Question } from './question.ts';
import type { Found } from './search.ts';
import type { Store } from './store.ts';
import type { Unit } from './units.ts';

/** A unit counts as matched from this strength on: a mere topic in common is less. */
const matched = 0.5;
/** One that a fact must tell of itself needs more: that its topic is China and the United States does not do for "and the US?" */
const matchedItself = 0.7;
/**
 * What a fact for which 1 was learned goes before one of which nothing was, one that is known to be asked with all units, or has them itself, before
 * one that has none; what it goes behind if it does not give the kind of answer that is asked for, and for each name or measure that it lacks.
 */
const learnedBoost = 8;
const coveredBoost = 3;
const ownedBoost = 1;
const otherKind = 3;
const otherName = 4;

/** How a found fact fits a question. */
export interface Fit {
  readonly fact: Fact;
  /** What facts are ranked by. */
  readonly score: number;
  /** How near the nearest question is that the fact is known to answer; for one that nobody wrote questions for, what it has of the question itself. */
  readonly nearest: number;
  /** What was learned of it from all known questions: above 0 it speaks for it. */
  readonly learned: number;
  /** Which of the question's units the fact, or a question that it is known to answer, has. */
  readonly has: readonly boolean[];
  /** The share of the question's units that the fact, or a question that it is known to answer, has. */
  readonly covered: number;
  /** The share that the fact itself has. */
  readonly owned: number;
  /** How many of the names and measures that the question must have it lacks. */
  readonly missing: number;
  /** How many of these are names that the bot knows, those of outsiders too. */
  readonly missingNames: number;
  /** Whether it gives the kinds of answer that are asked for. */
  readonly ofKind: boolean;
}

export function fitOf(found: Found, { units, asked }: Question, store: Store): Fit {
  const { fact, strengths, own } = found;
  const isMatched = (of: readonly number[], at: number) => (of[at] ?? 0) >= matched;
  const has = units.map(({ told }, at) => (told ? (own[at] ?? 0) >= matchedItself : isMatched(strengths, at)));
  const weightWhere = (isOne: (at: number) => boolean) =>
    units.reduce((sum, unit, at) => (isOne(at) ? sum + weightOf(unit) : sum), 0);
  const total = weightWhere(() => true);
  const shareWhere = (isOne: (at: number) => boolean) => (total === 0 ? 0 : weightWhere(isOne) / total);
  // Where only light words are, there is nothing to cover: what speaks for a fact is that this was asked of it before.
  const covered = total === 0 ? found.nearest : shareWhere((at) => has[at] === true);
  const owned = shareWhere((at) => isMatched(own, at));
  const missing = units.filter(({ must }, at) => must && !has[at]);
  const ofKind = [...asked].every((kind) => canAnswer(found, kind, store));
  return {
    fact,
    has,
    covered,
    owned,
    ofKind,
    nearest: found.isAsked ? found.nearest : owned,
    learned: found.learned,
    missing: missing.length,
    missingNames: missing.filter(({ told, entity }) => told || entity !== undefined).length,
    score:
      found.relevance +
      boostOf(found, asked, store) +
      learnedBoost * found.learned +
      coveredBoost * covered +
      ownedBoost * owned -
      (ofKind ? 0 : otherKind) -
      otherName * missing.length,
  };
}

/** Light units may be lacking. */
function weightOf({ light, share }: Unit): number {
  return light ? 0 : Math.min(1, share);
}
