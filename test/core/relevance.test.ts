import fc from 'fast-check';
import { expect, test } from 'vitest';
import { learn } from '../../src/core/lessons.ts';
import { createPostings } from '../../src/core/postings.ts';
import { ownMark, type Readings, timesOf } from '../../src/core/readings.ts';
import { createRelevance } from '../../src/core/relevance.ts';
import { numbered } from '../../src/core/vocabulary.ts';
import { createScales } from '../../src/core/worth.ts';

const vocabulary = ['w:china', 'w:chip', 'w:model', 'z:芯片', 'c:chip', 'e:baidu', 'e:china', 'x:KR'];
const terms = fc.uniqueArray(fc.constantFrom(...vocabulary), { maxLength: vocabulary.length });
const store = fc.array(fc.record({ own: terms, questions: fc.array(terms, { maxLength: 6 }) }), {
  minLength: 1,
  maxLength: 60,
});

interface Sample {
  readonly own: readonly string[];
  readonly questions: readonly (readonly string[])[];
}

function marks({ own, questions }: Sample): Map<string, number> {
  const found = new Map<string, number>(own.map((term) => [term, ownMark]));
  for (const term of questions.flat()) found.set(term, (found.get(term) ?? 0) + 1);
  return found;
}

function lengthOf(sample: Sample): number {
  return [...marks(sample).values()].reduce((sum, mark) => sum + timesOf(mark), 0);
}

/** What is best by its terms, as `Relevance.best` tells. */
function searchIn(samples: readonly Sample[]) {
  const readings = readingsOf(samples);
  const scales = createScales(readings);
  const relevance = createRelevance(readings, scales.worths);
  return (asked: readonly string[], limit: number, also: readonly number[]) =>
    relevance.best(scales.weigh(asked), limit, also);
}

function readingsOf(samples: readonly Sample[]): Readings {
  const numbers = new Map<string, number>();
  const known = samples.flatMap(({ questions }, fact) => questions.map((question) => ({ fact, question })));
  return {
    vocabulary: numbers,
    facts: createPostings(samples.length, (fact) => {
      const found = marks(samples[fact] ?? { own: [], questions: [] });
      return [...found].map(([term, mark]) => [numbered([term], numbers)[0] ?? 0, mark]);
    }),
    lengths: Float32Array.from(samples, lengthOf),
    questions: createPostings(known.length, (at) =>
      numbered(known[at]?.question ?? [], numbers).map((term) => [term, 1] as const),
    ),
    owners: known.map(({ fact }) => [fact]),
    declined: createPostings(0, () => []),
    learned: learn([]),
    kinds: samples.map(() => new Map()),
    words: [],
  };
}

/** BM25 and Dice's measure as they stand in the textbooks, over every fact. */
function naive(samples: readonly Sample[], asked: readonly string[]): number[] {
  const weights: Record<string, number> = { w: 1.2, z: 0.95, c: 3.3, e: 3.3, x: 3.3, k: 1 };
  const mean = samples.reduce((sum, sample) => sum + lengthOf(sample), 0) / samples.length;
  const worth = (term: string) => {
    const having = samples.filter((sample) => marks(sample).has(term)).length;
    return (weights[term[0] ?? ''] ?? 0) * (1 - Math.log(Math.max(having, 0.5) + 0.5) / Math.log(samples.length + 1));
  };
  const sum = (of: readonly string[]) => of.reduce((total, term) => total + worth(term), 0);
  return samples.map((sample) => {
    const found = marks(sample);
    const words = asked.reduce((total, term) => {
      const times = timesOf(found.get(term) ?? 0);
      const norm = 1.2 * (0.25 + (0.75 * lengthOf(sample)) / mean);
      return total + (times > 0 ? (worth(term) * 2.2 * times) / (times + norm) : 0);
    }, 0);
    const likeness = sample.questions.map((question) => {
      const both = sum(question.filter((term) => asked.includes(term)));
      const near = both === 0 ? 0 : (2 * both) / (sum(question) + sum(asked));
      return near < 0.45 ? 0 : near;
    });
    return words + 8 * Math.max(0, ...likeness);
  });
}

test('leaving common words aside changes nothing among the facts that come near the best', () => {
  fc.assert(
    fc.property(store, terms, (samples, asked) => {
      const expected = naive(samples, asked);
      const best = Math.max(...expected);
      const found = searchIn(samples)(asked, samples.length, []);
      const scores = new Map(found.map(({ fact, relevance }) => [fact, relevance]));
      expected.forEach((score, fact) => {
        if (score > 0.4001 * best && score > 1e-4) expect(scores.get(fact)).toBeCloseTo(score, 4);
      });
      expect(found.map(({ relevance }) => relevance)).toEqual(
        found.map(({ relevance }) => relevance).toSorted((a, b) => b - a),
      );
    }),
    { numRuns: 300 },
  );
});

test('a fact that is wanted for another reason is told of too, with what it has in common', () => {
  fc.assert(
    fc.property(store, terms, fc.nat(), (samples, asked, number) => {
      const best = searchIn(samples);
      const wanted = number % samples.length;
      const alone = best(asked, samples.length, []);
      const found = best(asked, 1, [wanted]);
      expect(found.map(({ fact }) => fact)).toEqual([
        ...new Set([...alone.slice(0, 1).map(({ fact }) => fact), wanted]),
      ]);
      const before = alone.find(({ fact }) => fact === wanted);
      if (before) expect(found).toContainEqual(before);
    }),
  );
});

test('a question leaves nothing behind for the next one', () => {
  fc.assert(
    fc.property(store, terms, terms, (samples, first, second) => {
      const used = searchIn(samples);
      used(first, 10, []);
      expect(used(second, 10, [])).toEqual(searchIn(samples)(second, 10, []));
    }),
  );
});
