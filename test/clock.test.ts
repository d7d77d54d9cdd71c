import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Clock, startClock } from '../src/clock.ts';
import type { Log } from '../src/core/log.ts';

const at = (time: string) => Date.parse(`2026-11-23T${time}Z`);
const minute = 60_000;

let clock: Clock | undefined;
let lines: string[];
const log: Log = {
  info: () => undefined,
  warn: (_fields, message) => void lines.push(message),
  error: (_fields, message) => void lines.push(message),
};

beforeEach(() => {
  lines = [];
  vi.useFakeTimers({ now: at('08:58:30') });
});

afterEach(async () => {
  await clock?.stop();
  vi.useRealTimers();
});

/** A clock that notes the instants of its beats, and how often it was asked. */
function started(beat: (at: number) => Promise<void> = () => Promise.resolve()): string[] {
  const beats: string[] = [];
  clock = startClock((instant) => {
    beats.push(new Date(instant).toISOString().slice(11, 23));
    return beat(instant);
  }, log);
  return beats;
}

test('the clock beats once a minute, on the minute', async () => {
  const beats = started();
  await vi.advanceTimersByTimeAsync(3 * minute);
  expect(beats).toEqual(['08:59:00.000', '09:00:00.000', '09:01:00.000']);
});

test('a beat that is noticed late hands over its own minute, not the time of day', async () => {
  const beats = started();
  // The process was busy: the timer for 08:59:00 comes at 08:59:40.
  vi.setSystemTime(at('08:59:10'));
  await vi.advanceTimersByTimeAsync(minute);
  expect(beats).toEqual(['08:59:00.000', '09:00:00.000']);
});

test('a beat that falls into a running one is left out, and the next comes again', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const beats = started(() => promise);
  await vi.advanceTimersByTimeAsync(3 * minute);
  expect(beats).toEqual(['08:59:00.000']);
  expect(lines).toEqual(Array.from({ length: 2 }, () => expect.stringContaining('still running')));
  resolve();
  await vi.advanceTimersByTimeAsync(minute);
  expect(beats).toEqual(['08:59:00.000', '09:02:00.000']);
});

test('a beat that breaks off is logged, and the clock goes on', async () => {
  const beats = started(() => Promise.reject(new Error('no database')));
  await vi.advanceTimersByTimeAsync(2 * minute);
  expect(beats).toHaveLength(2);
  expect(lines).toEqual(['a beat of the clock broke off', 'a beat of the clock broke off']);
});

test('after two hours asleep the clock beats for the present minute alone', async () => {
  const beats = started();
  vi.setSystemTime(at('10:58:30'));
  await vi.advanceTimersByTimeAsync(2 * minute);
  expect(beats).toEqual(['10:59:00.000', '11:00:00.000']);
  expect(lines).toEqual([]);
});

test('stopping waits for the running beat, and no other comes', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const beats = started(() => promise);
  await vi.advanceTimersByTimeAsync(minute);
  let isStopped = false;
  const stopping = clock?.stop().then(() => {
    isStopped = true;
  });
  await vi.advanceTimersByTimeAsync(2 * minute);
  expect(isStopped).toBe(false);
  resolve();
  await stopping;
  await vi.advanceTimersByTimeAsync(2 * minute);
  expect(beats).toEqual(['08:59:00.000']);
});
