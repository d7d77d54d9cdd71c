import { describe, expect, test } from 'vitest';
import type { Subscription } from '../../src/core/subscription.ts';
import { type OperatorDigest, operatorId, operatorSubscriptions } from '../../src/core/subscription-operator.ts';

const week = 7 * 86_400_000;
/** Sunday, 22 November 2026, 10:00 UTC. */
const now = Date.UTC(2026, 10, 22, 10);
const monday = Date.UTC(2026, 10, 23, 9);

const wish: OperatorDigest = {
  key: 'chat//C1/1',
  platform: 'chat',
  workspace: '',
  channel: 'C1',
  pace: { kind: 'weekly', days: [1] },
  time: '09:00',
  zone: 'UTC',
  topics: ['chips'],
  lang: 'en',
  quiet: 'say-so',
};

function first(entry: OperatorDigest = wish): Subscription {
  const [subscription] = operatorSubscriptions([entry], [], now).put;
  if (!subscription) throw new Error('nothing was put');
  return subscription;
}

test('a new entry becomes a subscription of the operator', () => {
  expect(first()).toMatchObject({
    id: operatorId('chat//C1/1'),
    channel: 'C1',
    madeBy: 'operator',
    status: 'active',
    next: monday,
    windowFrom: monday - week,
  });
});

test('ids are short, always the same, and different for different keys', () => {
  const keys = Array.from({ length: 200 }, (_, index) => `chat//C${index % 20}/${index}`);
  const ids = keys.map(operatorId);
  expect(ids).toEqual(keys.map(operatorId));
  expect(new Set(ids).size).toBe(keys.length);
  expect(ids.every((id) => /^op-[a-z0-9]{8}$/.test(id))).toBe(true);
});

describe('at the next start', () => {
  const later = now + 3 * week;
  const running: Subscription = { ...first(), next: monday + week, windowFrom: monday };

  test('an unchanged entry is left as it is: its slot, its window, its pause', () => {
    const paused: Subscription = { ...running, status: 'paused', pause: { by: 'platform', reason: 'is_archived' } };
    expect(operatorSubscriptions([wish], [running], later)).toEqual({ put: [], remove: [] });
    expect(operatorSubscriptions([wish], [paused], later)).toEqual({ put: [], remove: [] });
  });

  test('a fortnightly one keeps its week', () => {
    const fortnightly: OperatorDigest = { ...wish, pace: { kind: 'fortnightly', days: [1] } };
    const before = first(fortnightly);
    expect(operatorSubscriptions([fortnightly], [before], now + week)).toEqual({ put: [], remove: [] });
  });

  test('other topics and words leave the schedule alone', () => {
    const { put } = operatorSubscriptions([{ ...wish, topics: [], lang: 'zh', quiet: 'skip' }], [running], later);
    expect(put).toEqual([{ ...running, topics: [], lang: 'zh', quiet: 'skip' }]);
  });

  test('another time counts from now, and the window goes on so that nothing is lost', () => {
    const { put } = operatorSubscriptions([{ ...wish, time: '10:30' }], [running], later);
    const schedule = { ...running.schedule, time: '10:30' };
    expect(put).toEqual([{ ...running, schedule, next: Date.UTC(2026, 11, 14, 10, 30) }]);
  });

  test('one that its channel had paused starts again in another', () => {
    const named = { ...wish, key: 'id/board' };
    const paused: Subscription = {
      ...first(named),
      status: 'paused',
      pause: { by: 'platform', reason: 'is_archived' },
    };
    const { put } = operatorSubscriptions([{ ...named, channel: 'C2' }], [paused], later);
    expect(put).toMatchObject([{ id: paused.id, channel: 'C2', status: 'active', next: Date.UTC(2026, 11, 14, 9) }]);
  });

  test('an entry that is gone is removed, and what people set up is never touched', () => {
    const peoples: Subscription = { ...running, id: 'abc123', madeBy: 'U1' };
    expect(operatorSubscriptions([], [running, peoples], later)).toEqual({ put: [], remove: [running.id] });
  });
});
