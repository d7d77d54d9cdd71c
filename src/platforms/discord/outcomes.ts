import { DiscordAPIError, RateLimitError } from 'discord.js';
import { neverConnected } from '../../core/never-connected.ts';
import type { PostOutcome } from '../../core/platform.ts';

/**
 * Errors that stay until a person changes something, in words for that person.
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
 */
const lasting: Readonly<Record<number, string>> = {
  10003: 'the channel does not exist any more',
  10004: 'the bot is not in that server any more',
  50001: 'the bot may not see the channel; give it the permission View Channel there',
  50007: 'the person does not take direct messages from the bot',
  50008: 'nothing can be posted in a channel of this kind',
  50013: 'the bot may not write there; give it the permission Send Messages (in a thread: Send Messages in Threads)',
  50024: 'nothing can be posted in a channel of this kind',
  50083: 'the thread is archived',
  160005: 'the thread is locked',
};

const offlineWaitMs = 60_000;
/** Where a 429 does not say how long, it is no limit of the API but a block in front of it. */
const blockedWaitMs = 60_000;
/** A server or proxy that gave up waiting for the request: it may have passed it on. */
const requestTimeout = 408;

/** What became of a post that failed. Only an answer that says no is certain; of everything else the post may stand. */
export function outcomeOf(error: unknown): PostOutcome {
  if (error instanceof RateLimitError) {
    return { kind: 'wait', ms: error.retryAfter > 0 ? Math.ceil(error.retryAfter) : blockedWaitMs };
  }
  if (error instanceof DiscordAPIError && error.status !== requestTimeout) {
    const isLasting = error.status === 401 || Object.hasOwn(lasting, error.code);
    return { kind: 'refused', reason: reasonOf(error), permanent: isLasting };
  }
  if (neverConnected.has(codeOf(error))) return { kind: 'wait', ms: offlineWaitMs };
  return { kind: 'uncertain', reason: reasonOf(error) };
}

/** Why a call failed, in words for people; never with the address or the body of the request. */
export function reasonOf(error: unknown): string {
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return 'Discord does not know the bot’s token any more (DISCORD_TOKEN)';
    const words = lasting[Number(error.code)];
    return words ?? `Discord refused it: ${error.message} (${error.status}, ${error.code})`;
  }
  if (error instanceof Error && error.name === 'AbortError') return 'Discord did not answer in time';
  if (error instanceof Error && 'status' in error) return `Discord is in trouble (${error.status})`;
  return `the line to Discord failed (${codeOf(error) || String(error)})`;
}

/** The code of a system error, such as ECONNRESET; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
