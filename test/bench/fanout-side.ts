import { fork } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Log } from '../../src/core/log.ts';
import type { Platform } from '../../src/core/platform.ts';
import type { Store } from '../../src/core/store.ts';
import type { History, Opened } from './fanout-chat.ts';
import { type Limit, limits } from './fanout-limits.ts';

/** One platform of the fan-out: the real one of the bot, connected to a loopback in a process of its own. */
export interface Side {
  readonly name: keyof typeof limits;
  readonly count: number;
  readonly limit: Limit;
  readonly workspace: string;
  readonly channels: readonly string[];
  readonly platform: Platform;
  /** When requests were sent and posts answered, in milliseconds; what became of them. */
  readonly sent: readonly number[];
  readonly posts: readonly number[];
  readonly outcomes: ReadonlyMap<string, number>;
  history(): Promise<History>;
  close(): Promise<void>;
}

interface Wish {
  readonly name: keyof typeof limits;
  readonly count: number;
  readonly store: Store;
  readonly log: Log;
}

export async function connect({ name, count, store, log }: Wish): Promise<Side> {
  const chat = fork(resolve(import.meta.dirname, 'fanout-chat.ts'), [name, String(count)]);
  const [opened]: Opened[] = await once(chat, 'message');
  if (!opened) throw new Error('the loopback platform did not open');
  const { env, workspace, channels } = opened;
  const real = await platformOf(name, env, { store, log });
  await real.start({ onAsk: async () => undefined, onEvent: async () => {} });
  const posts: number[] = [];
  const outcomes = new Map<string, number>();
  return {
    name,
    count,
    limit: limits[name],
    workspace,
    channels,
    sent: requestsTo(new URL(env.DISCORD_API_URL ?? env.SLACK_API_URL ?? '').origin),
    posts,
    outcomes,
    platform: {
      ...real,
      async post(...post) {
        const outcome = await real.post(...post);
        outcomes.set(outcome.kind, (outcomes.get(outcome.kind) ?? 0) + 1);
        if (outcome.kind === 'posted') posts.push(performance.now());
        return outcome;
      },
    },
    async history() {
      chat.send('what was posted?');
      const [history]: History[] = await once(chat, 'message');
      if (!history) throw new Error('the loopback platform has no history');
      return history;
    },
    async close() {
      await real.stop();
      chat.disconnect();
    },
  };
}

async function platformOf(
  name: Wish['name'],
  env: Opened['env'],
  { store, log }: Pick<Wish, 'store' | 'log'>,
): Promise<Platform> {
  const { DISCORD_TOKEN = '', DISCORD_API_URL = '', SLACK_API_URL = '', SLACK_BOT_TOKEN = '', SLACK_APP_TOKEN } = env;
  if (name === 'slack') {
    const { createSlack } = await import('../../src/platforms/slack/slack.ts');
    const tokens = { botToken: SLACK_BOT_TOKEN, appToken: SLACK_APP_TOKEN };
    return createSlack({ ...tokens, apiUrl: SLACK_API_URL, managers: [], log });
  }
  const { createDiscord } = await import('../../src/platforms/discord/discord.ts');
  return createDiscord({ token: DISCORD_TOKEN, apiUrl: DISCORD_API_URL, store, log });
}

/** Of both SDKs: https://github.com/nodejs/undici/blob/main/docs/docs/api/DiagnosticsChannel.md */
function requestsTo(origin: string): readonly number[] {
  const sent: number[] = [];
  subscribe('undici:client:sendHeaders', (message) => {
    const { request } = Object(message);
    if (String(request?.origin) === origin) sent.push(performance.now());
  });
  return sent;
}
