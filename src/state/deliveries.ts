import type { Delivery } from '../core/delivery.ts';
import type { State } from '../core/state.ts';
import type { Subscription } from '../core/subscription.ts';
import { platformIs } from './among.ts';
import type { Driver, Queries, Value } from './driver.ts';
import { asDelivery, type DeliveryDoc } from './rows.ts';
import { tell } from './told.ts';

type Deliveries = Pick<State, 'planDelivery' | 'claimDelivery' | 'saveDelivery' | 'deliveriesOf'>;

/** Digests on their way. Each statement and transaction leaves a state from which another process can go on. */
export function deliveriesIn(db: Driver): Deliveries {
  return {
    /**
     * Only the slot and the window of the subscription are written, so that a change made meanwhile stays.
     * Also false where the subscription was removed, paused or moved past this slot since it was read.
     */
    async planDelivery(delivery, subscription) {
      const planned = await db.soon.transaction(async (tx) => {
        const moved = await moveOn(tx, subscription, delivery.slot);
        return moved && (await insert(tx, delivery)) ? true : undefined;
      });
      return planned ?? false;
    },

    /**
     * Marks the delivery as sending and counts the attempt in the same statement: whatever happens after this, a call may have been made.
     * `firstTriedAt` is the `now` of this claim where no earlier attempt can have left a post, else that of the first one.
     * Deliveries of removed subscriptions are not given out.
     */
    async claimDelivery({ owner, now, leaseUntil, among }) {
      const platform = platformIs(among, 4);
      const [row] = await db.soon.query(
        `update deliveries set status = 'sending', owner = $1, lease_until = $2, attempts = attempts + 1,
           first_tried_at = coalesce(first_tried_at, $3)
         where id = (
           select id from deliveries
           where status in ('planned', 'sending') and coalesce(lease_until, not_before) <= $3 and not_before <= $3
             and ${platform.sql} and exists (select 1 from subscriptions where subscriptions.id = deliveries.subscription)
           order by coalesce(lease_until, not_before), id limit 1 ${db.skipLocked})
         returning *`,
        [owner, leaseUntil, now, ...platform.values],
      );
      return row && asDelivery(row);
    },

    /**
     * Writes what an attempt changes: status, when to try again, the first attempt, message and reason.
     * `attempts` must be as claimed: with it an owner that lost the lease and claimed it anew cannot write for its older claim.
     * What is saved before a call outlasts a power cut, and with it all that was written before; of what comes after the call nothing
     * need: `sending` alone makes the next process look.
     */
    async saveDelivery(delivery) {
      const { transaction } = delivery.status === 'sending' ? db : db.soon;
      const saved = await transaction(async (tx) => {
        if (!(await update(tx, delivery))) return undefined;
        if (delivery.status === 'delivered') await tell(tx, delivery);
        return true;
      });
      return saved ?? false;
    },

    async deliveriesOf(subscription, limit) {
      const rows = await db.query('select * from deliveries where subscription = $1 order by slot desc limit $2', [
        subscription,
        limit,
      ]);
      return rows.map(asDelivery);
    },
  };
}

async function moveOn(tx: Queries, { id, next, windowFrom }: Subscription, slot: number): Promise<boolean> {
  const moved = await tx.query(
    `update subscriptions set next_slot = $3, window_from = $4
     where id = $1 and status = 'active' and next_slot <= $2 returning id`,
    [id, slot, next, windowFrom],
  );
  return moved.length > 0;
}

async function insert(tx: Queries, delivery: Delivery): Promise<boolean> {
  const { id, subscription, platform, workspace, channel, slot, window, reply, facts } = delivery;
  const doc: DeliveryDoc = { window, reply, facts };
  const place = [id, subscription, platform, workspace, channel, slot, JSON.stringify(doc)];
  const inserted = await tx.query(
    `insert into deliveries (id, subscription, platform, workspace, channel, slot, doc, attempts,
       status, not_before, first_tried_at, owner, lease_until, message, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict do nothing returning id`,
    [...place, delivery.attempts, ...progress(delivery)],
  );
  return inserted.length > 0;
}

async function update(tx: Queries, delivery: Delivery): Promise<boolean> {
  const updated = await tx.query(
    `update deliveries set status = $4, not_before = $5, first_tried_at = $6, owner = $7, lease_until = $8,
       message = $9, reason = $10
     where id = $1 and owner = $2 and attempts = $3 returning id`,
    [delivery.id, delivery.owner ?? null, delivery.attempts, ...progress(delivery)],
  );
  return updated.length > 0;
}

/** status, not_before, first_tried_at, owner, lease_until, message, reason. Only what is being sent has an owner. */
function progress(delivery: Delivery): Value[] {
  const { status, notBefore, firstTriedAt = null, message = null, reason = null } = delivery;
  const { owner = null, leaseUntil = null } = status === 'sending' ? delivery : {};
  return [status, notBefore, firstTriedAt, owner, leaseUntil, message, reason];
}
