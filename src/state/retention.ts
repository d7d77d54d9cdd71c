import type { State } from '../core/state.ts';
import type { Driver } from './driver.ts';

/** Forgetting: what is too old, and what belonged to a workspace that the bot has left. */
export function retentionIn(db: Driver): Pick<State, 'purgeWorkspace' | 'retain'> {
  return {
    async purgeWorkspace(platform, workspace) {
      await db.transaction(async (tx) => {
        for (const table of ['subscriptions', 'deliveries', 'told']) {
          await tx.query(`delete from ${table} where platform = $1 and workspace = $2`, [platform, workspace]);
        }
        return true;
      });
    },

    /** A delivery's age is that of its slot. Open ones stay, but for those of removed subscriptions, which nobody will settle any more. */
    async retain({ inbound, threads, deliveries }) {
      await db.query('delete from inbound where taken_at < $1', [inbound]);
      await db.query('delete from threads where changed_at < $1', [threads]);
      await db.query(
        `delete from deliveries where slot < $1 and (status not in ('planned', 'sending')
           or not exists (select 1 from subscriptions where subscriptions.id = deliveries.subscription))`,
        [deliveries],
      );
    },
  };
}
