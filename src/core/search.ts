import type { Fact } from './fact.ts';
import { createJudgement, noFact } from './learned.ts';
import { markIn, type Range, rangeOf } from './postings.ts';
import type { Asked, Question, Years } from './question.ts';
import { ownMark, type Readings } from './readings.ts';
import { createRelevance } from './relevance.ts';
import type { Store } from './store.ts';
import { createStrangeness, type Strangeness } from './strangeness.ts';
import { comparedTerms, type InTerms, learnedTerms } from './terms.ts';
import type { Unit } from './units.ts';
import { numberOf } from './vocabulary.ts';
import { createScales } from './worth.ts';

/** A fact that a question found. */
export interface Found {
  readonly fact: Fact;
  /** How well the question fits the fact and the questions that it is known to answer. */
  readonly relevance: number;
  /** How near the nearest of those questions is: 1 where it is the same. */
  readonly nearest: number;
  /** What was learned of it from all known questions: above 0 it speaks for it. */
  readonly learned: number;
  /** How well the fact, or a question that it is known to answer, matches the question's unit i, from 0 to 1. */
  readonly strengths: readonly number[];
  /** The same for what the fact itself says. */
  readonly own: readonly number[];
  /** The years that the question asks about and any question that it is known to answer, or the fact itself, names. */
  readonly askedYears: readonly number[];
  /** Whether it is known to answer any question. */
  readonly isAsked: boolean;
  /** The kinds of question that it is known to answer, with their shares of all that it is known to answer. */
  readonly answers: ReadonlyMap<Asked, number>;
}

/** A fact for which this much was learned is looked at, whatever it shares with the question. */
export const promising = 0.7;

/** A message of several questions, each read in several ways, looks up no more than about so many. */
const mostKept = 12;

type Sought = InTerms & Pick<Question, 'units' | 'years'>;

/** What a search tells of a question. */
interface Search {
  /** The facts that fit it best, best first. */
  readonly found: readonly Found[];
  /** What speaks for its being one that no fact answers. */
  readonly strangeness: Strangeness;
}

export interface Index {
  /** Finds the facts that fit a question best: at most `limit` by their words, and those that the lessons speak for. */
  search(question: Sought, limit: number): Search;
}

/** An index over the facts: each is found by its own words, and by those of the questions that it is known to answer. */
export function createIndex(store: Store, readings: Readings): Index {
  const scales = createScales(readings);
  const relevance = createRelevance(readings, scales.worths);
  const measure = createStrangeness(readings, scales.worths);
  const judgementOf = createJudgement(readings.learned);
  const isAsked = new Set(readings.owners.flat());

  function placeOf(term: string): Range {
    return rangeOf(readings.facts, numberOf(term, readings.vocabulary));
  }

  /** A unit's terms by where they stand, strongest first: looked up once for all facts. */
  function located({ terms }: Unit): Located[] {
    return terms.map(({ term, strength }) => ({ strength, range: placeOf(term) }));
  }

  /** The strength of the first, and so the strongest, of a unit's terms that a fact has with at least this mark. */
  function strengthOf(terms: readonly Located[], fact: number, mark: number): number {
    return terms.find(({ range }) => markIn(readings.facts, range, fact) >= mark)?.strength ?? 0;
  }

  function locatedYear({ from, to }: Years): { year: number; range: Range }[] {
    return from === to ? [{ year: from, range: placeOf(`w:${from}`) }] : [];
  }

  function find(question: Sought, limit: number): Search {
    const wanted = question.units.map(located);
    const terms = scales.weigh(comparedTerms(question));
    const years = question.years.flatMap(locatedYear);
    const judgement = judgementOf(learnedTerms(question));
    const found = relevance
      .best(terms, limit, judgement.from(promising))
      .flatMap(({ fact: number, relevance, nearest }): Found[] => {
        const fact = store.facts[number];
        if (!fact) return [];
        const strengths = wanted.map((unit) => strengthOf(unit, number, 1));
        const own = wanted.map((unit) => strengthOf(unit, number, ownMark));
        return [
          {
            fact,
            relevance,
            nearest,
            learned: judgement.of(number),
            strengths,
            own,
            askedYears: years.filter(({ range }) => markIn(readings.facts, range, number) > 0).map(({ year }) => year),
            isAsked: isAsked.has(number),
            answers: readings.kinds[number] ?? new Map(),
          },
        ];
      });
    return { found, strangeness: { ...measure(terms), learned: judgement.of(noFact) } };
  }

  /** A question is looked up again wherever on its way to a reply something hangs on its answer. (A WeakMap's entries would live until a full collection.) */
  const kept: { question: Sought; limit: number; search: Search }[] = [];

  return {
    search(question, limit) {
      const last = kept.find((one) => one.question === question && one.limit === limit);
      if (last) return last.search;
      const search = find(question, limit);
      kept.push({ question, limit, search });
      if (kept.length > mostKept) kept.shift();
      return search;
    },
  };
}

interface Located {
  readonly strength: number;
  readonly range: Range;
}
