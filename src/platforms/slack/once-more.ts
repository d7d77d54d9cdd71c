import { setTimeout as sleep } from 'node:timers/promises';
import { failureOf } from './refusals.ts';

/**
 * Makes a call, and repeats it once where Slack did nothing and asks to come back within so many milliseconds.
 * Rejects as the call does.
 */
export async function onceMore<T>(call: () => Promise<T>, longest: number): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind !== 'limited' || failure.ms > longest) throw error;
    await sleep(failure.ms);
    return await call();
  }
}
