import { test } from 'vitest';
import type { State } from '../../src/core/state.ts';
import { connect } from '../../src/state/connect.ts';
import type { Driver } from '../../src/state/driver.ts';
import { openState } from '../../src/state/open.ts';

/** Where the contract suite gets empty databases from. */
export interface Database {
  freshUrl(): string | Promise<string>;
}

/**
 * A test with an empty database at `url`: `state` is a handle on it, `open` gives one more, as a restart would have,
 * and `driver` is the database below the state. All are closed at the end.
 */
export function stateTest(database: Database) {
  return test
    .extend('url', () => database.freshUrl())
    .extend('open', async ({ url }, { onCleanup }) => {
      const opened: State[] = [];
      onCleanup(async () => {
        for (const state of opened) await state.close();
      });
      return async () => {
        const state = await openState(url);
        opened.push(state);
        return state;
      };
    })
    .extend('state', ({ open }) => open())
    .extend('driver', async ({ url }, { onCleanup }): Promise<Driver> => {
      const driver = await connect(url);
      onCleanup(() => driver.close());
      return driver;
    });
}

export type StateTest = ReturnType<typeof stateTest>;
