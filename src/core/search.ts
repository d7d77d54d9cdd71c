import type { Fact } from './fact.ts';
import type { Question } from './question.ts';
import type { PhraseBook } from './scan.ts';
import type { Store } from './store.ts';
import { createTermReader } from './terms.ts';
import type { Unit } from './units.ts';

/** A fact that a question found. `strengths[i]` is how well it matches the question's unit i; `coverage` is the share of the question it matches. */
export interface Found {
  readonly fact: Fact;
  readonly strengths: readonly number[];
  readonly coverage: number;
  /** The share of the fact that the question speaks of: of two facts that cover the question, the narrower is the better answer. */
  readonly focus: number;
  /** The share of the question's own words that the fact has. */
  readonly wording: number;
}

export interface Index {
  /** The facts that match a question best, best coverage first, at most `limit`. */
  search(question: Question, limit: number): Found[];
  /** Whether any fact has this term. */
  has(term: string): boolean;
  /** How much a unit weighs: the rarer the more. */
  weigh(unit: Unit): number;
}

/** An inverted index over the terms of every fact, scored by how much of the question a fact covers, rare words counting more. */
export function createIndex(store: Store, book: PhraseBook): Index {
  const { postings, sizes } = invert(store, book);
  const count = store.facts.length;
  const none = new Uint32Array(0);
  const scores = new Float32Array(count);
  const stamps = new Uint32Array(count);
  let stamp = 0;

  const rarity = (frequency: number) => Math.log((count + 1) / (Math.max(frequency, 0.5) + 0.5));
  const frequencyOf = (unit: Unit) =>
    Math.max(0, ...unit.terms.map(({ term, strength }) => (strength >= 0.8 ? (postings.get(term)?.length ?? 0) : 0)));
  const weigh = (unit: Unit) => unit.share * Math.max(0.3, rarity(frequencyOf(unit)));

  function addUnit(unit: Unit, weight: number, touched: number[]): void {
    stamp++;
    for (const { term, strength } of unit.terms) {
      for (const at of postings.get(term) ?? none) {
        if (stamps[at] === stamp) continue;
        stamps[at] = stamp;
        if (scores[at] === 0) touched.push(at);
        scores[at] = (scores[at] ?? 0) + weight * strength;
      }
    }
  }

  function strengthOf(unit: Unit, at: number): number {
    const term = unit.terms.find(({ term }) => includes(postings.get(term) ?? none, at));
    return term?.strength ?? 0;
  }

  /** How much of the question's own wording a fact has, rare words counting more. */
  function sharedWords(words: readonly string[], at: number): number {
    let all = 0;
    let shared = 0;
    for (const word of words) {
      const list = postings.get(word) ?? none;
      const weight = rarity(list.length);
      all += weight;
      if (includes(list, at)) shared += weight;
    }
    return all > 0 ? shared / all : 0;
  }

  function foundAt(at: number, question: Question, coverage: number): Found[] {
    const fact = store.facts[at];
    if (!fact) return [];
    const strengths = question.units.map((unit) => strengthOf(unit, at));
    const heavy = strengths.filter((strength, unit) => strength >= 0.5 && question.units[unit]?.light === false).length;
    const focus = Math.min(1, (heavy * 1.5) / Math.max(1, sizes[at] ?? 1));
    return [{ fact, strengths, coverage, focus, wording: sharedWords(question.words, at) }];
  }

  return {
    search(question, limit) {
      const touched: number[] = [];
      const weights = question.units.map(weigh);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      question.units.forEach((unit, index) => {
        addUnit(unit, weights[index] ?? 0, touched);
      });
      const best = bestOf(touched, scores).slice(0, limit);
      const found = best.flatMap((at) => foundAt(at, question, (scores[at] ?? 0) / total));
      for (const at of touched) scores[at] = 0;
      return found;
    },
    has: (term) => postings.has(term),
    weigh,
  };
}

/** Common words touch most of a large store: only what comes near the best is worth sorting. */
const nearBest = 0.4;

/** The facts that come near the best, best first, in the store's order among equals. */
function bestOf(touched: readonly number[], scores: Float32Array): number[] {
  let best = 0;
  for (const at of touched) best = Math.max(best, scores[at] ?? 0);
  return touched
    .filter((at) => (scores[at] ?? 0) >= best * nearBest)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}

/** Whether a sorted list of fact numbers holds one. */
function includes(sorted: Uint32Array, value: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}

/** Which facts have each term, as sorted numbers of the store's order: 4 bytes a fact and term, where lists of objects would take ten times that. */
function invert(store: Store, book: PhraseBook): { postings: Map<string, Uint32Array>; sizes: Uint16Array } {
  const lists = new Map<string, number[]>();
  const sizes = new Uint16Array(store.facts.length);
  const read = createTermReader(store, book);
  store.facts.forEach((fact, at) => {
    const { terms, size } = read(fact);
    sizes[at] = size;
    for (const term of terms) {
      const list = lists.get(term);
      if (list) list.push(at);
      else lists.set(term, [at]);
    }
  });
  return { postings: new Map([...lists].map(([term, list]) => [term, Uint32Array.from(list)])), sizes };
}
