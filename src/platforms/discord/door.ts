import type { Log } from '../../core/log.ts';
import { failure } from './errors.ts';

/** The platform's door: what comes in runs behind it, none of it rejects, and a stop can wait for it. */
export interface Door {
  /** Runs a handler. Where it fails, that is logged once and `sorry` may say so to the asker. Nothing runs once the door is closed. */
  enter(
    what: { readonly name: string; readonly id: string },
    handler: () => Promise<void>,
    sorry?: () => Promise<void>,
  ): void;
  /** Lets nothing more in; ends when what runs is done, or after so many milliseconds. */
  close(patience: number): Promise<void>;
}

export function createDoor(log: Log): Door {
  const running = new Set<Promise<void>>();
  let isOpen = true;
  return {
    enter({ name, id }, handler, sorry) {
      if (!isOpen) return;
      const run = Promise.try(handler)
        .catch(async (error: unknown) => {
          log.error({ err: failure(`${name} ${id} failed`, error), id }, `discord: ${name} failed`);
          // The failure is logged already; that it could not be told either follows from it.
          await sorry?.().catch(() => undefined);
        })
        .finally(() => running.delete(run));
      running.add(run);
    },
    async close(patience) {
      isOpen = false;
      await within(patience, Promise.all(running));
    },
  };
}

/** Ends when a promise does, or after so many milliseconds, whatever comes first. */
export async function within(ms: number, promise: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, ms);
  try {
    await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
