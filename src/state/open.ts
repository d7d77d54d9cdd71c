import type { State } from '../core/state.ts';
import { connect } from './connect.ts';
import { conversationsIn } from './conversations.ts';
import { deliveriesIn } from './deliveries.ts';
import { migrate } from './migrations.ts';
import { retentionIn } from './retention.ts';
import { subscriptionsIn } from './subscriptions.ts';
import { toldIn } from './told.ts';

/**
 * Opens the state at a database URL (see `connect`) and brings its schema up to date. A process opens a SQLite file once: a second
 * handle of the same process could wait for the first, which cannot go on meanwhile.
 * Rejects with a message that says what to do where the URL is wrong, the database cannot be reached, or a newer program has changed it.
 */
export async function openState(url: string): Promise<State> {
  const driver = await connect(url);
  try {
    await migrate(driver);
  } catch (error) {
    await driver.close();
    throw error;
  }
  return {
    ...conversationsIn(driver),
    ...subscriptionsIn(driver),
    ...deliveriesIn(driver),
    ...toldIn(driver),
    ...retentionIn(driver),
    close: () => driver.close(),
  };
}
