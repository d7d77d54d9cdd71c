import type { webApi } from '@slack/bolt';
import type { Line } from '../../core/pace.ts';
import type { Channel, PostOutcome } from '../../core/platform.ts';
import type { Reply } from '../../core/reply.ts';
import { aWhile, failureOf } from './refusals.ts';
import { type Message, toMessage } from './to-message.ts';

/** What a digest's message is known by to `findPost`. Letters, digits and underscores: Slack drops other metadata in silence. */
export const deliveryMark = 'genai_digest';

interface PostingParts {
  /** Never repeats a call. */
  readonly posting: webApi.WebClient;
  readonly reading: webApi.WebClient;
  /** Ends when one more message may be posted in the workspace. */
  readonly turn: Line['turn'];
}

/** Posts to channels and people, once each. Nothing here rejects. */
export function createPosting({ posting, reading, turn }: PostingParts) {
  async function send(channel: string, message: Message & { metadata?: webApi.MessageMetadata }): Promise<PostOutcome> {
    await turn();
    try {
      const { ts } = await posting.chat.postMessage({ channel, ...message });
      if (ts === undefined) return { kind: 'uncertain', reason: 'Slack gave the message no id' };
      return { kind: 'posted', message: ts };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  return {
    /** Posts a digest, marked with its delivery id. */
    async post(to: Channel, reply: Reply, deliveryId: string): Promise<PostOutcome> {
      const metadata = { event_type: deliveryMark, event_payload: { delivery_id: deliveryId } };
      return await send(to.channel, { ...toMessage(reply, 'channel'), metadata });
    },

    /** Tells one person something in their direct messages. */
    async tell(user: string, reply: Reply): Promise<PostOutcome> {
      try {
        const { channel } = await reading.conversations.open({ users: user });
        return await send(channel?.id ?? user, toMessage(reply, 'channel'));
      } catch (error) {
        const outcome = outcomeOf(error);
        // Only the conversation was opened: nothing can stand there yet.
        return outcome.kind === 'uncertain' ? { kind: 'refused', reason: outcome.reason, permanent: false } : outcome;
      }
    },
  };
}

function outcomeOf(error: unknown): PostOutcome {
  const failure = failureOf(error);
  switch (failure.kind) {
    case 'refused':
      return { kind: 'refused', reason: failure.reason, permanent: failure.permanent };
    case 'limited':
      return { kind: 'wait', ms: failure.ms };
    case 'unreachable':
      return { kind: 'wait', ms: aWhile };
    case 'unclear':
      return { kind: 'uncertain', reason: failure.reason };
  }
}
