import { type Client, Events } from 'discord.js';
import type { Log } from '../../core/log.ts';
import { startError } from './connection.ts';

/** While the gateway stays down, it is said again this often. */
const repeatMs = 60_000;

/** Logs what the SDK does of its own accord: lost connections, attempts to reconnect, and the end of all attempts. */
export function watch(client: Client, log: Log): void {
  let lostAt: number | undefined;
  let saidAt = 0;
  client.on(Events.ShardReconnecting, () => {
    const now = Date.now();
    lostAt ??= now;
    if (now - saidAt < repeatMs) return;
    saidAt = now;
    log.warn({ downForMs: now - lostAt }, 'discord: the gateway is not connected; trying again');
  });
  const back = () => {
    if (lostAt === undefined) return;
    log.info({ downForMs: Date.now() - lostAt }, 'discord: the gateway is connected again');
    lostAt = undefined;
    saidAt = 0;
  };
  client.on(Events.ShardReady, back);
  client.on(Events.ShardResume, back);
  client.on(Events.ShardDisconnect, ({ code }) => {
    // Before it was ready, the start fails with the same.
    if (!client.isReady()) return;
    const { message } = startError(undefined, { closed: code, apiUrl: '' });
    log.error({ code }, `discord: the gateway closed the connection for good: nothing is heard any more. ${message}`);
  });
  client.on(Events.ShardError, ({ message }) => log.warn({ reason: message }, 'discord: an error of the gateway'));
  client.on(Events.Error, ({ message }) => log.error({ reason: message }, 'discord: an error of the client'));
  client.on(Events.Warn, (message) => log.warn({ reason: message }, 'discord: a warning of the client'));
}
