import { describe, test } from 'vitest';
import type { Driver } from '../../src/state/driver.ts';
import { conversationsContract } from '../state/contract-conversations.ts';
import { deliveriesContract } from '../state/contract-deliveries.ts';
import { modelContract } from '../state/contract-model.ts';
import { retentionContract } from '../state/contract-retention.ts';
import { subscriptionsContract } from '../state/contract-subscriptions.ts';
import { createMemoryState } from './memory-state.ts';

/** The state in memory has one handle and no database below it. */
const memoryTest = test
  .extend('url', () => 'memory')
  .extend('state', () => createMemoryState())
  .extend(
    'open',
    ({ state }) =>
      async () =>
        state,
  )
  .extend('driver', async (): Promise<Driver> => {
    throw new Error('there is no database below the state in memory');
  });

// A double that does otherwise than the databases would let tests pass that should not.
describe('the state in memory', () => {
  conversationsContract(memoryTest);
  subscriptionsContract(memoryTest);
  deliveriesContract(memoryTest);
  retentionContract(memoryTest);
  modelContract(memoryTest);
});
