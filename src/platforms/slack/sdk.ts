import { type Logger, LogLevel, webApi } from '@slack/bolt';
import type { Log } from '../../core/log.ts';
import { callTimeout } from './limits.ts';

/** Where Slack's API is and the bot's token for it. */
export interface Access {
  readonly apiUrl: string;
  readonly botToken: string;
}

/** Only what may be done twice is tried again. */
const readRetries = { retries: 2, minTimeout: 100, maxTimeout: 1000 };

/**
 * Options for calls that must happen at most once: the SDK's retries post a message again whose reply was lost.
 * A new object each time: the SDK writes its own retries into the object it is given.
 */
export function onceOnly({ apiUrl }: Pick<Access, 'apiUrl'>): webApi.WebClientOptions {
  return { ...patient({ apiUrl }), retryConfig: { retries: 0 } };
}

/** Options for calls that may be repeated. A rate limit is reported, never waited for in silence. */
function patient({ apiUrl }: Pick<Access, 'apiUrl'>): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    retryConfig: readRetries,
    rejectRateLimitedCalls: true,
    timeout: callTimeout,
    logger: quiet,
  };
}

/** A client for posting. */
export function postingClient(access: Access): webApi.WebClient {
  return new webApi.WebClient(access.botToken, onceOnly(access));
}

/** A client for looking things up. */
export function readingClient(access: Access): webApi.WebClient {
  return new webApi.WebClient(access.botToken, patient(access));
}

const nothing = () => {};

/** What the SDK would say is either said by us, once and with its cause, or holds what people wrote. */
export const quiet: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};

/** The SDK's warnings in our log, where nobody else would tell of them: a request over HTTP whose signature is wrong. */
export function warningsTo(log: Log): Logger {
  const warn = (...parts: unknown[]) => log.warn({}, `slack: ${parts.map(String).join(' ')}`);
  return { ...quiet, warn, error: warn };
}
