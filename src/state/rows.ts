import { z } from 'zod';
import type { Delivery } from '../core/delivery.ts';
import { languages } from '../core/lang.ts';
import type { Memory, Unanswered } from '../core/state.ts';
import type { Subscription } from '../core/subscription.ts';

/** The parts of a subscription and of a delivery that no statement looks into: one JSON text each. */
export type SubscriptionDoc = Pick<Subscription, 'topics' | 'lang' | 'schedule' | 'quiet' | 'madeBy' | 'pause'>;
export type DeliveryDoc = Pick<Delivery, 'window' | 'reply' | 'facts'>;

/** A JSON text that this program wrote: its shape is that of the type it was written from. */
function document<T>() {
  return z.string().transform((text): T => JSON.parse(text));
}

const absent = null;
const maybeText = z.string().nullable().transform(orUndefined);
const maybeInstant = z.number().nullable().transform(orUndefined);

function orUndefined<T>(value: T | null): T | undefined {
  return value === absent ? undefined : value;
}

const subscriptionRow = z
  .object({
    id: z.string(),
    platform: z.string(),
    workspace: z.string(),
    channel: z.string(),
    status: z.enum(['active', 'paused']),
    next_slot: z.number(),
    window_from: z.number(),
    made_at: z.number(),
    doc: document<SubscriptionDoc>(),
  })
  .transform(
    ({ next_slot, window_from, made_at, doc, ...row }): Subscription => ({
      ...row,
      ...doc,
      madeAt: made_at,
      next: next_slot,
      windowFrom: window_from,
    }),
  );

const deliveryRow = z
  .object({
    id: z.string(),
    subscription: z.string(),
    platform: z.string(),
    workspace: z.string(),
    channel: z.string(),
    slot: z.number(),
    doc: document<DeliveryDoc>(),
    status: z.enum(['planned', 'sending', 'delivered', 'skipped', 'failed', 'unknown']),
    attempts: z.number(),
    not_before: z.number(),
    first_tried_at: maybeInstant,
    owner: maybeText,
    lease_until: maybeInstant,
    message: maybeText,
    reason: maybeText,
  })
  .transform(
    ({ doc, not_before, first_tried_at, lease_until, ...row }): Delivery => ({
      ...row,
      ...doc,
      notBefore: not_before,
      firstTriedAt: first_tried_at,
      leaseUntil: lease_until,
    }),
  );

const memoryRow = z.object({ doc: document<Memory>() }).transform((row) => row.doc);

const unansweredRow = z
  .object({ topic: z.string(), lang: z.enum(languages), times: z.number(), texts: document<string[]>() })
  .transform(({ times, ...row }): Unanswered => ({ ...row, count: times }));

const factRow = z.object({ fact: z.string() }).transform((row) => row.fact);

export const asSubscription = (row: unknown): Subscription => subscriptionRow.parse(row);
export const asDelivery = (row: unknown): Delivery => deliveryRow.parse(row);
export const asMemory = (row: unknown): Memory => memoryRow.parse(row);
export const asUnanswered = (row: unknown): Unanswered => unansweredRow.parse(row);
export const asFact = (row: unknown): string => factRow.parse(row);
