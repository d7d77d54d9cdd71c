import { conversationsContract } from './contract-conversations.ts';
import { deliveriesContract } from './contract-deliveries.ts';
import { modelContract } from './contract-model.ts';
import { processesContract } from './contract-processes.ts';
import { retentionContract } from './contract-retention.ts';
import { schemaContract } from './contract-schema.ts';
import { subscriptionsContract } from './contract-subscriptions.ts';
import { type Database, stateTest } from './database.ts';

/** What every database must do alike. */
export function stateContract(database: Database): void {
  const test = stateTest(database);
  conversationsContract(test);
  subscriptionsContract(test);
  deliveriesContract(test);
  retentionContract(test);
  modelContract(test);
  schemaContract(test);
  processesContract(test);
}
