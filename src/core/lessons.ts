import { type Learned, oneOf, type Read, scoreInto } from './learned.ts';
import { createPostings, type Postings, placeIn, rangeOf } from './postings.ts';
import { numbered, type Vocabulary } from './vocabulary.ts';

/** A question that somebody wrote down, and its right answers: facts by their numbers, or `noFact`. */
export interface Lesson {
  readonly terms: readonly string[];
  readonly right: readonly number[];
}

/** How often all lessons are gone through. */
const rounds = 10;
/** In each round every so manyth term of a lesson is left out, another one each time: so that no word is leaned on alone ("dropout"). */
const leftOut = 5;
/** By how much the right answer is to come before the best wrong one. */
const margin = 1;
/** The most that one lesson changes at a time: it may be like no other. */
const mostChange = 1;
/** A term of fewer lessons tells nothing of other questions. */
const leastLessons = 2;

/**
 * Learns what terms tell beside how often they come: that "boss" speaks for who heads a lab and against what the lab made. Where the best wrong
 * answer to a lesson comes near the right one, the weights of the lesson's terms are moved from that to this; kept is their mean over the second half
 * of the time. An averaged passive-aggressive perceptron: Crammer et al., "Online Passive-Aggressive Algorithms", https://jmlr.org/papers/v7/crammer06a.html
 */
export function learn(lessons: Iterable<Lesson>): Learned {
  const { answers, vocabulary, read } = readLessons(lessons);
  const terms = termsLeadingTo(answers.length, read);
  const pupil = createPupil(answers.length, terms);
  const steps = rounds * read.length;
  const stride = strideThrough(read.length);
  for (let step = 0; step < steps; step++) {
    const number = (step * stride) % read.length;
    const lesson = read[number];
    // Until half-time every change holds for the whole second half, the time that the mean is of.
    const share = Math.min(1, 2 * (1 - step / steps));
    if (lesson) pupil.take(inPart(lesson, number + Math.floor(step / read.length)), share);
  }
  return { answers, vocabulary, terms, weights: pupil.mean };
}

/** A lesson without some of its terms: which ones, a turn tells. */
function inPart(lesson: ReadLesson, turn: number): ReadLesson {
  return { ...lesson, terms: lesson.terms.filter((_, at) => (at + turn) % leftOut !== 0) };
}

/** Lessons by the numbers of their terms and the places of their answers. Their texts, tens of megabytes, are let go one by one. */
function readLessons(lessons: Iterable<Lesson>): { answers: number[]; vocabulary: Vocabulary; read: ReadLesson[] } {
  const all = new Map<string, number>();
  const taught = Array.from(lessons, ({ terms, right }) => ({ terms: numbered(terms, all), right })).filter(
    ({ right }) => right.length > 0,
  );
  const frequencies = new Uint32Array(all.size);
  for (const { terms } of taught) for (const term of terms) frequencies[term] = (frequencies[term] ?? 0) + 1;
  const vocabulary = new Map<string, number>();
  const numbers = Array.from(all, ([text, term]) =>
    (frequencies[term] ?? 0) >= leastLessons ? numbered([text], vocabulary) : [],
  );
  const answers = [...new Set(taught.flatMap(({ right }) => right))];
  const places = new Map(answers.map((answer, place) => [answer, place]));
  const read = taught.map(({ terms, right }) => ({
    terms: terms.flatMap((term) => numbers[term] ?? []),
    one: oneOf(terms),
    right: right.flatMap((answer) => places.get(answer) ?? []),
  }));
  return { answers, vocabulary, read };
}

/** To which of so many answers the lessons with a term lead. */
function termsLeadingTo(count: number, lessons: readonly ReadLesson[]): Postings {
  const ofAnswer = Array.from({ length: count }, () => new Set<number>());
  for (const { terms, right } of lessons) {
    for (const answer of right) for (const term of terms) ofAnswer[answer]?.add(term);
  }
  return createPostings(count, (answer) => [...(ofAnswer[answer] ?? [])].map((term) => [term, 1]));
}

interface ReadLesson extends Read {
  /** By the places of the answers. */
  readonly right: readonly number[];
}

function createPupil(count: number, terms: Postings) {
  const weights = new Float32Array(terms.texts.length);
  const mean = new Float32Array(terms.texts.length);
  const scores = new Float32Array(count);

  /** Moves what the terms of a lesson speak for an answer; it holds for this share of the time, and so counts that much in the mean. */
  function move(answer: number, read: Read, { by, share }: { by: number; share: number }): void {
    for (const term of read.terms) {
      const place = placeIn(terms, rangeOf(terms, term), answer);
      if (place === undefined) continue;
      weights[place] = (weights[place] ?? 0) + by;
      mean[place] = (mean[place] ?? 0) + by * share;
    }
  }

  return {
    mean,
    take(lesson: ReadLesson, share: number): void {
      scoreInto(scores, { terms, weights }, lesson);
      const { good, bad } = bestOf(scores, lesson.right);
      const lack = margin - (scores[good] ?? 0) + (scores[bad] ?? 0);
      if (lack <= 0) return;
      const by = Math.min(mostChange, lack / 2) * lesson.one;
      move(good, lesson, { by, share });
      move(bad, lesson, { by: -by, share });
    },
  };
}

/** The best of the right answers and the best of the others. */
function bestOf(scores: Float32Array, right: readonly number[]): { good: number; bad: number } {
  const good = right.reduce((best, answer) => ((scores[answer] ?? 0) > (scores[best] ?? 0) ? answer : best));
  let bad = -1;
  for (let answer = 0; answer < scores.length; answer++) {
    if ((bad < 0 || (scores[answer] ?? 0) > (scores[bad] ?? 0)) && !right.includes(answer)) bad = answer;
  }
  return { good, bad };
}

/** A step by which all lessons are come to, each once a round, with questions that were written one after the other far apart. */
function strideThrough(count: number): number {
  let stride = Math.max(1, Math.floor(count * 0.618));
  while (greatestCommonDivisor(stride, count) > 1) stride++;
  return stride;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
