import { expect, test } from 'vitest';
import { createRecent } from '../../../src/platforms/discord/recent.ts';

test('of more ids than are to be kept the oldest is forgotten', () => {
  const recent = createRecent(2);
  expect(['a', 'b', 'a', 'c'].map((id) => recent.add(id))).toEqual([true, true, false, true]);
  expect(['a', 'b', 'c'].map((id) => recent.has(id))).toEqual([false, true, true]);
  recent.remove('b');
  expect(recent.add('b')).toBe(true);
});
