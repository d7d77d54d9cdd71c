import { countries } from './countries.ts';
import { fillers } from './fillers.ts';
import { namesOf } from './glossary.ts';
import { lightWords } from './light-words.ts';
import { outsiders } from './outsiders.ts';
import { phraseBookOf } from './phrase-book.ts';
import { type Readings, readStore } from './readings.ts';
import type { PhraseBook } from './scan.ts';
import { createIndex, type Index } from './search.ts';
import { createSpeller, type Speller } from './spelling.ts';
import { createStore, type Knowledge, type Store } from './store.ts';

/** What the bot knows, how it reads questions, and how it finds facts. */
export interface Mind {
  readonly store: Store;
  readonly book: PhraseBook;
  readonly speller: Speller;
  readonly index: Index;
}

/** Reads a knowledge into what a search needs: most of the work of a start, and the same each time. */
export function readKnowledge(knowledge: Knowledge): Readings {
  return readStore(createStore(knowledge), phraseBookOf(knowledge));
}

/** Builds the store, the phrase book, the speller and the index of a knowledge: once, at the start, from the readings where they were kept. */
export function createMind(knowledge: Knowledge, kept?: Readings): Mind {
  const store = createStore(knowledge);
  const book = phraseBookOf(knowledge);
  const readings = kept ?? readStore(store, book);
  const names = { meant: knowledge.entities.map(({ name }) => name.zh), known: knowledge.entities.flatMap(namesOf) };
  const texts = { meant: [...readings.words, ...namesMeant(knowledge)], known: [...wordsKnown(knowledge)] };
  return { store, book, speller: createSpeller(texts, names), index: createIndex(store, readings) };
}

/** The names that a mistyped word may mean, beside the words of the facts. */
function namesMeant({ entities, topics }: Knowledge): string[] {
  return [...entities, ...topics].flatMap(namesOf);
}

/** Every other word that the bot knows, and so does not take for another. */
function* wordsKnown(knowledge: Knowledge): Iterable<string> {
  for (const entity of knowledge.entities) yield entity.role.en;
  for (const concept of knowledge.concepts) yield* concept.words;
  for (const country of countries()) yield* country.names;
  for (const names of outsiders) yield* names;
  yield* [...fillers.keys(), lightWords.en];
}
