import type { Delivery } from '../core/delivery.ts';
import type { State } from '../core/state.ts';
import type { Driver, Queries } from './driver.ts';
import { asFact } from './rows.ts';

/** Which facts a channel has had in digests. */
export function toldIn(db: Driver): Pick<State, 'toldIn' | 'forgetTold'> {
  return {
    async toldIn(platform, to) {
      const rows = await db.query('select fact from told where platform = $1 and workspace = $2 and channel = $3', [
        platform,
        to.workspace,
        to.channel,
      ]);
      return new Set(rows.map(asFact));
    },

    async forgetTold(platform, to, facts) {
      await db.transaction(async (tx) => {
        for (const some of chunksOf([...facts].toSorted())) {
          const listed = some.map((_, index) => `$${index + 4}`).join(', ');
          await tx.query(
            `delete from told where platform = $1 and workspace = $2 and channel = $3 and fact in (${listed})`,
            [platform, to.workspace, to.channel, ...some],
          );
        }
        return true;
      });
    },
  };
}

/** Facts in one statement: both databases take some ten thousand parameters, and a few hundred are as fast as any. */
const atOnce = 500;

function chunksOf(facts: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(facts.length / atOnce) }, (_, index) =>
    facts.slice(index * atOnce, (index + 1) * atOnce),
  );
}

/** Notes a delivery's facts as told in its channel. */
export async function tell(tx: Queries, { platform, workspace, channel, facts }: Delivery): Promise<void> {
  if (facts.length === 0) return;
  const rows = facts.map((_, index) => `($1, $2, $3, $${index + 4})`).join(', ');
  // In one order everywhere: two deliveries to one channel that insert the same facts in two orders would wait for each other.
  const sorted = facts.toSorted();
  await tx.query(`insert into told (platform, workspace, channel, fact) values ${rows} on conflict do nothing`, [
    platform,
    workspace,
    channel,
    ...sorted,
  ]);
}
