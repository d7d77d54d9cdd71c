import type { webApi } from '@slack/bolt';
import type { Line } from '../../core/pace.ts';
import type { FindOutcome } from '../../core/platform.ts';
import { onceMore } from './once-more.ts';
import { deliveryMark } from './posting.ts';
import { failureOf } from './refusals.ts';

/** Our clock may be ahead of Slack's: so many seconds earlier than asked the look begins. */
const clockMargin = 3600;
const pageSize = 200;
/** How long a look waits for a rate limit to pass, in milliseconds: without it the delivery stays unknown, and a person has to look. */
const longestWait = 30_000;

/** A delivery to look for: where, which, and since when (milliseconds UTC); and what ends when one more page may be asked for. */
export interface Lookup {
  readonly channel: string;
  readonly deliveryId: string;
  readonly since: number;
  readonly turn: Line['turn'];
}

/**
 * Looks through a channel's history, page by page from the newest, for the message of a delivery.
 * `absent` only when all of it was seen: https://docs.slack.dev/reference/methods/conversations.history
 */
export async function findPost(client: webApi.WebClient, lookup: Lookup): Promise<FindOutcome> {
  const { channel, deliveryId, since, turn } = lookup;
  const oldest = String(Math.max(0, Math.floor(since / 1000) - clockMargin));
  const asked = { channel, oldest, inclusive: true, include_all_metadata: true, limit: pageSize };
  try {
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const look = () => client.conversations.history({ ...asked, ...(cursor && { cursor }) });
      await turn();
      const page: webApi.ConversationsHistoryResponse = await onceMore(look, longestWait);
      const found = page.messages?.find((message) => deliveryOf(message) === deliveryId);
      if (found?.ts) return { kind: 'found', message: found.ts };
      cursor = page.response_metadata?.next_cursor || undefined;
      if (page.has_more && cursor === undefined)
        return { kind: 'cannot-look', reason: 'Slack showed only a part of the channel' };
    }
    return { kind: 'absent' };
  } catch (error) {
    const { kind, reason } = failureOf(error);
    return { kind: 'cannot-look', reason, isPassing: kind !== 'refused' };
  }
}

function deliveryOf({ metadata }: { metadata?: { event_type?: string; event_payload?: object } }): unknown {
  if (metadata?.event_type !== deliveryMark) return undefined;
  return metadata.event_payload && 'delivery_id' in metadata.event_payload
    ? metadata.event_payload.delivery_id
    : undefined;
}
