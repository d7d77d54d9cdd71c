/** What an administrator does to the workspace, and Slack to its connections. */
import { within } from './slack-inbox.ts';
import type { Fields } from './slack-schema.ts';
import { SlackServer } from './slack-server.ts';
import { BOT, type Channel, type User } from './slack-workspace.ts';

export class SlackAdmin extends SlackServer {
  user(id: string, given: Partial<Omit<User, 'id'>> = {}): User {
    return this.workspace.user(id, given);
  }

  channel(id: string, given: Partial<Omit<Channel, 'id'>> = {}): Channel {
    return this.workspace.channel(id, given);
  }

  async archive(id: string, archived = true): Promise<void> {
    const channel = this.channel(id, { archived });
    const type = `${channel.kind === 'groups' ? 'group' : 'channel'}_${archived ? 'archive' : 'unarchive'}`;
    await this.#announce({ type, channel: id, user: channel.creator, is_moved: 0, event_ts: this.workspace.nextTs() });
  }

  /** The bot is taken out of a channel. */
  async kick(id: string): Promise<void> {
    const channel = this.channel(id, { member: false });
    const group = channel.kind === 'groups';
    const event_ts = this.workspace.nextTs();
    const about = { channel: id, channel_type: group ? 'G' : 'C', event_ts };
    await this.#announce({ type: group ? 'group_left' : 'channel_left', actor_id: channel.creator, ...about });
    await this.#announce({ type: 'member_left_channel', user: BOT.user, ...about });
  }

  /** The bot is brought into a channel. */
  async invite(id: string): Promise<void> {
    const { creator: inviter, kind } = this.channel(id, { member: true });
    const channel_type = kind === 'groups' ? 'G' : 'C';
    const event_ts = this.workspace.nextTs();
    await this.#announce({
      type: 'member_joined_channel',
      user: BOT.user,
      channel: id,
      channel_type,
      inviter,
      event_ts,
    });
  }

  /** The workspace removes the app: its token is dead. */
  async uninstall(): Promise<void> {
    this.revoked = 'account_inactive';
    await this.#announce({ type: 'tokens_revoked', tokens: { oauth: [], bot: [BOT.user] } });
    await this.#announce({ type: 'app_uninstalled' });
  }

  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled' = 'refresh_requested'): void {
    this.sockets.disconnect(reason);
  }

  dropConnections(): void {
    this.sockets.drop();
  }

  async connected(ms?: number): Promise<void> {
    await within(this.sockets.connected(), () => 'no one connected', ms);
  }

  get connections(): number {
    return this.sockets.count;
  }

  /** An event that the app hears of only if it listens. */
  async #announce(event: Fields): Promise<void> {
    const envelope = this.emit(event);
    if (envelope && this.sockets.count > 0)
      await within(envelope.acked, () => `no acknowledgement of ${String(event.type)}`);
  }
}
