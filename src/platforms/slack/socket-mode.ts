import { setTimeout as sleep } from 'node:timers/promises';
import { SocketModeReceiver, webApi } from '@slack/bolt';
import type { Log } from '../../core/log.ts';
import { type Connection, farewell } from './connection.ts';
import { onceOnly, quiet } from './sdk.ts';
import { appTokenProblem } from './tokens.ts';
import { within } from './within.ts';

/** A connection that Slack has not greeted within this time is given up; one that stood this long was a good one (milliseconds). */
const greeting = 30_000;
const steady = 60_000;
/** Slack asks a client to come back every few hours; until it is back, people's commands fail. So the first try is at once. */
const firstPause = 1000;
const longestPause = 30_000;

/** How long to wait before the nth try in a row, in milliseconds. */
export function pauseBefore(tries: number): number {
  return tries === 0 ? 0 : Math.min(longestPause, firstPause * 2 ** (tries - 1));
}

interface Settings {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly log: Log;
  /** How long to wait before the nth try in a row, in milliseconds. */
  readonly pause?: (tries: number) => number;
}

/**
 * Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode
 * The SDK's own reconnecting is off: it waits five seconds each time, and a failed try is an unhandled rejection there.
 */
export function socketMode({ appToken, apiUrl, log, pause = pauseBefore }: Settings): Connection {
  const installerOptions = { clientOptions: onceOnly({ apiUrl }) };
  const receiver = new SocketModeReceiver({ appToken, autoReconnectEnabled: false, logger: quiet, installerOptions });
  const { client } = receiver;
  const closing = new AbortController();
  let gone = Promise.withResolvers<void>();
  let keeping = Promise.resolve();
  client.on('disconnected', () => gone.resolve());

  async function connect(): Promise<void> {
    gone = Promise.withResolvers();
    const late = setTimeout(() => void client.disconnect(), greeting);
    try {
      await client.start();
    } catch (error) {
      gone.resolve();
      throw error ?? new Error('the connection was closed before Slack said hello');
    } finally {
      clearTimeout(late);
    }
  }

  async function keepConnected(): Promise<void> {
    for (let tries = 0; !closing.signal.aborted; tries++) {
      const since = performance.now();
      await gone.promise;
      if (performance.now() - since > steady) tries = 0;
      await connectAfter(pause(tries));
    }
    await client.disconnect();
  }

  async function connectAfter(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: closing.signal }).catch(() => {});
    if (closing.signal.aborted) return;
    await connect().catch(async (error: unknown) => {
      log.warn({ err: error }, 'slack: not connected; trying again');
      const asked = error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1000 : 0;
      await sleep(asked, undefined, { signal: closing.signal }).catch(() => {});
    });
  }

  return {
    receiver,
    async open() {
      await connect().catch((error: unknown) => {
        throw appTokenProblem(error, apiUrl);
      });
      keeping = keepConnected();
    },
    async close() {
      closing.abort();
      void client.disconnect();
      // A second farewell makes the SDK cut a line on which the first was not answered.
      if (
        (await within(
          keeping.then(() => true),
          farewell,
        )) === undefined
      )
        void client.disconnect();
    },
  };
}
