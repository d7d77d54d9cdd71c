import { REST, type RouteLike, Routes } from 'discord.js';
import type { Line } from '../../core/pace.ts';
import type { PostOutcome } from '../../core/platform.ts';
import { outcomeOf } from './outcomes.ts';
import type { Body } from './to-message.ts';

export interface PosterSettings {
  readonly token: string;
  readonly apiUrl: string;
  /** How long an answer may take, in milliseconds. */
  readonly timeout: number;
  /** Ends when one more request may be made that counts. Those that belong to an interaction do not. */
  readonly turn: Line['turn'];
}

/** Posts, each once: nothing is repeated, and what is not certain is said to be so. */
export interface Poster {
  /** To a channel. Discord itself makes one message of two posts with the same nonce, for some minutes. Never rejects. */
  toChannel(channel: string, body: Body, nonce?: string): Promise<PostOutcome>;
  /** A public message in answer to an interaction. Never rejects. */
  toInteraction(of: { readonly applicationId: string; readonly token: string }, body: Body): Promise<PostOutcome>;
}

/**
 * Of its own accord the SDK repeats a request after a 500, a time-out or a broken line, and so posts twice where only the answer was lost;
 * here it does not. Nor does it count the requests a second: it would let what is too much go in a burst. What Discord says of limits it tells.
 */
export function createPoster({ token, apiUrl, timeout, turn }: PosterSettings): Poster {
  const rest = new REST({
    api: apiUrl,
    retries: 0,
    timeout,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    rejectOnRateLimit: () => true,
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
    async toChannel(channel, body, nonce) {
      const once = nonce === undefined ? {} : { nonce, enforce_nonce: true };
      await turn();
      return await send(Routes.channelMessages(channel), { body: { ...body, ...once } });
    },
    toInteraction: (of, body) => send(Routes.webhook(of.applicationId, of.token), { body, auth: false }),
  };
}

/** The id of a message that was posted. A 200 without one is no answer of Discord's. */
export function idOf(message: unknown): string {
  if (typeof message === 'object' && message !== null && 'id' in message) return String(message.id);
  throw new Error('the answer has no message');
}
