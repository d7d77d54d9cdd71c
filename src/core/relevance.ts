import { createNeighbours, type Neighbours } from './neighbours.ts';
import { frequencyOf, rangeOf } from './postings.ts';
import { type Readings, timesOf } from './readings.ts';
import type { Weighed } from './worth.ts';

/** BM25's usual constants: how soon a term that comes again tells no more, and how much longer texts are marked down. */
const saturation = 1.2;
const lengthShare = 0.75;
/** What the nearest known question counts beside all words together. */
const nearestWeight = 8;
/** Only facts that come this near the best are worth a look. */
const nearBest = 0.4;

/** BM25's share for how often a fact has a term, from 0 towards 1. */
function frequentness(mark: number, norm: number): number {
  const times = timesOf(mark);
  return times / (times + norm);
}

/** The facts that fit a question best, by their numbers, best first. */
export interface Relevance {
  /** At most `limit` of those that come near the best, then the others of `also`; the terms are `comparedTerms`, of which facts have no `k:`. */
  best(terms: readonly Weighed[], limit: number, also: readonly number[]): Relevant[];
}

interface Relevant {
  readonly fact: number;
  readonly relevance: number;
  readonly nearest: number;
}

/** Scores facts by BM25 over their own terms and those of their known questions, and by the nearest of these. */
export function createRelevance(readings: Readings, worths: Float32Array): Relevance {
  const { facts, lengths } = readings;
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const norms = lengths.map((length) => saturation * (1 - lengthShare + (lengthShare * length) / mean));
  const nearestOf = createNeighbours(readings, worths);
  const scores = new Float32Array(lengths.length);
  /** The most that BM25 gives for a term, however often a fact has it. */
  const mostOf = ({ worth }: Weighed) => worth * (saturation + 1);

  /** Adds a term to the scores: of facts that have one already, and, if `touched` is given, of new ones, which are put there. Gives the best score. */
  function addTerm(weighed: Weighed, best: number, touched: number[] | undefined): number {
    const most = mostOf(weighed);
    const { start, end } = rangeOf(facts, weighed.term);
    let highest = best;
    for (let place = start; place < end; place++) {
      const fact = facts.texts[place] ?? 0;
      const before = scores[fact] ?? 0;
      if (before === 0) {
        if (!touched) continue;
        touched.push(fact);
      }
      const score = before + most * frequentness(facts.marks[place] ?? 0, norms[fact] ?? 0);
      scores[fact] = score;
      highest = Math.max(highest, score);
    }
    return highest;
  }

  /**
   * Rare terms go first: once a fact that has none of them cannot come near the best any more, whatever it has of the rest, no new one is taken up,
   * so that common words do not touch half of a large store.
   */
  function scoreAll(terms: readonly Weighed[], neighbours: Neighbours): number[] {
    const touched = [...neighbours.facts];
    let best = 0;
    for (const fact of neighbours.facts) {
      const score = nearestWeight * neighbours.of(fact);
      scores[fact] = score;
      best = Math.max(best, score);
    }
    let rest = terms.reduce((sum, term) => sum + mostOf(term), 0);
    const telling = terms.filter(({ worth }) => worth > 0);
    for (const term of telling.sort((a, b) => frequencyOf(facts, a.term) - frequencyOf(facts, b.term))) {
      best = addTerm(term, best, rest > best * nearBest ? touched : undefined);
      rest -= mostOf(term);
    }
    return touched;
  }

  return {
    best(terms, limit, also) {
      const neighbours = nearestOf(terms);
      const touched = scoreAll(terms, neighbours);
      const near = nearBest * touched.reduce((best, fact) => Math.max(best, scores[fact] ?? 0), 0);
      const found = touched
        .filter((fact) => (scores[fact] ?? 0) >= near)
        .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
        .slice(0, limit);
      const relevant = [...new Set([...found, ...also])].map((fact) => ({
        fact,
        relevance: scores[fact] ?? 0,
        nearest: neighbours.of(fact),
      }));
      for (const fact of touched) scores[fact] = 0;
      return relevant;
    },
  };
}
