import type { Json } from './discord-form.ts';
import {
  type Channel,
  EVERYONE_MAY,
  type Guild,
  PERMISSION,
  type Role,
  type User,
  type World,
} from './discord-world.ts';

// How the things of this world look on the wire.

const JOINED = '2025-01-01T00:00:00.000Z';

export function userJson(user: User): Json {
  const { id, name } = user;
  return { id, username: name.toLowerCase(), global_name: name, discriminator: '0', avatar: null, bot: user.bot };
}

export function memberJson(world: World, guild: Guild, user: User): Json {
  const roles = rolesOf(world, guild).filter((role) => role.id === personalRoleId(world, guild, user));
  return {
    nick: null,
    avatar: null,
    roles: roles.map((role) => role.id),
    joined_at: JOINED,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
  };
}

export function channelJson(world: World, channel: Channel): Json {
  const { id, name, guild, recipient, parent } = channel;
  const base = { id, last_message_id: null, flags: 0 };
  if (recipient) return { ...base, type: 1, recipients: [userJson(recipient)] };
  const inGuild = { ...base, name, guild_id: guild?.id, nsfw: false, rate_limit_per_user: 0 };
  if (parent) {
    const metadata = { archived: false, auto_archive_duration: 1440, archive_timestamp: JOINED, locked: false };
    const counts = { message_count: 0, member_count: 1, total_message_sent: 0 };
    return { ...inGuild, ...counts, type: 11, parent_id: parent.id, owner_id: world.bot.id, thread_metadata: metadata };
  }
  const overwrite = { id: world.bot.id, type: 1, allow: '0', deny: String(channel.denied) };
  const overwrites = channel.denied === 0n ? [] : [overwrite];
  return { ...inGuild, type: 0, position: 0, parent_id: null, topic: null, permission_overwrites: overwrites };
}

/** What the person may do, as interactions tell it. */
export function permissionsOf(user: User): string {
  const may = EVERYONE_MAY | user.permissions;
  return String((may & PERMISSION.Administrator) !== 0n ? (1n << 53n) - 1n : may);
}

export function appPermissions(channel: Channel): string {
  return String(EVERYONE_MAY & ~channel.denied);
}

/** @everyone, the declared roles, and one role for each person who may do more than everyone. */
export function rolesOf(world: World, guild: Guild): Role[] {
  const everyone = { id: guild.id, name: '@everyone', guild, permissions: EVERYONE_MAY, mentionable: false };
  const declared = [...world.roles.values()].filter((role) => role.guild === guild);
  const personal = [...world.users.values()].filter((user) => user.permissions !== 0n);
  return [everyone, ...declared, ...personal.map((user) => personalRole(world, guild, user))];
}

export function personalRole(world: World, guild: Guild, user: User): Role {
  const { permissions } = user;
  return { id: personalRoleId(world, guild, user), name: `${user.name} may`, guild, permissions, mentionable: false };
}

const personalRoleId = (world: World, guild: Guild, user: User) => world.ids.of(`${guild.name}/${user.name}`);

export function roleJson({ id, name, permissions, mentionable }: Role): Json {
  const looks = { color: 0, colors: { primary_color: 0, secondary_color: null, tertiary_color: null }, hoist: false };
  return { id, name, ...looks, position: 0, permissions: String(permissions), managed: false, mentionable, flags: 0 };
}

export function guildJson(world: World, guild: Guild): Json {
  const { id, name, locale } = guild;
  const { id: owner } = world.users.get(world.ids.of('OWNER')) ?? world.addUser('OWNER');
  return {
    id,
    name,
    owner_id: owner,
    preferred_locale: locale,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    system_channel_flags: 0,
    premium_progress_bar_enabled: false,
    features: [],
    emojis: [],
    stickers: [],
    roles: rolesOf(world, guild).map(roleJson),
  };
}

/** GUILD_CREATE: https://docs.discord.com/developers/events/gateway-events#guild-create */
export function guildCreateJson(world: World, guild: Guild): Json {
  const channels = [...world.channels.values()].filter((channel) => channel.guild === guild && !channel.deleted);
  const shapes = (list: Channel[]) => list.map((channel) => channelJson(world, channel));
  return {
    ...guildJson(world, guild),
    joined_at: JOINED,
    large: false,
    unavailable: false,
    member_count: world.users.size,
    members: [{ ...memberJson(world, guild, world.bot), user: userJson(world.bot) }],
    channels: shapes(channels.filter((channel) => !channel.parent)),
    threads: shapes(channels.filter((channel) => channel.parent)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function applicationJson(world: World): Json {
  const { id, name } = world.bot;
  const about = { id, name, icon: null, description: '', summary: '', bot_public: true, bot_require_code_grant: false };
  return { ...about, verify_key: '00'.repeat(32), team: null, flags: 0, bot: userJson(world.bot) };
}
