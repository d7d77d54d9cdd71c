import type { Log } from '../../core/log.ts';
import { within } from './within.ts';

/** Where what Slack tells comes in: the platform's one catch site. */
export function createDoor(log: Log) {
  const running = new Set<Promise<void>>();

  return {
    /** Does the work for something that came in. Never rejects: what goes wrong is logged once, without a word of what people said. */
    async pass(what: string, work: () => Promise<void>): Promise<void> {
      const run = work().catch((error: unknown) => log.error({ err: error }, `slack: ${what} was not answered`));
      running.add(run);
      await run;
      running.delete(run);
    },

    /** Lets what is under way finish, at most so many milliseconds. */
    async drain(ms: number): Promise<void> {
      await within(Promise.all(running), ms);
    },
  };
}

export type Door = ReturnType<typeof createDoor>;
