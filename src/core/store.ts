import type { Dispute, Fact, Source } from './fact.ts';
import type { Concept, Entity, Topic } from './glossary.ts';
import type { DeclinedQuestions, KnownQuestions } from './known-questions.ts';
import { lastDay } from './period.ts';

/** Everything the bot knows, as read from `facts/` and checked. */
export interface Knowledge {
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];
  readonly topics: readonly Topic[];
  readonly entities: readonly Entity[];
  readonly disputes: readonly Dispute[];
  readonly concepts: readonly Concept[];
  readonly questions: readonly KnownQuestions[];
  readonly declined: readonly DeclinedQuestions[];
}

/** The knowledge with its look-ups: every list is in briefing order, most important first, newest first among equals. */
export interface Store extends Knowledge {
  fact(id: string): Fact | undefined;
  source(id: string): Source | undefined;
  topic(id: string): Topic | undefined;
  entity(id: string): Entity | undefined;
  ofTopic(topic: string): readonly Fact[];
  ofEntity(entity: string): readonly Fact[];
  ofSource(source: string): readonly Fact[];
  disputesOf(fact: string): readonly Dispute[];
}

/** Builds the look-ups once, so that no answer scans the store. */
export function createStore(knowledge: Knowledge): Store {
  const facts = knowledge.facts.toSorted(byImportance);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const sources = new Map(knowledge.sources.map((source) => [source.id, source]));
  const topics = new Map(knowledge.topics.map((topic) => [topic.id, topic]));
  const entities = new Map(knowledge.entities.map((entity) => [entity.id, entity]));
  const ofTopic = groupBy(facts, (fact) => fact.topics);
  const ofEntity = groupBy(facts, (fact) => fact.entities);
  const ofSource = groupBy(facts, (fact) => [fact.source]);
  const disputesOf = groupBy(knowledge.disputes, (dispute) => dispute.sides.flatMap((side) => side.facts));
  return {
    ...knowledge,
    facts,
    fact: (id) => byId.get(id),
    source: (id) => sources.get(id),
    topic: (id) => topics.get(id),
    entity: (id) => entities.get(id),
    ofTopic: (id) => ofTopic.get(id) ?? [],
    ofEntity: (id) => ofEntity.get(id) ?? [],
    ofSource: (id) => ofSource.get(id) ?? [],
    disputesOf: (id) => disputesOf.get(id) ?? [],
  };
}

/** Briefing order: most important first, newest first among equals, then by id so that the order never depends on file order. */
export function byImportance(a: Fact, b: Fact): number {
  return b.importance - a.importance || compare(lastDay(b.as_of), lastDay(a.as_of)) || compare(a.id, b.id);
}

/** Timeline order: the time a fact speaks of, oldest first. */
export function byTime(a: Fact, b: Fact): number {
  return compare(lastDay(a.as_of), lastDay(b.as_of)) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
