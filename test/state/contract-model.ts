import fc from 'fast-check';
import { expect } from 'vitest';
import type { Delivery, DeliveryStatus } from '../../src/core/delivery.ts';
import type { State } from '../../src/core/state.ts';
import type { StateTest } from './database.ts';
import { aDelivery, aSubscription, movedOn } from './examples.ts';

/** What can happen, in any order; `by` is one of two processes, times are small so that they meet. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('plan'), channel: fc.nat(2), notBefore: fc.nat(5) }),
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('claim'), by: fc.nat(1), lease: fc.integer({ min: 1, max: 5 }) }),
  },
  fc.record({
    kind: fc.constant('save'),
    by: fc.nat(1),
    status: fc.oneof(
      fc.constantFrom<DeliveryStatus>('planned', 'sending'),
      fc.constantFrom<DeliveryStatus>('delivered', 'skipped', 'failed', 'unknown'),
    ),
    wait: fc.nat(10),
  }),
  fc.record({ kind: fc.constant('pass'), time: fc.integer({ min: 1, max: 5 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const freeSince = (row: Delivery) => row.leaseUntil ?? row.notBefore;

/** The same as the state, in the plainest way: a list, looked through. */
function naive() {
  const rows: Delivery[] = [];
  return {
    rows,
    plan: (delivery: Delivery) => void rows.push(delivery),
    claim(owner: string, now: number, leaseUntil: number): Delivery | undefined {
      const open = rows.filter(
        (row) =>
          row.notBefore <= now &&
          (row.status === 'planned' || (row.status === 'sending' && (row.leaseUntil ?? now) <= now)),
      );
      const first = open.toSorted((a, b) => freeSince(a) - freeSince(b) || (a.id < b.id ? -1 : 1))[0];
      if (!first) return undefined;
      const attempts = first.attempts + 1;
      const firstTriedAt = first.firstTriedAt ?? now;
      return replace({ ...first, status: 'sending', owner, leaseUntil, attempts, firstTriedAt });
    },
    save(delivery: Delivery): boolean {
      const row = rows.find(({ id }) => id === delivery.id);
      if (row?.owner !== delivery.owner || row?.attempts !== delivery.attempts) return false;
      replace(delivery.status === 'sending' ? delivery : { ...delivery, owner: undefined, leaseUntil: undefined });
      return true;
    },
  };

  function replace(row: Delivery): Delivery {
    rows[rows.findIndex(({ id }) => id === row.id)] = row;
    return row;
  }
}

/** Takes the steps in the state and in the naive list, which must agree at each. */
async function follow(state: State, steps: readonly Step[]): Promise<void> {
  const model = naive();
  const held: (Delivery | undefined)[] = [];
  let now = 0;
  let planned = 0;
  await state.purgeWorkspace('slack', 'T1');
  const take = {
    async plan({ channel, notBefore }: Extract<Step, { channel: number }>) {
      const id = String(planned++).padStart(3, '0');
      const subscription = aSubscription({ id: `sub-${id}`, channel: `C${channel}` });
      const delivery = aDelivery(subscription, { id, notBefore, facts: [id, 'common'] });
      await state.addSubscription(subscription);
      expect(await state.planDelivery(delivery, movedOn(subscription))).toBe(true);
      model.plan(delivery);
    },
    async claim({ by, lease }: Extract<Step, { lease: number }>) {
      held[by] = await state.claimDelivery({ owner: `p${by}`, now, leaseUntil: now + lease });
      expect(held[by]).toEqual(model.claim(`p${by}`, now, now + lease));
    },
    async save({ by, status, wait }: Extract<Step, { wait: number }>) {
      const delivery = held[by];
      if (!delivery) return;
      const changed = { ...delivery, status, notBefore: now + wait, reason: `after ${wait}` };
      expect(await state.saveDelivery(changed)).toBe(model.save(changed));
    },
  };
  for (const each of steps) {
    if ('time' in each) now += each.time;
    else if ('channel' in each) await take.plan(each);
    else if ('lease' in each) await take.claim(each);
    else await take.save(each);
  }
  await compare(state, model.rows);
}

async function compare(state: State, rows: readonly Delivery[]): Promise<void> {
  for (const row of rows) expect(await state.deliveriesOf(row.subscription, 2)).toEqual([row]);
  for (const channel of ['C0', 'C1', 'C2']) {
    const told = rows.filter((row) => row.status === 'delivered' && row.channel === channel);
    const expected = new Set(told.flatMap(({ facts }) => facts));
    expect(await state.toldIn('slack', { workspace: 'T1', channel })).toEqual(expected);
  }
}

export function modelContract(test: StateTest): void {
  test('whatever two processes do and whenever leases end, deliveries are what a plain list says', async ({
    state,
  }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => follow(state, steps)),
      { numRuns: 40 },
    );
  });
}
