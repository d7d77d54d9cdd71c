import { type APIMessage, type Client, PermissionFlagsBits, Routes } from 'discord.js';
import type { Line } from '../../core/pace.ts';
import type { Channel, FindOutcome } from '../../core/platform.ts';
import { carries } from './buttons.ts';
import { customIdsOf } from './components.ts';
import { messagesPerPage } from './limits.ts';
import { outcomeOf, reasonOf } from './outcomes.ts';

/** Ten thousand messages: a channel with more in the hours in question is not searched to its end, and so not known to lack the post. */
const mostPages = 100;

interface Wanted {
  readonly delivery: string;
  readonly since: number;
  /** Ends when one more request may be made. */
  readonly turn: Line['turn'];
}

/** Looks for the post of a delivery. It is `absent` only where every message since then was seen. Never rejects. */
export async function findPost(client: Client, to: Channel, post: Wanted): Promise<FindOutcome> {
  try {
    const found = await search(client, to, post);
    if (found) return found;
    return (await doubtOf(client, to, post.turn)) ?? { kind: 'absent' };
  } catch (error) {
    return { kind: 'cannot-look', reason: reasonOf(error), isPassing: outcomeOf(error).kind !== 'refused' };
  }
}

/** Discord's messages carry their time in their id: https://docs.discord.com/developers/reference#snowflakes */
const discordEpoch = 1_420_070_400_000;

async function search(
  client: Client,
  { channel }: Channel,
  { delivery, since, turn }: Wanted,
): Promise<FindOutcome | undefined> {
  let after = String(BigInt(Math.max(0, Math.trunc(since) - discordEpoch)) << 22n);
  for (let page = 0; page < mostPages; page++) {
    await turn();
    const query = new URLSearchParams({ after, limit: String(messagesPerPage) });
    // The wire's own shape, documented at https://docs.discord.com/developers/resources/message#get-channel-messages
    const messages = (await client.rest.get(Routes.channelMessages(channel), { query })) as APIMessage[];
    const found = messages.find((message) => isPostOf(message, delivery, client.user?.id));
    if (found) return { kind: 'found', message: found.id };
    if (messages.length < messagesPerPage) return undefined;
    after = messages.reduce((latest, { id }) => (BigInt(id) > BigInt(latest) ? id : latest), after);
  }
  return { kind: 'cannot-look', reason: 'too much was written there since' };
}

function isPostOf({ author, components }: APIMessage, delivery: string, bot: string | undefined): boolean {
  return author.id === bot && customIdsOf(components ?? []).some((customId) => carries(customId, delivery));
}

const needed = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory];

/**
 * Why a search that found nothing proves nothing. Without the right to read the history Discord answers with an empty list, not with an error:
 * https://docs.discord.com/developers/resources/message#get-channel-messages. Asked afresh, as what is cached may be late.
 */
async function doubtOf(
  client: Client,
  { channel: id }: Channel,
  turn: Wanted['turn'],
): Promise<FindOutcome | undefined> {
  await turn();
  const channel = await client.channels.fetch(id, { force: true });
  if (!channel) return { kind: 'cannot-look', reason: 'the bot does not see the channel' };
  if (channel.isDMBased()) return undefined;
  await turn();
  await turn();
  const [me] = await Promise.all([channel.guild.members.fetchMe({ force: true }), channel.guild.roles.fetch()]);
  const may = channel.permissionsFor(me).has(needed);
  return may
    ? undefined
    : {
        kind: 'cannot-look',
        reason: 'the bot may not read what was posted; give it the permission Read Message History',
      };
}
