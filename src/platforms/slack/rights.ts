import type { webApi } from '@slack/bolt';
import type { Place } from '../../core/ask.ts';

/**
 * Whether a person may manage a channel's digests: one of the operator's managers, an administrator or owner of the
 * workspace, or who created the channel; in a direct conversation, its person. Rejects where Slack does not say.
 */
export async function mayManage(client: webApi.WebClient, managers: readonly string[], place: Place): Promise<boolean> {
  const { channel, user } = place;
  if (channel.startsWith('D') || managers.includes(user)) return true;
  try {
    const { user: profile } = await client.users.info({ user });
    if (profile?.is_admin || profile?.is_owner) return true;
    const about = await client.conversations.info({ channel });
    return about.channel?.creator === user;
  } catch (cause) {
    throw new Error(`slack: who may manage ${channel} could not be found out`, { cause });
  }
}
