/** Composing a digest, and what the minute's beat costs with many subscriptions that are not due. */

import { composeDigest } from '../../src/core/digest.ts';
import { createStore } from '../../src/core/store.ts';
import type { Subscription } from '../../src/core/subscription.ts';
import { openState } from '../../src/state/open.ts';
import { realKnowledge } from '../support/mind.ts';
import { milliseconds, percentiles, row } from './figures.ts';

const store = createStore(realKnowledge());
const day = 86_400_000;
const now = Date.UTC(2026, 10, 23, 9);
const subscription: Subscription = {
  id: 'bench',
  platform: 'bench',
  workspace: '',
  channel: 'bench',
  topics: [],
  lang: 'en',
  schedule: { rhythm: { kind: 'weekly', days: [1] }, time: '09:00', zone: 'UTC' },
  quiet: 'skip',
  madeBy: 'bench',
  madeAt: 0,
  status: 'active',
  next: now + 7 * day,
  windowFrom: now,
};

const window = { from: now - 7 * day, to: now };
const input = { store, subscription, window, told: new Set<string>(), nextRun: now + 7 * day };
row('compose a digest', show(measure(200, () => composeDigest(input))));

const idle = 10_000;
const state = await openState('file::memory:');
for (let at = 0; at < idle; at++)
  await state.addSubscription({ ...subscription, id: `bench-${at}`, channel: `c${at}` });
const beats: number[] = [];
for (let at = 0; at < 200; at++) {
  const start = performance.now();
  await state.dueSubscriptions(now, 50);
  await state.claimDelivery({ owner: 'bench', now, leaseUntil: now + 1 });
  beats.push(performance.now() - start);
}
await state.close();
row(`a beat, ${idle} idle subscriptions`, show(beats));

function measure(times: number, work: () => unknown): number[] {
  return Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

function show(times: readonly number[]): string[] {
  const { p50, p99 } = percentiles(times);
  return [`p50 ${milliseconds(p50)}`, `p99 ${milliseconds(p99)}`];
}
