import { countries } from './countries.ts';
import { fillers } from './fillers.ts';
import { type Entity, namesOf } from './glossary.ts';
import { lightWords } from './light-words.ts';
import { outsiders } from './outsiders.ts';
import { createPhraseBook, type PhraseBook } from './scan.ts';
import type { Knowledge } from './store.ts';
import { tokensOf } from './words.ts';

/** Names that are ordinary English words in small letters: they are names only as written in the glossary. */
const namesAsWritten = new Set([
  'US',
  'UN',
  'LA',
  'IDEA',
  'BAT',
  'Meta',
  'Apple',
  'Oracle',
  'Ascend',
  'Intel',
  'AI Superpowers',
  'the States',
  'the states',
]);

/** The phrase book of a store: its entities, topics and concepts, the names it knows nothing of, and the words that tell nothing. */
export function phraseBookOf(knowledge: Pick<Knowledge, 'entities' | 'topics' | 'concepts'>): PhraseBook {
  const book = createPhraseBook();
  addGlossary(book, knowledge);
  addElsewhere(book);
  for (const word of [lightWords.en, lightWords.zh].flatMap((words) => words.trim().split(/\s+/))) {
    book.add(word, { kind: 'light', id: word });
  }
  for (const [filler, id] of fillers) book.add(filler, { kind: 'filler', id });
  return book;
}

function addGlossary(
  book: PhraseBook,
  { entities, topics, concepts }: Pick<Knowledge, 'entities' | 'topics' | 'concepts'>,
): void {
  for (const entity of entities) {
    for (const name of namesOf(entity)) book.add(name, { kind: 'entity', id: entity.id }, namesAsWritten.has(name));
  }
  for (const [phrase, id] of rolesOf(entities)) book.add(phrase, { kind: 'role', id });
  for (const topic of topics) {
    for (const name of namesOf(topic)) book.add(name, { kind: 'topic', id: topic.id });
  }
  for (const { id, words, must, near } of concepts) {
    for (const word of words) book.add(word, { kind: 'concept', id, must, near });
  }
}

/** Countries and well-known names: what a question may be about and the store is not. */
function addElsewhere(book: PhraseBook): void {
  for (const { code, names } of countries()) {
    for (const name of names) book.add(name, { kind: 'elsewhere', id: code });
  }
  for (const names of outsiders) {
    for (const name of names) book.add(name, { kind: 'elsewhere', id: names[0] }, namesAsWritten.has(name));
  }
}

const nationality = /^(?:Chinese|China's|American|US|the)\s+|^(?:中国|美国)的?/u;

/** What people call entities without naming them ("the search giant"), where one alone is called so. */
function rolesOf(entities: readonly Entity[]): Map<string, string> {
  const owners = new Map<string, string[]>();
  for (const { id, role } of entities) {
    for (const phrase of `${role.en};${role.zh}`.split(/[;；]/u).map((text) => text.trim())) {
      for (const said of new Set([phrase, phrase.replace(nationality, '')])) {
        if (tokensOf(said).length >= 2) owners.set(said, [...(owners.get(said) ?? []), id]);
      }
    }
  }
  return new Map(
    [...owners].flatMap(([said, [id, ...others]]) => (id !== undefined && others.length === 0 ? [[said, id]] : [])),
  );
}
