import { type Client, Routes } from 'discord.js';
import type { Line } from '../../core/pace.ts';
import type { PostOutcome } from '../../core/platform.ts';
import { reasonOf } from './outcomes.ts';
import { idOf, type Poster } from './posting.ts';
import type { Body } from './to-message.ts';

/** Tells one person something directly, each of its two requests in turn. Never rejects. */
export async function tell(
  client: Client,
  poster: Poster,
  to: { readonly user: string; readonly body: Body; readonly turn: Line['turn'] },
): Promise<PostOutcome> {
  let channel: string;
  await to.turn();
  try {
    // https://docs.discord.com/developers/resources/user#create-dm: asked again it gives the same channel, so it may be repeated.
    channel = idOf(await client.rest.post(Routes.userChannels(), { body: { recipient_id: to.user } }));
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error), permanent: false };
  }
  return await poster.toChannel(channel, to.body);
}
