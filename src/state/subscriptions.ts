import type { State } from '../core/state.ts';
import type { Subscription } from '../core/subscription.ts';
import { platformIs } from './among.ts';
import type { Driver, Queries, Value } from './driver.ts';
import { asSubscription, type SubscriptionDoc } from './rows.ts';

type Subscriptions = Pick<
  State,
  | 'addSubscription'
  | 'changeSubscription'
  | 'subscription'
  | 'subscriptionsOf'
  | 'subscriptionsBy'
  | 'removeSubscription'
  | 'dueSubscriptions'
>;

/** Channels' wishes for digests. Lists are in the order in which they were made. */
export function subscriptionsIn(db: Driver): Subscriptions {
  return {
    async addSubscription(subscription) {
      const added = await db.query(
        `insert into subscriptions (id, platform, workspace, channel, status, next_slot, window_from, made_at, doc)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
        columns(subscription),
      );
      return added.length > 0;
    },

    async changeSubscription(id, change) {
      return await db.transaction(async (tx) => {
        const [row] = await tx.query(`select * from subscriptions where id = $1 ${db.forUpdate}`, [id]);
        const current = row && asSubscription(row);
        const changed = current && change(current);
        if (changed) await replace(tx, changed);
        return changed ?? current;
      });
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

    async dueSubscriptions(now, limit, among) {
      const platform = platformIs(among, 3);
      const rows = await db.query(
        `select * from subscriptions where status = 'active' and next_slot <= $1 and ${platform.sql}
         order by next_slot, id limit $2`,
        [now, limit, ...platform.values],
      );
      return rows.map(asSubscription);
    },
  };
}

async function replace(tx: Queries, subscription: Subscription): Promise<void> {
  await tx.query(
    `update subscriptions set platform = $2, workspace = $3, channel = $4, status = $5, next_slot = $6,
       window_from = $7, made_at = $8, doc = $9
     where id = $1`,
    columns(subscription),
  );
}

/** id, platform, workspace, channel, status, next_slot, window_from, made_at, doc. */
function columns({ id, platform, workspace, channel, ...more }: Subscription): Value[] {
  const { status, next, windowFrom, madeAt, ...rest } = more;
  const doc: SubscriptionDoc = rest;
  return [id, platform, workspace, channel, status, next, windowFrom, madeAt, JSON.stringify(doc)];
}
