import type { Delivery } from './delivery.ts';
import type { Lang } from './lang.ts';
import type { Channel } from './platform.ts';
import type { Subscription } from './subscription.ts';

/**
 * What a conversation was last about: enough for "and the US?" and for `why 2`. `terms` are the words that the question was understood by,
 * which read again give the same question; its text is never kept. `cites[n - 1]` are the facts of citation n of the last reply, `told` those of the
 * replies before that where it told more of the same.
 */
export interface Memory {
  readonly lang: Lang;
  readonly terms: readonly string[];
  readonly cites: readonly (readonly string[])[];
  readonly told?: readonly string[];
  /** The last question had no answer: the citations are those of an earlier one. */
  readonly isUnanswered?: boolean;
}

/** How often a topic's question in a language could not be answered. `texts` only where the operator stores them. */
export interface Unanswered {
  readonly topic: string;
  readonly lang: Lang;
  readonly count: number;
  readonly texts: readonly string[];
}

/** Rows of one platform alone, or of all but some. */
export type Among = { readonly only: string } | { readonly except: readonly string[] };

/** What the bot keeps between starts. Instants are milliseconds UTC and are always handed in: the state has no clock. */
export interface State {
  /** Marks an inbound event as taken; true for the first caller alone, across processes. */
  takeEvent(id: string, now: number): Promise<boolean>;

  recall(conversation: string): Promise<Memory | undefined>;
  remember(conversation: string, memory: Memory, now: number): Promise<void>;

  countUnanswered(question: { topic: string; lang: Lang; text?: string | undefined }, now: number): Promise<void>;
  unanswered(): Promise<Unanswered[]>;

  /** Adds a subscription; false where there is one with its id, which stays as it is. */
  addSubscription(subscription: Subscription): Promise<boolean>;
  /**
   * Replaces a subscription by what `change` makes of it as it stands, while nobody else can change it: undefined leaves it alone.
   * Resolves with the subscription as it then is; undefined where there is none, and none comes into being.
   */
  changeSubscription(
    id: string,
    change: (current: Subscription) => Subscription | undefined,
  ): Promise<Subscription | undefined>;
  subscription(id: string): Promise<Subscription | undefined>;
  subscriptionsOf(platform: string, to: Channel): Promise<Subscription[]>;
  subscriptionsBy(platform: string): Promise<Subscription[]>;
  /** Its planned deliveries are skipped; one being sent is settled by its owner alone. What the channel was told stays. */
  removeSubscription(id: string): Promise<void>;
  /** Active subscriptions whose next slot is at or before `now`, oldest slot first, at most `limit`; of all platforms unless told. */
  dueSubscriptions(now: number, limit: number, among?: Among): Promise<Subscription[]>;

  /**
   * Writes a new delivery and moves the subscription to its next slot in one transaction.
   * False where the slot already has a delivery (another process was first), or the subscription was removed, paused or moved on: nothing is changed then.
   */
  planDelivery(delivery: Delivery, subscription: Subscription): Promise<boolean>;
  /**
   * Leases one open delivery (planned and due, or sending with an expired lease) to `owner` until `leaseUntil`; undefined where there is none.
   * The one that has been free for longest comes first: from the end of its lease on where it has one, else from `notBefore` on; then by id.
   * It becomes `sending`, its attempt is counted and `firstTriedAt` is set where it was empty: equal to `now`, nothing of it can stand yet.
   */
  claimDelivery(claim: {
    owner: string;
    now: number;
    leaseUntil: number;
    among?: Among | undefined;
  }): Promise<Delivery | undefined>;
  /**
   * Writes back a claimed delivery; with status delivered, its facts are told in the channel in the same transaction.
   * False where owner or attempt are no longer those of the claim: nothing is changed then.
   */
  saveDelivery(delivery: Delivery): Promise<boolean>;
  /** The latest deliveries of a subscription, newest slot first. */
  deliveriesOf(subscription: string, limit: number): Promise<Delivery[]>;

  /** The ids of the facts a channel has been told in digests. */
  toldIn(platform: string, to: Channel): Promise<ReadonlySet<string>>;
  /** Forgets facts that a channel was told: everything was told once, the round begins anew. What was told since they were read stays. */
  forgetTold(platform: string, to: Channel, facts: ReadonlySet<string>): Promise<void>;

  /** Removes all that belongs to a workspace that the bot has left. */
  purgeWorkspace(platform: string, workspace: string): Promise<void>;
  /** Removes inbound ids, memories and settled deliveries older than these instants. */
  retain(before: { inbound: number; threads: number; deliveries: number }): Promise<void>;

  close(): Promise<void>;
}
