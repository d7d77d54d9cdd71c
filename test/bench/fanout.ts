/**
 * Many digests due in one minute, on one machine: `fanout.ts <platform>=<digests> …`, each in a channel of its own, of sixty different wishes.
 * The real SDKs post to loopback platforms that answer after a quarter of a second. They refuse nothing: what their limit would have refused
 * is counted, as the requests were sent and as they were received. TMPDIR chooses the disk of the state, DATABASE_URL another state.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultPolicy } from '../../src/core/delivery-step.ts';
import type { Log } from '../../src/core/log.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { State } from '../../src/core/state.ts';
import { createStore } from '../../src/core/store.ts';
import { createDeliverer } from '../../src/deliver.ts';
import { openState } from '../../src/state/open.ts';
import { realKnowledge } from '../support/mind.ts';
import { beside } from './fanout-limits.ts';
import { connect, type Side } from './fanout-side.ts';
import { dueAt } from './fanout-subscriptions.ts';
import { megabytes, milliseconds, row } from './figures.ts';

const minute = Math.floor(Date.now() / 60_000) * 60_000;
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const log: Log = { info() {}, warn() {}, error: complain };
const store = createStore(realKnowledge());

const sides = await Promise.all(
  process.argv.slice(2).map((argument) => {
    const [name, count] = argument.split('=');
    return connect({ name: name === 'slack' ? 'slack' : 'discord', count: Number(count), store, log });
  }),
);
/** The bot is there a moment before the minute, as it is in life. */
const ahead = minute - 1000 - Date.now();
const now = () => Date.now() + ahead;
const count = sides.reduce((sum, side) => sum + side.count, 0);
const state = await openState(process.env.DATABASE_URL ?? `file:${join(folder, 'briefing.db')}`);
const composed = { times: 0 };
const database = clockDatabase();
const deliverer = createDeliverer({
  store,
  state: counting(state),
  platforms: new Map(sides.map(({ platform }) => [platform.name, platform])),
  now,
  owner: 'bench',
  log,
  policy: defaultPolicy,
});
await deliverer.beat(now());
for (const side of sides)
  for (const subscription of dueAt(minute, side, store)) await state.addSubscription(subscription);
await sleep(Math.max(0, minute - now()));
database.ms = 0;
globalThis.gc?.();
const heap = [process.memoryUsage().heapUsed];
const memory = [process.memoryUsage.rss()];
const watching = setInterval(() => memory.push(process.memoryUsage.rss()), 10_000);
const before = process.cpuUsage();
const start = performance.now();
// A beat ends before the next minute, though its round goes on.
while (sides.some(({ posts, count }) => posts.length < count)) await deliverer.beat(minute);
const took = performance.now() - start;
await deliverer.stop();
const { user, system } = process.cpuUsage(before);
clearInterval(watching);
globalThis.gc?.();
heap.push(process.memoryUsage().heapUsed);
memory.push(process.memoryUsage.rss());
for (const side of sides) await report(side);
reportAll();
await Promise.all(sides.map((side) => side.close()));
await state.close();
rmSync(folder, { recursive: true });

async function report({ name, limit, posts, sent, outcomes, history }: Side): Promise<void> {
  const { received, faults, pause } = await history();
  const lasted = (posts.at(-1) ?? start) - start;
  const rate = (posts.length / lasted) * 1000;
  row(`${name}, ${posts.length} digests at once`, [
    `${rate.toFixed(1)} a second`,
    `${percent((rate / limit.posts) * (limit.ms / 1000))} of ${limit.posts} in ${limit.ms / 1000} s`,
    `${(lasted / 1000).toFixed(0)} s`,
  ]);
  row('  outcomes', [...[...outcomes].map(([kind, times]) => `${times} ${kind}`), ...faults]);
  row('  as sent', beside(limit, sent));
  row('  as received', [...beside(limit, received), `it paused for up to ${milliseconds(pause)}`]);
}

function reportAll(): void {
  const cpu = (user + system) / 1000;
  row('  composed', [`${composed.times} times`]);
  row('  database', [each(database.ms), `${percent(database.ms / took)} of the time`]);
  row('  CPU', [each(cpu), `${percent(cpu / took)} of a core`, `load ${loadavg()[0]?.toFixed(1)}`]);
  const [first = 0] = memory;
  row('  resident', [
    `${megabytes(first)} at first`,
    `${megabytes(Math.max(...memory))} at most`,
    `${megabytes(memory.at(-1) ?? 0)} at last`,
  ]);
  row('  heap in use, collected', [`${megabytes(heap[0] ?? 0)} at first`, `${megabytes(heap.at(-1) ?? 0)} at last`]);
}

function each(ms: number): string {
  return `${milliseconds(ms / count)} a digest`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** The state, counting the digests that were composed: one that is shared is the same object in each of its deliveries. */
function counting(real: State): State {
  const seen = new WeakSet<Reply>();
  return {
    ...real,
    planDelivery(delivery, subscription) {
      if (!seen.has(delivery.reply)) composed.times++;
      seen.add(delivery.reply);
      return real.planDelivery(delivery, subscription);
    },
  };
}

/** Adds up how long statements of SQLite hold the process up. */
function clockDatabase(): { ms: number } {
  const spent = { ms: 0 };
  const { all } = StatementSync.prototype;
  StatementSync.prototype.all = function (...values: []) {
    const from = performance.now();
    try {
      return Reflect.apply(all, this, values);
    } finally {
      spent.ms += performance.now() - from;
    }
  };
  return spent;
}

function complain(fields: object, message: string): void {
  process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);
}
