import { once } from 'node:events';
import { openState } from '../../src/state/open.ts';
import { aDelivery, aSubscription, claim, monday, movedOn } from './examples.ts';

/**
 * A process of its own that works on a shared database: node hammer.ts <url> <name> <slots>.
 * It waits for a word on standard input, then plans the slots of one subscription in order, taking and settling a delivery after each,
 * and writes a line for all that it was told is done: `planned <slot>`, `took <event>`, `delivered <id>`.
 */
const [, , url = '', name = '', slots = ''] = process.argv;
await once(process.stdin, 'data');
const state = await openState(url);
let subscription = aSubscription();
await state.addSubscription(subscription);
for (let slot = 0; slot < Number(slots); slot++, subscription = movedOn(subscription)) {
  const planned = await state.planDelivery(aDelivery(subscription), movedOn(subscription));
  if (planned) process.stdout.write(`planned ${subscription.next}\n`);
  if (await state.takeEvent(`Ev${slot}`, slot)) process.stdout.write(`took Ev${slot}\n`);
  const sending = await claim(state, name, monday + 1e12);
  const saved = sending && (await state.saveDelivery({ ...sending, status: 'delivered', facts: [sending.id] }));
  if (saved) process.stdout.write(`delivered ${sending.id}\n`);
}
await state.close();
process.stdin.destroy();
