import type { State } from '../core/state.ts';
import type { Driver } from './driver.ts';
import { asSubscription, type SubscriptionDoc } from './rows.ts';

type Subscriptions = Pick<
  State,
  'putSubscription' | 'subscription' | 'subscriptionsOf' | 'subscriptionsBy' | 'removeSubscription' | 'dueSubscriptions'
>;

/** Channels' wishes for digests. Lists are in the order in which they were made. */
export function subscriptionsIn(db: Driver): Subscriptions {
  return {
    async putSubscription(subscription) {
      const { id, platform, workspace, channel, status, next, windowFrom, madeAt, ...rest } = subscription;
      const doc: SubscriptionDoc = rest;
      await db.query(
        `insert into subscriptions (id, platform, workspace, channel, status, next_slot, window_from, made_at, doc)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (id) do update set platform = excluded.platform, workspace = excluded.workspace,
           channel = excluded.channel, status = excluded.status, next_slot = excluded.next_slot,
           window_from = excluded.window_from, made_at = excluded.made_at, doc = excluded.doc`,
        [id, platform, workspace, channel, status, next, windowFrom, madeAt, JSON.stringify(doc)],
      );
    },

    async subscription(id) {
      const [row] = await db.query('select * from subscriptions where id = $1', [id]);
      return row && asSubscription(row);
    },

    async subscriptionsOf(platform, to) {
      const rows = await db.query(
        'select * from subscriptions where platform = $1 and workspace = $2 and channel = $3 order by made_at, id',
        [platform, to.workspace, to.channel],
      );
      return rows.map(asSubscription);
    },

    async subscriptionsBy(platform) {
      const rows = await db.query('select * from subscriptions where platform = $1 order by made_at, id', [platform]);
      return rows.map(asSubscription);
    },

    /** What its channel was told and its past deliveries stay; what was planned is skipped, what is being sent is settled by its owner alone. */
    async removeSubscription(id) {
      await db.transaction(async (tx) => {
        await tx.query('delete from subscriptions where id = $1', [id]);
        await tx.query(
          `update deliveries set status = 'skipped', reason = 'the subscription was removed'
           where subscription = $1 and status = 'planned'`,
          [id],
        );
        return true;
      });
    },

    async dueSubscriptions(now, limit) {
      const rows = await db.query(
        `select * from subscriptions where status = 'active' and next_slot <= $1 order by next_slot, id limit $2`,
        [now, limit],
      );
      return rows.map(asSubscription);
    },
  };
}
