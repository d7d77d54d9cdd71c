import { expect, test } from 'vitest';
import { createDoor } from '../../../src/platforms/discord/door.ts';
import { type Logged, logTo } from './fixture.ts';

const what = { name: 'a message', id: '1' };

test('a closing door waits for what runs, and lets nothing more in', async () => {
  const order: string[] = [];
  const gate = Promise.withResolvers<void>();
  const door = createDoor(logTo([]));
  door.enter(what, async () => {
    await gate.promise;
    order.push('first');
  });
  const closed = door.close(1000).then(() => order.push('closed'));
  door.enter(what, async () => void order.push('second'));
  gate.resolve();
  await closed;
  expect(order).toEqual(['first', 'closed']);
});

test('a closing door waits no longer than it is told to', async () => {
  const door = createDoor(logTo([]));
  door.enter(what, () => new Promise(() => undefined));
  await expect(door.close(5)).resolves.toBeUndefined();
});

test.each([
  ['rejects', () => Promise.reject(new Error('boom'))],
  [
    'throws',
    () => {
      throw new Error('boom');
    },
  ],
])('a handler that %s is logged once, even where the asker cannot be told', async (_, handler) => {
  const logged: Logged[] = [];
  const door = createDoor(logTo(logged));
  door.enter(what, handler, () => Promise.reject(new Error('not told either')));
  await door.close(1000);
  expect(logged).toMatchObject([
    {
      level: 'error',
      fields: { err: { message: 'discord: a message 1 failed', cause: { message: 'boom' } }, id: '1' },
    },
  ]);
});
