import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import { afterEach } from 'vitest';
import { type Discord, startDiscord } from './discord.ts';

// For the tests of the double itself: a small Discord and a real discord.js client on it, both gone after the test.

const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];
const clients: Client[] = [];
const servers: Discord[] = [];

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.destroy()));
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

export async function smallDiscord(): Promise<Discord> {
  const discord = await startDiscord();
  servers.push(discord);
  discord.guild('G1', { locale: 'zh-CN' });
  discord.channel('C1', { guild: 'G1' });
  discord.user('U1', { locale: 'zh-CN', permissions: ['ManageChannels'] });
  return discord;
}

export async function botOn(discord: Discord, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const rest = { api: discord.url, retries: 0, ...options.rest };
  const client = new Client({ intents: INTENTS, partials: [Partials.Channel], ...options, rest });
  clients.push(client);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  return ready;
}

/** One request without an SDK, for what an SDK would not send. */
export async function ask(discord: Discord, on: string, body?: unknown) {
  const [method = 'GET', path = ''] = on.split(' ');
  const headers = { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' };
  const payload = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${discord.url}/v10${path}`, { method, headers, ...payload });
  const answer = await response.text();
  return { status: response.status, json: answer === '' ? {} : JSON.parse(answer) };
}

/** `fields` that were refused, as `path: CODE`. */
export function refused(errors: unknown, path: string[] = []): string[] {
  return Object.entries(Object(errors)).flatMap(([key, value]) => {
    if (key !== '_errors') return refused(value, [...path, key]);
    return (value as { code: string }[]).map(({ code }) => `${path.join('.')}: ${code}`);
  });
}
