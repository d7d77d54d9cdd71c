import type { Reply } from './reply.ts';

export type DeliveryStatus = 'planned' | 'sending' | 'delivered' | 'skipped' | 'failed' | 'unknown';

/** One digest for one subscription and one slot. Instants are milliseconds UTC. */
export interface Delivery {
  /** Deterministic from subscription and slot, at most 25 characters: what the platform's own deduplication and `findPost` go by. */
  readonly id: string;
  readonly subscription: string;
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly slot: number;
  /** The half-open period it covers. */
  readonly window: { readonly from: number; readonly to: number };
  readonly status: DeliveryStatus;
  /** The rendered digest, written once: a retry sends this one and never composes again. */
  readonly reply: Reply;
  readonly facts: readonly string[];
  readonly attempts: number;
  /** Not before this instant is it tried (again). */
  readonly notBefore: number;
  /** When the first attempt began: the instant from which a lost post is looked for. */
  readonly firstTriedAt?: number | undefined;
  /** The process that holds it and until when. */
  readonly owner?: string | undefined;
  readonly leaseUntil?: number | undefined;
  /** The platform's id of the post. */
  readonly message?: string | undefined;
  readonly reason?: string | undefined;
}
