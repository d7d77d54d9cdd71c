import {
  type CacheFactory,
  Client,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  Options,
  Partials,
  SimpleShardingStrategy,
  type WebSocketOptions,
} from 'discord.js';
import { codeOf } from './outcomes.ts';

/** Servers and channels, and what is said in them and directly. None is privileged: of what is not said to the bot it reads no word. */
const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Everything that comes in once and is not asked for again. Servers, channels and roles stay: rights are worked out from them. */
const unneeded = [
  'ApplicationCommandManager',
  'ApplicationEmojiManager',
  'AutoModerationRuleManager',
  'BaseGuildEmojiManager',
  'EntitlementManager',
  'GuildBanManager',
  'GuildEmojiManager',
  'GuildInviteManager',
  'GuildScheduledEventManager',
  'GuildSoundboardSoundManager',
  'GuildStickerManager',
  'MessageManager',
  'PresenceManager',
  'ReactionManager',
  'ReactionUserManager',
  'StageInstanceManager',
  'ThreadMemberManager',
  'VoiceStateManager',
] as const;

function smallCaches(): CacheFactory {
  const none = Object.fromEntries(unneeded.map((name) => [name, 0]));
  const onlyTheBot = {
    maxSize: 0,
    keepOverLimit: (one: { readonly id: string; readonly client: Client }) => one.id === one.client.user?.id,
  };
  return Options.cacheWithLimits({ ...none, UserManager: onlyTheBot, GuildMemberManager: onlyTheBot });
}

type Gateway = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

/** A client, and how to close it for good. */
export interface Connection {
  readonly client: Client;
  close(): Promise<void>;
}

/** A client that is not yet connected. */
export function createConnection(apiUrl: string): Connection {
  let gateway: Gateway | undefined;
  const ws: WebSocketOptions = {
    buildStrategy(manager) {
      gateway = manager;
      return new SimpleShardingStrategy(manager);
    },
  };
  const client = new Client({
    intents,
    partials: [Partials.Channel],
    makeCache: smallCaches(),
    rest: { api: apiUrl },
    // From 2,500 servers on Discord takes no bot on one connection: https://docs.discord.com/developers/events/gateway#sharding
    shards: 'auto',
    ws,
  });
  return {
    client,
    async close() {
      // Between two attempts to connect the SDK pauses, and forgets in that pause that it was closed (seen with @discordjs/ws 1.2.3: half a second
      // later it is on the gateway again). An attempt begins by asking for the session: it gets no answer any more.
      if (gateway) gateway.options.retrieveSessionInfo = () => new Promise(() => undefined);
      // The SDK takes its own closing for a lost connection.
      client.removeAllListeners(Events.ShardReconnecting);
      await client.destroy();
    },
  };
}

/** Connects and waits until the servers are there. Rejects with what to do. The SDK itself goes on trying to reach a gateway that is down. */
export async function connect(client: Client, token: string): Promise<Client<true>> {
  let closed: number | undefined;
  client.once(Events.ShardDisconnect, ({ code }) => {
    closed = code;
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
  } catch (error) {
    throw startError(error, { closed, apiUrl: client.options.rest?.api ?? '' });
  }
  return ready;
}

const whereToken = 'discord.com/developers/applications > your application > Bot > Reset Token';

/** Why the bot could not connect, and what to do about it; never with the token. */
export function startError(
  error: unknown,
  { closed, apiUrl }: { readonly closed: number | undefined; readonly apiUrl: string },
): Error {
  const isInvalid = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
  if (isInvalid || closed === GatewayCloseCodes.AuthenticationFailed) {
    return new Error(
      `discord: Discord does not accept DISCORD_TOKEN. Get a new token at ${whereToken}, and set it in .env`,
    );
  }
  if (closed === GatewayCloseCodes.DisallowedIntents || closed === GatewayCloseCodes.InvalidIntents) {
    return new Error(
      'discord: Discord refuses the intents Guilds, GuildMessages and DirectMessages, which need no approval: see whether the application at discord.com/developers/applications is in good standing',
    );
  }
  const what = codeOf(error) || (error instanceof Error ? error.message : String(error));
  const where = URL.parse(apiUrl)?.origin ?? apiUrl;
  return new Error(
    `discord: cannot connect by way of ${where} (${what}): see whether the network is up and DISCORD_API_URL is right`,
  );
}
