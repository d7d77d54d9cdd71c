import { expect, test } from 'vitest';
import { defaultPolicy } from '../../src/core/delivery-step.ts';
import { createWatch } from '../../src/core/delivery-watch.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 23, 8);
const at = (minutes: number) => start + minutes * minute;

/** A process that has beaten once a minute since `start`. */
function watched(minutes: number) {
  const watch = createWatch(defaultPolicy);
  for (let count = 0; count <= minutes; count++) watch.begin(at(count), at(count));
  return watch;
}

test('a process knows nothing of the slots before its first beat', () => {
  expect(watched(0).since()).toBe(at(0));
  expect(watched(5).since()).toBe(at(0));
});

test('it knows the slots of the last ten minutes', () => {
  expect(watched(60).since()).toBe(at(50));
});

test('a slot that came while it was busy with others it knows too, however late it gets to it', () => {
  const watch = watched(60);
  for (let count = 60; count < 95; count++) watch.note(at(count));
  expect(watch.since()).toBe(at(50));
  watch.begin(at(95), at(95));
  expect(watch.since()).toBe(at(60));
});

test.for([
  ['slept for longer than three minutes', 64],
  ['finds its clock set back', 40],
] as const)('one that %s knows nothing of before', ([, minutes]) => {
  const watch = watched(60);
  watch.begin(at(minutes), at(minutes));
  expect(watch.since()).toBe(at(minutes));
});

test('a copy of it that is woken up in the middle of a round knows nothing of before', () => {
  const watch = watched(60);
  watch.note(at(24 * 60));
  expect(watch.since()).toBe(at(24 * 60));
});

test('a clock that is set right by a few seconds makes no difference', () => {
  const watch = watched(5);
  watch.note(at(5) - 20);
  expect(watch.since()).toBe(at(0));
});
