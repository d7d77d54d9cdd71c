import type { Json } from './discord-form.ts';
import { type Gateway, INTENT } from './discord-gateway.ts';
import { channelJson, guildCreateJson, personalRole, roleJson } from './discord-shapes.ts';
import { bits, type Guild, type Permission, type World } from './discord-world.ts';

/**
 * The guilds, channels, roles and people of a test, and what becomes of them.
 * Each declaration answers with the id on the wire; what is declared or changed late is announced to the bot.
 */
export class Setting {
  readonly #world: World;
  readonly #gateway: Gateway;

  constructor(world: World, gateway: Gateway) {
    this.#world = world;
    this.#gateway = gateway;
  }

  guild(name: string, { locale = 'en-US' }: { locale?: string } = {}): string {
    const guild: Guild = { id: this.id(name), name, locale, joined: true };
    this.#world.guilds.set(guild.id, guild);
    this.#announce('GUILD_CREATE', guildCreateJson(this.#world, guild));
    return guild.id;
  }

  /** `deny`: what the bot may not do there. `under`: it is a thread of that channel. */
  channel(name: string, traits: { guild: string; deny?: Permission[]; under?: string }): string {
    const parent = traits.under === undefined ? {} : { parent: this.#world.channel(traits.under) };
    const guild = this.#world.guild(traits.guild);
    const channel = { id: this.id(name), name, guild, ...parent, denied: bits(traits.deny ?? []), deleted: false };
    this.#world.channels.set(channel.id, channel);
    this.#announce(traits.under === undefined ? 'CHANNEL_CREATE' : 'THREAD_CREATE', channelJson(this.#world, channel));
    return channel.id;
  }

  /** `permissions`: what the person may do beyond everyone's. */
  user(
    name: string,
    traits: { locale?: string; permissions?: Permission[]; bot?: boolean; acceptsDms?: boolean } = {},
  ): string {
    const { permissions = [], ...rest } = traits;
    const user = this.#world.addUser(name, { ...rest, permissions: bits(permissions) });
    for (const guild of permissions.length > 0 ? this.#world.guilds.values() : []) {
      const role = roleJson(personalRole(this.#world, guild, user));
      this.#announce('GUILD_ROLE_CREATE', { guild_id: guild.id, role });
    }
    return user.id;
  }

  role(name: string, traits: { guild: string; mentionable?: boolean; permissions?: Permission[] }): string {
    const { mentionable = false, permissions = [] } = traits;
    const guild = this.#world.guild(traits.guild);
    const role = { id: this.id(name), name, guild, mentionable, permissions: bits(permissions) };
    this.#world.roles.set(role.id, role);
    this.#announce('GUILD_ROLE_CREATE', { guild_id: guild.id, role: roleJson(role) });
    return role.id;
  }

  /** The id on the wire of what tests call by this name. */
  id(name: string): string {
    return this.#world.ids.of(name);
  }

  /** From now on the bot may not do this in the channel (nothing named: it may everything again). */
  deny(channel: string, ...permissions: Permission[]): void {
    const found = this.#world.channel(channel);
    found.denied = bits(permissions);
    this.#announce('CHANNEL_UPDATE', channelJson(this.#world, found));
  }

  deleteChannel(channel: string): void {
    const found = this.#world.channel(channel);
    found.deleted = true;
    this.#announce(found.parent ? 'THREAD_DELETE' : 'CHANNEL_DELETE', channelJson(this.#world, found));
  }

  /** The bot is thrown out. */
  kick(guild: string): void {
    const found = this.#world.guild(guild);
    found.joined = false;
    this.#announce('GUILD_DELETE', { id: found.id });
  }

  /** Discord loses sight of the guild for a while; that is no kick. */
  outage(guild: string): void {
    this.#announce('GUILD_DELETE', { id: this.#world.guild(guild).id, unavailable: true });
  }

  #announce(event: string, data: Json): void {
    this.#gateway.dispatch(event, data, INTENT.guilds);
  }
}
