import type { Citer } from './cite.ts';
import { compose, disputeSection } from './compose.ts';
import type { Dispute, Fact } from './fact.ts';
import type { Lang } from './lang.ts';
import { toText } from './plain.ts';
import type { Store } from './store.ts';

/** The longest dispute of a digest, in characters with its sources: beside it three facts or more have room. A longer one is said by `disputes`. */
const longestDispute = 2_100;

/** What a digest chooses from. Days are YYYY-MM-DD; the period is half-open. */
export interface Field {
  readonly store: Store;
  readonly lang: Lang;
  /** Topic ids; empty means every topic. */
  readonly topics: readonly string[];
  readonly days: { readonly from: string; readonly to: string };
  readonly told: ReadonlySet<string>;
}

/** What a digest says: what is new, what was not told before, and a dispute. */
export interface Choice {
  readonly fresh: readonly Fact[];
  readonly untold: readonly Fact[];
  readonly dispute?: Dispute | undefined;
}

/** The facts of the topics, in briefing order. */
export function factsOn(store: Store, topics: readonly string[]): readonly Fact[] {
  if (topics.length === 0) return store.facts;
  return store.facts.filter((fact) => fact.topics.some((topic) => topics.includes(topic)));
}

/**
 * Chooses at most `most` facts that were not told, new ones first, both spread over the topics, and a dispute with an untold fact.
 * A dispute shows all its sides, told or not: half of one would mislead. What it says is not chosen a second time, but for what is new.
 */
export function choose(field: Field, most: number): Choice {
  const { told, days } = field;
  const facts = factsOn(field.store, field.topics);
  const untold = facts.filter((fact) => !told.has(fact.id));
  const isNew = (fact: Fact) => days.from <= fact.added && fact.added < days.to;
  const topicOf = (fact: Fact) => groupOf(fact, field.topics);
  const before = orderOf(field.store);
  const toldOf = countBy(
    facts.filter((fact) => told.has(fact.id)),
    topicOf,
  );
  const fresh = spread(untold.filter(isNew), most, { topicOf, toldOf, before });
  const dispute = chooseDispute(field, new Set(fresh.map((fact) => fact.id)));
  const said = new Set(dispute?.sides.flatMap((side) => side.facts));
  const rest = untold.filter((fact) => !isNew(fact) && !said.has(fact.id));
  return { fresh, untold: spread(rest, most - fresh.length, { topicOf, toldOf, before }), dispute };
}

/** The most important facts of a round that begins anew, when all were told, with a dispute that was told whole. */
export function chooseAgain(field: Field, most: number): Choice {
  const dispute = field.store.disputes.find(
    (one) => touches(one, field.topics) && factIds(one).every((id) => field.told.has(id)) && isShort(one, field),
  );
  const said = new Set(dispute && factIds(dispute));
  const facts = factsOn(field.store, field.topics).filter((fact) => !said.has(fact.id));
  const topicOf = (fact: Fact) => groupOf(fact, field.topics);
  return {
    fresh: [],
    untold: spread(facts, most, { topicOf, toldOf: new Map(), before: orderOf(field.store) }),
    dispute,
  };
}

/** The choice without its least fact, or without its dispute where that leaves it one fact; undefined where nothing can go. */
export function shorten({ fresh, untold, dispute }: Choice): Choice | undefined {
  if (fresh.length + untold.length > 1) {
    return untold.length > 0
      ? { fresh, untold: untold.slice(0, -1), dispute }
      : { fresh: fresh.slice(0, -1), untold, dispute };
  }
  return dispute && fresh.length + untold.length > 0 ? { fresh, untold } : undefined;
}

/** The topic that a fact counts for: its home topic, or the first that is subscribed. */
function groupOf(fact: Fact, topics: readonly string[]): string {
  const subscribed = topics.length === 0 ? fact.topics : fact.topics.filter((topic) => topics.includes(topic));
  return subscribed[0] ?? '';
}

interface Grouping {
  readonly topicOf: (fact: Fact) => string;
  readonly toldOf: ReadonlyMap<string, number>;
  readonly before: Order;
}

/**
 * Takes one fact a topic in turns, each topic's most important first.
 * In a turn the topics with the most important facts come first, among equals those of which least was told.
 */
function spread(facts: readonly Fact[], most: number, { topicOf, toldOf, before }: Grouping): Fact[] {
  const queues = [...Map.groupBy(facts, topicOf)].map(([topic, queue]) => ({ queue, told: toldOf.get(topic) ?? 0 }));
  const chosen: Fact[] = [];
  for (let turn = 0; chosen.length < most; turn++) {
    const heads = queues.flatMap(({ queue, told }) => {
      const fact = queue[turn];
      return fact ? [{ fact, told }] : [];
    });
    if (heads.length === 0) break;
    const ordered = heads.toSorted(
      (a, b) => b.fact.importance - a.fact.importance || a.told - b.told || before(a.fact, b.fact),
    );
    chosen.push(...ordered.slice(0, most - chosen.length).map(({ fact }) => fact));
  }
  return chosen;
}

/** The dispute on the topics with a fact that was not told: one on what is new before others, then by its most important untold fact. */
function chooseDispute(field: Field, fresh: ReadonlySet<string>): Dispute | undefined {
  const before = orderOf(field.store);
  const open = field.store.disputes.flatMap((dispute) => {
    const [first] = factIds(dispute)
      .filter((id) => !field.told.has(id))
      .flatMap((id) => field.store.fact(id) ?? [])
      .toSorted(before);
    if (!first || !touches(dispute, field.topics)) return [];
    return [{ dispute, first, isFresh: factIds(dispute).some((id) => fresh.has(id)) }];
  });
  const ordered = open.toSorted((a, b) => Number(b.isFresh) - Number(a.isFresh) || before(a.first, b.first));
  return ordered.find(({ dispute }) => isShort(dispute, field))?.dispute;
}

function touches(dispute: Dispute, topics: readonly string[]): boolean {
  return topics.length === 0 || dispute.topics.some((topic) => topics.includes(topic));
}

function isShort(dispute: Dispute, { store, lang }: Field): boolean {
  const sections = (citer: Citer) => [disputeSection(citer, dispute, { store, lang })];
  return toText(compose(store, lang, { kind: 'digest', title: '', sections })).length <= longestDispute;
}

/** The ids of all facts of a dispute, side by side. */
export function factIds(dispute: Dispute): string[] {
  return dispute.sides.flatMap((side) => side.facts);
}

function countBy(facts: readonly Fact[], keyOf: (fact: Fact) => string): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(facts, keyOf)].map(([key, group]) => [key, group.length]));
}

type Order = (a: Fact, b: Fact) => number;

/** The briefing order of each store, which its list of facts has: comparing places is a hundred times faster than comparing dates. */
const orders = new WeakMap<Store, Order>();

function orderOf(store: Store): Order {
  const known = orders.get(store);
  if (known) return known;
  const places = new Map(store.facts.map((fact, index) => [fact.id, index]));
  const order: Order = (a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0);
  orders.set(store, order);
  return order;
}
