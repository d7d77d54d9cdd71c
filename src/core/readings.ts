import type { Fact } from './fact.ts';
import { type Learned, noFact } from './learned.ts';
import { type Lesson, learn } from './lessons.ts';
import { createPostings, type Postings } from './postings.ts';
import { type Asked, askedIn } from './question.ts';
import type { PhraseBook } from './scan.ts';
import type { Store } from './store.ts';
import { comparedTerms, createTermReader, type InTerms, inTerms, learnedTerms } from './terms.ts';
import { numbered, type Vocabulary } from './vocabulary.ts';
import { tokensOf } from './words.ts';

/**
 * What the facts and their known questions were read into: all that a search needs. Plain data, so that a start need not read them again.
 * Facts go by their numbers in the store's order, known questions by theirs in the order of `facts/questions/`.
 */
export interface Readings {
  /** The terms of the facts and of the known and declined questions: the postings of these go by their numbers. */
  readonly vocabulary: Vocabulary;
  /** The terms of each fact and of the questions that it is known to answer; the marks say how often: `timesOf`. */
  readonly facts: Postings;
  /** How many terms each fact has, counted like `timesOf`. */
  readonly lengths: Float32Array;
  /** What is compared of each known question: `comparedTerms`. */
  readonly questions: Postings;
  /** The facts that each known question leads to: those of all sides where it belongs to a dispute. */
  readonly owners: readonly (readonly number[])[];
  /** What is compared of each question that is known to have no answer. */
  readonly declined: Postings;
  /** What was learned from the known and declined questions. */
  readonly learned: Learned;
  /** The kinds of question that each fact is known to answer, with their shares of its known questions. */
  readonly kinds: readonly ReadonlyMap<Asked, number>[];
  /** The English words of the facts and known questions, each once: what a mistyped one may mean. */
  readonly words: readonly string[];
}

/** In a mark: the fact itself has the term. The rest counts the known questions that have it. */
export const ownMark = 128;
/** A fact's own text counts as much as this many of its known questions. */
const ownTimes = 3;

/** How often a term counts for a fact, by its mark. */
export function timesOf(mark: number): number {
  return mark >= ownMark ? ownTimes + mark - ownMark : mark;
}

/** Reads the facts and known questions of a store. */
export function readStore(store: Store, book: PhraseBook): Readings {
  const known = knownQuestions(store, book);
  const declined = store.declined.flatMap(({ en, zh }) => [...en, ...zh].map((text) => readText(text, book)));
  const ofFact: Known[][] = store.facts.map(() => []);
  for (const question of known) for (const fact of question.owners) ofFact[fact]?.push(question);
  const read = createTermReader(store, book);
  const lengths = new Float32Array(store.facts.length);
  const vocabulary = new Map<string, number>();
  const facts = createPostings(store.facts.length, (number) => {
    const marks = marksOf(store.facts[number], ofFact[number] ?? [], read);
    lengths[number] = marks.values().reduce((sum, mark) => sum + timesOf(mark), 0);
    const terms = numbered(marks.keys(), vocabulary);
    return marks.values().map((mark, at) => [terms[at] ?? 0, mark] as const);
  });
  return {
    vocabulary,
    facts,
    lengths,
    questions: comparedPostings(known, vocabulary),
    owners: known.map(({ owners }) => owners),
    declined: comparedPostings(declined, vocabulary),
    learned: learn(lessonsOf(known, declined)),
    kinds: ofFact.map(sharesOfKinds),
    words: [...wordsOf([...store.facts.map(({ text }) => text.en), ...store.questions.flatMap(({ en }) => en)])],
  };
}

interface Known extends InTerms {
  readonly owners: readonly number[];
}

/** What is compared of a question that somebody wrote down: its spelling is taken as it is. */
export function readText(text: string, book: PhraseBook): InTerms {
  return inTerms(book.scan(tokensOf(text)), askedIn(text));
}

function comparedPostings(questions: readonly InTerms[], vocabulary: Map<string, number>): Postings {
  const terms = (question: InTerms | undefined) => (question ? comparedTerms(question) : []);
  return createPostings(questions.length, (number) =>
    numbered(terms(questions[number]), vocabulary).map((term) => [term, 1] as const),
  );
}

function knownQuestions(store: Store, book: PhraseBook): Known[] {
  const numbers = new Map(store.facts.map(({ id }, number) => [id, number]));
  const sides = new Map(store.disputes.map((dispute) => [dispute.id, dispute.sides.flatMap((side) => side.facts)]));
  return store.questions.flatMap(({ id, en, zh }) => {
    const owners = (sides.get(id) ?? [id]).flatMap((fact) => numbers.get(fact) ?? []);
    return [...en, ...zh].map((text) => ({ owners, ...readText(text, book) }));
  });
}

function* lessonsOf(known: readonly Known[], declined: readonly InTerms[]): Iterable<Lesson> {
  for (const question of known) yield { terms: learnedTerms(question), right: question.owners };
  for (const question of declined) yield { terms: learnedTerms(question), right: [noFact] };
}

function sharesOfKinds(questions: readonly Known[]): Map<Asked, number> {
  const shares = new Map<Asked, number>();
  for (const kind of questions.flatMap(({ asked }) => [...asked]))
    shares.set(kind, (shares.get(kind) ?? 0) + 1 / questions.length);
  return shares;
}

/** The terms of a fact with their marks. */
function marksOf(
  fact: Fact | undefined,
  questions: readonly Known[],
  read: (fact: Fact) => ReadonlySet<string>,
): Map<string, number> {
  const marks = new Map<string, number>();
  for (const term of fact ? read(fact) : []) marks.set(term, ownMark);
  for (const { terms } of questions) {
    for (const term of terms) marks.set(term, oneMore(marks.get(term) ?? 0));
  }
  return marks;
}

/** A mark with one more known question; the count ends where its bits do. */
function oneMore(mark: number): number {
  return mark % ownMark === ownMark - 1 ? mark : mark + 1;
}

function wordsOf(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => tokensOf(text).map(({ raw }) => raw.toLowerCase())));
}
