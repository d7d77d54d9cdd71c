import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLine, createLines, type Rate, type Timer } from '../../src/core/pace.ts';
import { digestPace } from '../../src/platforms/discord/limits.ts';
import { channelPace, lookPace, workspacePace } from '../../src/platforms/slack/limits.ts';

/** A time that passes by sleeping alone, each time a little longer than asked. The ticks of a process take none, and many come before any passes. */
function sleepyTime(lateness: () => number = () => 0): Timer & { pass(ms: number): void } {
  let time = 0;
  return {
    now: () => time,
    async sleep(ms) {
      if (ms === 0) return;
      const end = time + ms + lateness();
      for (let tick = 0; tick < 50; tick++) await undefined;
      time = Math.max(time, end);
    },
    pass(ms) {
      time += ms;
    },
  };
}

/** When each of so many gets its turn who all come at once. */
async function leavings(rate: Rate, count: number, timer: Timer): Promise<number[]> {
  const { turn } = createLine(rate, timer);
  return await Promise.all(Array.from({ length: count }, () => turn().then(timer.now)));
}

function mostWithin(times: readonly number[], ms: number): number {
  return Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + ms).length));
}

describe('a line', () => {
  const rates = fc.record({
    perSecond: fc.integer({ min: 1, max: 60 }),
    burst: fc.double({ min: 1, max: 6, noNaN: true }),
    most: fc.integer({ min: 1, max: 60 }),
    ms: fc.integer({ min: 1, max: 3000 }),
  });

  test('lets no more through than its rate in any stretch of its time, and evenly but for its burst, however late its timer', async () => {
    const lateness = fc.array(fc.nat(80), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(rates, lateness, fc.nat(2000), async (rate, late, ms) => {
        let index = 0;
        const times = await leavings(
          rate,
          130,
          sleepyTime(() => late[index++ % late.length] ?? 0),
        );
        expect(mostWithin(times, rate.ms)).toBeLessThanOrEqual(rate.most);
        expect(mostWithin(times, ms)).toBeLessThanOrEqual(rate.burst + (rate.perSecond * ms) / 1000 + 1e-6);
      }),
      { numRuns: 50 },
    );
  });

  test('makes up for a timer that is late by less than its burst', async () => {
    const times = await leavings(
      { perSecond: 50, burst: 2, most: 60, ms: 1000 },
      501,
      sleepyTime(() => 15),
    );
    expect(times.at(-1)).toBeLessThan(10_020);
  });

  test('lets who came first through first, and nobody wait where nobody was before', async () => {
    const timer = sleepyTime();
    const { turn } = createLine({ perSecond: 1, burst: 1, most: 1, ms: 1000 }, timer);
    const left: string[] = [];
    await Promise.all(['a', 'b', 'c'].map((name) => turn().then(() => left.push(`${name} at ${timer.now()}`))));
    await new Promise((resolve) => setImmediate(resolve));
    timer.pass(5000);
    await turn().then(() => left.push(`d at ${timer.now()}`));
    expect(left).toEqual(['a at 0', 'b at 1000', 'c at 2000', 'd at 7000']);
  });

  test('counts what is held up on its way from when it leaves', async () => {
    const time = sleepyTime();
    const heldUp = Promise.withResolvers<void>();
    const sleep = (ms: number) => (ms > 0 ? time.sleep(ms) : heldUp.promise);
    const { turn } = createLine({ perSecond: 100, burst: 2, most: 2, ms: 1000 }, { ...time, sleep });
    await Promise.all([turn(), turn()]);
    time.pass(40);
    heldUp.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    await turn();
    expect(time.now()).toBe(1040);
  });

  test('has room when nobody waits and the next turn would come at once, and asking takes none', async () => {
    const timer = sleepyTime();
    const line = createLine({ perSecond: 1, burst: 1, most: 1, ms: 1000 }, timer);
    void line.turn();
    void line.turn();
    const rooms = [0, 1, 2].map(() => line.room().then(timer.now));
    expect(await Promise.all(rooms)).toEqual([2000, 2000, 2000]);
    await line.turn();
    expect(timer.now()).toBe(2000);
  });

  test('has rested when nobody waits and its time is over', async () => {
    const timer = sleepyTime();
    const line = createLine({ perSecond: 1, burst: 1, most: 1, ms: 1000 }, timer);
    const seen = [line.isRested()];
    const turn = line.turn();
    seen.push(line.isRested());
    await turn;
    seen.push(line.isRested());
    timer.pass(1000);
    seen.push(line.isRested());
    expect(seen).toEqual([true, false, false, true]);
  });
});

test('a place waits for itself alone', async () => {
  const timer = sleepyTime();
  const turnIn = createLines({ perSecond: 1, burst: 1, most: 1, ms: 1000 }, timer);
  const left: string[] = [];
  for (const place of ['a', 'b', 'a', 'c', 'a'])
    await turnIn(place).then(() => left.push(`${place} at ${timer.now()}`));
  expect(left).toEqual(['a at 0', 'b at 0', 'a at 1000', 'c at 1000', 'a at 2000']);
});

// What Discord and Slack take, and how late a timer of Node is on a busy machine.
test.each([
  { whose: 'Discord in all', pace: digestPace, most: 50, ms: 1000 },
  { whose: 'a workspace of Slack', pace: workspacePace, most: 300, ms: 60_000 },
  { whose: 'a channel of Slack', pace: channelPace, most: 1, ms: 1000 },
  { whose: 'looks on Slack', pace: lookPace, most: 50, ms: 60_000 },
])('the pace of $whose uses 95 % of the limit and keeps to it', async ({ pace, most, ms }) => {
  const count = most * 10;
  const times = await leavings(
    pace,
    count + 1,
    sleepyTime(() => 1),
  );
  expect(mostWithin(times, ms)).toBeLessThanOrEqual(most);
  expect(((count + 1 - pace.burst) / (times.at(-1) ?? 0)) * ms).toBeGreaterThan(0.95 * most);
});
