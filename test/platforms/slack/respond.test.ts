import { expect, test } from 'vitest';
import { respond } from '../../../src/platforms/slack/respond.ts';
import type { Plan } from '../../loopback/slack-failures.ts';
import { aWorkspace, nowhere } from './bot.ts';

/** A response_url of the loopback Slack; an unknown one is an expired one. */
async function urlOf(plan?: Plan) {
  const slack = await aWorkspace();
  if (plan) slack.failNext(plan);
  return `${new URL(slack.apiUrl).origin}/respond/unknown`;
}

test('an expired response_url surely did not take the answer', async () => {
  expect(await respond(await urlOf(), { text: 'x' })).toBe(false);
});

test('an address where nobody listens surely did not take the answer', async () => {
  expect(await respond(await nowhere(), { text: 'x' })).toBe(false);
});

test.each<Plan>(['500-before', 'cut-before', 'hang'])(
  'after %s nobody knows, and the address is not told',
  async (plan) => {
    const outcome = respond(await urlOf(plan), { text: 'x' }, 20);
    await expect(outcome).rejects.toThrow(/^slack: whether an answer arrived is not known(?: \(HTTP 500\))?$/);
  },
);
