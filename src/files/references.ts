import type { Dispute, Fact } from '../core/fact.ts';
import { fold } from '../core/fold.ts';
import type { Concept, Entity, Topic } from '../core/glossary.ts';
import type { DeclinedQuestions, KnownQuestions } from '../core/known-questions.ts';
import { tokensOf } from '../core/words.ts';
import type { Item, List } from './lists.ts';
import type { Path } from './nodes.ts';
import type { Problem } from './problem.ts';

/** The lists of a facts folder that point to one another. */
export interface Lists {
  readonly topics: List<Topic>;
  readonly entities: List<Entity>;
  readonly disputes: List<Dispute>;
  readonly concepts: List<Concept>;
  readonly facts: List<Fact>;
  readonly questions: List<KnownQuestions>;
  readonly declined: List<DeclinedQuestions>;
}

/** What is wrong between the lists: ids that are taken twice or point nowhere, names of two owners, topics without facts. */
export function crossCheck(lists: Lists): Problem[] {
  return [
    ...[lists.topics, lists.entities, lists.disputes, lists.concepts, lists.facts, lists.questions].flatMap(
      duplicateIds,
    ),
    ...unknownIds(lists),
    ...namesTakenTwice([...lists.topics.items, ...lists.entities.items]),
    ...wordsTakenTwice(lists.concepts.items),
    ...topicsWithoutFacts(lists),
  ];
}

function duplicateIds(list: List<{ id: string }>): Problem[] {
  const seen = new Set<string>();
  return list.items.flatMap((item) => {
    const { id } = item.value;
    if (seen.has(id)) return [{ ...item.at(['id']), what: `the id "${id}" is taken`, cure: 'give each its own id' }];
    seen.add(id);
    return [];
  });
}

/** An id that one item uses for another, and where it stands. */
interface Use {
  readonly item: Item<object>;
  readonly path: Path;
  readonly id: string;
}

function unknownIds({ topics, entities, disputes, concepts, facts, questions, declined }: Lists): Problem[] {
  const inFacts = <T>(usesOf: (fact: Fact) => T): [Item<Fact>, T][] =>
    facts.items.map((item) => [item, usesOf(item.value)]);
  const topicUses = [
    ...inFacts((fact) => fact.topics),
    ...disputes.items.map((item): [Item<object>, string[]] => [item, item.value.topics]),
  ].flatMap(([item, ids]) => ids.map((id, index) => ({ item, path: ['topics', index], id })));
  const entityUses = [
    ...inFacts((fact) => fact.entities).flatMap(([item, ids]) =>
      ids.map((id, index) => ({ item, path: ['entities', index], id })),
    ),
    ...inFacts((fact) => fact.figures).flatMap(([item, figures]) =>
      figures.map((figure, index) => ({ item, path: ['figures', index, 'of'], id: figure.of })),
    ),
    ...entities.items.flatMap((item) => (item.value.of ? [{ item, path: ['of'], id: item.value.of }] : [])),
  ];
  const factUses = disputes.items.flatMap((item) =>
    item.value.sides.flatMap((side, at) =>
      side.facts.map((id, index) => ({ item, path: ['sides', at, 'facts', index], id })),
    ),
  );
  const conceptUses = concepts.items.flatMap((item) =>
    item.value.near.map((id, index) => ({ item, path: ['near', index], id })),
  );
  const questionUses = questions.items.map((item) => ({ item, path: ['id'], id: item.value.id }));
  const nearUses = declined.items.flatMap((item) =>
    item.value.near ? [{ item, path: ['near'], id: item.value.near }] : [],
  );
  return [
    ...unknown(conceptUses, concepts.ids, 'concept'),
    ...unknown(topicUses, topics.ids, 'topic'),
    ...unknown(entityUses, entities.ids, 'entity'),
    ...unknown([...factUses, ...nearUses], facts.ids, 'fact'),
    ...unknown(questionUses, facts.ids && disputes.ids?.union(facts.ids), 'fact or dispute'),
  ];
}

const homes = {
  concept: 'add it to synonyms.yaml or correct it',
  topic: 'add it to topics.yaml or correct it',
  entity: 'add it to entities.yaml or correct it',
  fact: 'write source-id/fact-id as in facts/sources',
  'fact or dispute': 'write its id as in the file of the same name in facts/sources, or in disputes.yaml',
} as const;

function unknown(uses: readonly Use[], known: ReadonlySet<string> | undefined, noun: keyof typeof homes): Problem[] {
  if (!known) return [];
  return uses
    .filter((use) => !known.has(use.id))
    .map(({ item, path, id }) => ({ ...item.at(path), what: `there is no ${noun} "${id}"`, cure: homes[noun] }));
}

/** A name that two topics or entities go by finds the wrong facts: case, width and script make no difference. */
function namesTakenTwice(items: readonly Item<Topic | Entity>[]): Problem[] {
  const owners = new Map<string, string>();
  return items.flatMap((item) =>
    namesWithPaths(item.value).flatMap(([name, path]) => {
      const { id } = item.value;
      const key = fold(name);
      const owner = owners.get(key) ?? id;
      owners.set(key, owner);
      if (owner === id) return [];
      const what = `the name "${name}" belongs to "${owner}" already`;
      return [{ ...item.at(path), what, cure: 'leave it to the one people mean by it' }];
    }),
  );
}

/** A word of two concepts stands for neither: words are compared as questions are read, without their endings. */
function wordsTakenTwice(items: readonly Item<Concept>[]): Problem[] {
  const owners = new Map<string, string>();
  return items.flatMap((item) =>
    item.value.words.flatMap((word, index) => {
      const { id } = item.value;
      const key = tokensOf(word)
        .map((token) => token.key)
        .join(' ');
      const owner = owners.get(key) ?? id;
      owners.set(key, owner);
      if (owner === id) return [];
      const what = `the word "${word}" belongs to "${owner}" already`;
      return [{ ...item.at(['words', index]), what, cure: 'leave it to the one, or link the two by near' }];
    }),
  );
}

function namesWithPaths({ name, aliases }: Topic | Entity): [string, Path][] {
  return [
    [name.en, ['name', 'en']],
    [name.zh, ['name', 'zh']],
    ...aliases.map((alias, index): [string, Path] => [alias, ['aliases', index]]),
  ];
}

function topicsWithoutFacts({ topics, facts }: Lists): Problem[] {
  if (!facts.ids) return [];
  const used = new Set(facts.items.flatMap((item) => item.value.topics));
  return topics.items
    .filter((item) => !used.has(item.value.id))
    .map((item) => ({
      ...item.at(['id']),
      what: `the topic "${item.value.id}" has no fact`,
      cure: 'add a fact or remove the topic',
    }));
}
