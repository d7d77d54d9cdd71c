import { countries } from './countries.ts';
import { fillers } from './fillers.ts';
import { type Entity, namesOf } from './glossary.ts';
import { lightWords } from './light-words.ts';
import { createPhraseBook, type PhraseBook } from './scan.ts';
import type { Knowledge } from './store.ts';
import { tokensOf } from './words.ts';

/** Names that are ordinary English words in small letters: they are names only as written in the glossary. */
const namesAsWritten = new Set(['US', 'UN', 'LA', 'IDEA', 'BAT']);

/** The phrase book of a store: its entities, topics and concepts, every country, and the fillers. */
export function phraseBookOf(knowledge: Pick<Knowledge, 'entities' | 'topics' | 'concepts'>): PhraseBook {
  const book = createPhraseBook();
  for (const entity of knowledge.entities) {
    for (const name of namesOf(entity)) book.add(name, { kind: 'entity', id: entity.id }, namesAsWritten.has(name));
  }
  for (const [phrase, id] of rolesOf(knowledge.entities)) book.add(phrase, { kind: 'role', id });
  for (const topic of knowledge.topics) {
    for (const name of namesOf(topic)) book.add(name, { kind: 'topic', id: topic.id });
  }
  for (const concept of knowledge.concepts) {
    const { id, must, near } = concept;
    for (const word of concept.words) book.add(word, { kind: 'concept', id, must, near });
  }
  for (const country of countries()) {
    for (const name of country.names) book.add(name, { kind: 'elsewhere', id: country.code });
  }
  for (const word of [lightWords.en, lightWords.zh].flatMap((words) => words.trim().split(/\s+/))) {
    book.add(word, { kind: 'light', id: word });
  }
  for (const filler of fillers) book.add(filler, { kind: 'filler', id: filler });
  return book;
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
