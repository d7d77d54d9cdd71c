import { createTask, type Logger, type TaskContext } from 'node-cron';
import type { Log } from './core/log.ts';

/** A running clock. */
export interface Clock {
  /** No further beat; ends when the running one has. */
  stop(): Promise<void>;
}

/**
 * How late a beat may be noticed and still run, in milliseconds. node-cron's own second drops the beat of a busy moment.
 * https://nodecron.com/api-reference
 */
const tolerance = 59_000;

/**
 * Beats once a minute, on the minute, and hands over the beat's own instant (milliseconds UTC), not when it was noticed.
 * A beat that falls into a running one is left out: the next takes all that is due. A beat that rejects is logged, and the clock goes on.
 */
export function startClock(beat: (at: number) => Promise<void>, log: Log): Clock {
  let running: Promise<void> | undefined;

  async function run(at: number): Promise<void> {
    try {
      await beat(at);
    } catch (error) {
      log.error({ err: error }, 'a beat of the clock broke off');
    }
  }

  function onMinute({ date }: TaskContext): Promise<void> {
    running = run(date.getTime());
    return running;
  }

  const task = createTask('* * * * *', onMinute, {
    timezone: 'UTC',
    noOverlap: true,
    missedExecutionTolerance: tolerance,
    suppressMissedWarning: true,
    logger: loggerOf(log),
  });
  void task.start();
  return {
    async stop() {
      await task.destroy();
      await running;
    },
  };
}

/** node-cron's own words, such as that a beat fell into a running one, go where ours go. */
function loggerOf(log: Log): Logger {
  const textOf = (message: string | Error) => (message instanceof Error ? message.message : message);
  return {
    debug: () => undefined,
    info: (message) => log.info({}, message),
    warn: (message) => log.warn({}, message),
    error: (message, err) => log.error({ err: err ?? message }, textOf(message)),
  };
}
