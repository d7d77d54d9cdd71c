import {
  type Client,
  DiscordAPIError,
  PermissionFlagsBits,
  type PermissionsBitField,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Place } from '../../core/ask.ts';
import { failure } from './errors.ts';

/** Who may manage a channel; an administrator and the owner may everything. */
const managing = [PermissionFlagsBits.ManageChannels, PermissionFlagsBits.ManageGuild];

export interface Rights {
  /** Whether a person may manage a channel, by Discord's own rights now. Rejects where that cannot be found out. */
  mayManage(place: Place): Promise<boolean>;
  /** Runs something with the rights that came with an interaction: nothing needs to be asked then. */
  during<T>(place: Place, permissions: Readonly<PermissionsBitField> | null, run: () => Promise<T>): Promise<T>;
}

export function createRights(client: () => Client): Rights {
  const fresh = new Map<string, Readonly<PermissionsBitField>>();
  const keyOf = ({ channel, user }: Place) => `${channel}/${user}`;

  async function fetched({ channel: id, user }: Place): Promise<boolean> {
    const channel = await client().channels.fetch(id);
    if (!channel) throw new Error('the channel cannot be seen');
    if (channel.isDMBased()) return true;
    const member = await channel.guild.members.fetch({ user, force: true, cache: false });
    return channel.permissionsFor(member).any(managing);
  }

  return {
    async mayManage(place) {
      if (place.workspace === '') return true;
      const permissions = fresh.get(keyOf(place));
      if (permissions) return permissions.any(managing);
      try {
        return await fetched(place);
      } catch (error) {
        if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMember) return false;
        throw failure('the rights of a person could not be found out', error);
      }
    },
    async during(place, permissions, run) {
      if (permissions) fresh.set(keyOf(place), permissions);
      try {
        return await run();
      } finally {
        fresh.delete(keyOf(place));
      }
    },
  };
}
