import { nearnessIn } from './nearest.ts';
import { frequencyOf, rangeOf } from './postings.ts';
import type { Readings } from './readings.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type Weighed, weightOf } from './worth.ts';

/** What speaks for a question being one that no fact answers, beside what the facts lack. */
export interface Strangeness {
  /** How near the nearest declined question is, from 0 to 1, of those that name nothing, no year either, which the question does not. */
  readonly nearest: number;
  /** By how much its terms are more usual in declined questions than in known ones, each by its weight: a sum of logarithms, below 0 for the usual. */
  readonly odds: number;
  /** What was learned from known and declined questions of having no answer: above 0 it speaks for that. */
  readonly learned: number;
}

/** What is told of a term by as many questions as this counts half. */
const doubt = 10;

/** Measures questions against those that the store is known to answer and those that it is known not to. */
export function createStrangeness(
  { questions, declined, vocabulary }: Readings,
  worths: Float32Array,
): (terms: readonly Weighed[]) => Omit<Strangeness, 'learned'> {
  const nearness = nearnessIn(declined, worths);
  const all = questions.count + declined.count;
  const isName = namesAmong(vocabulary);
  const names = countNames(vocabulary.values());
  const odds = Float32Array.from(vocabulary, ([text, term]) => weightOf(text) * oddsOf(term));

  /** The logarithm of how much more often declined questions have a term than known ones; 0 where neither is known to. */
  function oddsOf(term: number): number {
    const [known, strange] = [frequencyOf(questions, term), frequencyOf(declined, term)];
    const usual = (doubt * (known + strange)) / all;
    return usual > 0
      ? Math.log((strange + usual) / (declined.count + doubt)) - Math.log((known + usual) / (questions.count + doubt))
      : 0;
  }

  /** How many names each declined question has among these terms. */
  function countNames(terms: Iterable<number>): Uint8Array {
    const counts = new Uint8Array(declined.count);
    for (const term of terms) {
      if (!isName[term]) continue;
      const { start, end } = rangeOf(declined, term);
      for (let place = start; place < end; place++) {
        const text = declined.texts[place] ?? 0;
        counts[text] = (counts[text] ?? 0) + 1;
      }
    }
    return counts;
  }

  return (terms) => {
    let nearest = 0;
    const named = countNames(terms.map(({ term }) => term));
    nearness(terms, (question, near) => {
      if (near > nearest && named[question] === names[question]) nearest = near;
    });
    return { nearest, odds: terms.reduce((sum, { term }) => sum + (odds[term] ?? 0), 0) };
  };
}

/** An entity, a name unknown to the store, or a year. */
const name = /^(?:[ex]:|w:(?:19|20)\d\d$)/u;
/** What every question may name. */
const home = 'e:china';

/** By its number, whether a term is a name. */
function namesAmong(vocabulary: Vocabulary): Uint8Array {
  return Uint8Array.from(vocabulary.keys(), (text) => (name.test(text) && text !== home ? 1 : 0));
}
