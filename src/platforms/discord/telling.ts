import { type Client, Routes } from 'discord.js';
import type { PostOutcome } from '../../core/platform.ts';
import { reasonOf } from './outcomes.ts';
import { idOf, type Poster } from './posting.ts';
import type { Body } from './to-message.ts';

/** Tells one person something directly. Never rejects. */
export async function tell(
  client: Client,
  poster: Poster,
  to: { readonly user: string; readonly body: Body },
): Promise<PostOutcome> {
  let channel: string;
  try {
    // https://docs.discord.com/developers/resources/user#create-dm: asked again it gives the same channel, so it may be repeated.
    channel = idOf(await client.rest.post(Routes.userChannels(), { body: { recipient_id: to.user } }));
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error), permanent: false };
  }
  return await poster.toChannel(channel, to.body);
}
