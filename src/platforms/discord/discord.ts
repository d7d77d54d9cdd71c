import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, Events } from 'discord.js';
import type { Log } from '../../core/log.ts';
import { createLine } from '../../core/pace.ts';
import type { Handlers, Platform, PlatformEvent } from '../../core/platform.ts';
import type { Store } from '../../core/store.ts';
import { createAnswering } from './answering.ts';
import { connect, createConnection } from './connection.ts';
import { createDoor, type Door, within } from './door.ts';
import { failure } from './errors.ts';
import { findPost } from './finding.ts';
import { createHandlers, type SpokenTo } from './handlers.ts';
import { digestPace } from './limits.ts';
import { createPoster } from './posting.ts';
import { commandOf, register } from './registration.ts';
import { createRights } from './rights.ts';
import { createSharing } from './sharing.ts';
import { tell } from './telling.ts';
import { toMessage } from './to-message.ts';
import { watch } from './watching.ts';

export interface DiscordSettings {
  readonly token: string;
  /** https://discord.com/api, or a proxy of it. */
  readonly apiUrl: string;
  /** Its topics become subcommands. */
  readonly store: Pick<Store, 'topics'>;
  readonly log: Log;
  /** How long a post waits for its answer and a stop for running replies, in milliseconds. */
  readonly patience?: { readonly post: number; readonly stop: number };
}

const usualPatience = { post: 10_000, stop: 5_000 };

/** Discord as a platform. */
export function createDiscord(settings: DiscordSettings): Platform {
  const { token, store, log, patience = usualPatience } = settings;
  const apiUrl = settings.apiUrl.replace(/\/+$/, '');
  const { client, close } = createConnection(apiUrl);
  const { turn, room } = createLine(digestPace, { now: () => performance.now(), sleep });
  const poster = createPoster({ token, apiUrl, timeout: patience.post, turn });
  /** The SDK forgets its token after one 401. Whether the token is good, each call finds out anew. */
  const authorized = (): Client => {
    client.rest.setToken(token);
    return client;
  };
  const answering = createAnswering(() => authorized().rest);
  const rights = createRights(authorized);
  const door = createDoor(log);
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => undefined);

  return {
    name: 'discord',
    async start({ onAsk, onEvent }) {
      const share = createSharing(answering, poster, log);
      watch(client, log);
      listen(client, createHandlers({ onAsk, answering, rights, share, door }));
      listenForLosses(client, door, onEvent);
      const { application, rest } = await Promise.race([connect(client, token), stopped.promise]);
      await register(rest, application.id, { command: commandOf(store), log }).catch((error: unknown) => {
        log.error({ err: failure('a request failed', error) }, 'discord: the slash command could not be registered');
      });
    },
    // A channel’s own limit is told by each answer, and is wider than what digests need.
    room: async (to) => (to ? undefined : await room()),
    post(to, reply, delivery) {
      return poster.toChannel(to.channel, toMessage(reply, { audience: 'channel', delivery }), delivery);
    },
    findPost: (to, delivery, since) => findPost(authorized(), to, { delivery, since, turn }),
    tell: (user, reply) => tell(authorized(), poster, { user, body: toMessage(reply, { audience: 'channel' }), turn }),
    mayManage: (place) => rights.mayManage(place),
    async stop() {
      stopped.reject(new Error('discord: stopped before it was connected'));
      await door.close(patience.stop);
      await within(patience.stop, close());
    },
  };
}

function listen(client: Client, { onCommand, onClick, onMessage }: SpokenTo): void {
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) onCommand(interaction);
    else if (interaction.isButton()) onClick(interaction);
  });
  client.on(Events.MessageCreate, onMessage);
}

/** The bot was removed from a server, or a channel or thread is gone. A server that Discord cannot reach for a while is not lost. */
function listenForLosses(client: Client, door: Door, onEvent: Handlers['onEvent']): void {
  const report = (event: PlatformEvent) => {
    door.enter({ name: 'the news of a loss', id: event.workspace }, () => onEvent(event));
  };
  client.on(Events.GuildDelete, ({ id }) => report({ kind: 'removed', workspace: id }));
  client.on(Events.ChannelDelete, (channel) => {
    if (channel.isDMBased()) return;
    report({
      kind: 'channel-lost',
      workspace: channel.guildId,
      channel: channel.id,
      reason: 'the channel was deleted',
    });
  });
  client.on(Events.ThreadDelete, ({ id, guildId }) => {
    report({ kind: 'channel-lost', workspace: guildId, channel: id, reason: 'the thread was deleted' });
  });
}
