import { type RateLimitData, REST, type RouteLike, Routes } from 'discord.js';
import type { PostOutcome } from '../../core/platform.ts';
import { requestsPerSecond } from './limits.ts';
import { outcomeOf } from './outcomes.ts';
import type { Body } from './to-message.ts';

export interface PosterSettings {
  readonly token: string;
  readonly apiUrl: string;
  /** How long an answer may take, in milliseconds. */
  readonly timeout: number;
}

/** Posts, each once: nothing is repeated, and what is not certain is said to be so. */
export interface Poster {
  /** To a channel. Discord itself makes one message of two posts with the same nonce, for some minutes. Never rejects. */
  toChannel(channel: string, body: Body, nonce?: string): Promise<PostOutcome>;
  /** A public message in answer to an interaction. Never rejects. */
  toInteraction(of: { readonly applicationId: string; readonly token: string }, body: Body): Promise<PostOutcome>;
}

/** Leaves some of the requests a second to answers and reads. */
const share = 0.96;

/**
 * Of its own accord the SDK repeats a request after a 500, a time-out or a broken line, and so posts twice where only the answer was lost;
 * here it does not. It still paces itself: what it holds back for a second to stay within the limit is not yet sent, and waits.
 */
export function createPoster({ token, apiUrl, timeout }: PosterSettings): Poster {
  const rest = new REST({
    api: apiUrl,
    retries: 0,
    timeout,
    globalRequestsPerSecond: requestsPerSecond * share,
    rejectOnRateLimit: (limit) => !isOwnPace(limit),
  });

  async function send(
    route: RouteLike,
    request: { readonly body: object; readonly auth?: boolean },
  ): Promise<PostOutcome> {
    try {
      // The SDK forgets its token after one 401. A post says for itself whether the token is still good.
      const message = await rest.setToken(token).post(route, { ...request });
      return { kind: 'posted', message: idOf(message) };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  return {
    toChannel(channel, body, nonce) {
      const once = nonce === undefined ? {} : { nonce, enforce_nonce: true };
      return send(Routes.channelMessages(channel), { body: { ...body, ...once } });
    },
    toInteraction: (of, body) => send(Routes.webhook(of.applicationId, of.token), { body, auth: false }),
  };
}

/** The longest that the SDK holds a request back by its own count: a second, and its margin. */
const longestPaceMs = 1500;

/** Whether the SDK holds a request back only so as to keep within the requests a second that it counts itself. */
export function isOwnPace({
  global,
  scope,
  timeToReset,
}: Pick<RateLimitData, 'global' | 'scope' | 'timeToReset'>): boolean {
  return global && scope === 'user' && timeToReset <= longestPaceMs;
}

/** The id of a message that was posted. A 200 without one is no answer of Discord's. */
export function idOf(message: unknown): string {
  if (typeof message === 'object' && message !== null && 'id' in message) return String(message.id);
  throw new Error('the answer has no message');
}
