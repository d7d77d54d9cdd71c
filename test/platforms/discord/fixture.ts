import { afterEach, expect } from 'vitest';
import type { Ask } from '../../../src/core/ask.ts';
import type { Topic } from '../../../src/core/glossary.ts';
import type { Log } from '../../../src/core/log.ts';
import type { Handlers, Platform, PlatformEvent } from '../../../src/core/platform.ts';
import type { Line, Reply } from '../../../src/core/reply.ts';
import { createDiscord } from '../../../src/platforms/discord/discord.ts';
import { type Discord, startDiscord } from '../../loopback/discord.ts';

// The real platform, with the real SDK, on a Discord of our own; the core behind it is a stub that says what the test wants.

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A Discord with one server, one channel and one person. */
export async function smallDiscord(): Promise<Discord> {
  const discord = await startDiscord();
  closing.push(() => discord.close());
  discord.guild('G1', { locale: 'zh-CN' });
  discord.channel('C1', { guild: 'G1' });
  discord.user('U1', { locale: 'en-GB' });
  return discord;
}

export interface Bench {
  readonly discord: Discord;
  readonly platform: Platform;
  /** What the platform handed over. */
  readonly asks: Ask[];
  readonly events: PlatformEvent[];
  readonly logged: Logged[];
}

export interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: object;
  readonly message: string;
}

export interface BenchSettings {
  readonly discord?: Discord;
  readonly onAsk?: Handlers['onAsk'];
  readonly token?: string;
  readonly apiUrl?: string;
  readonly topics?: readonly Topic[];
  readonly patience?: { readonly post: number; readonly stop: number };
}

/** Waits for something to become true; a busy machine may take its time. */
export function eventually<T>(look: () => T) {
  return expect.poll(look, { interval: 5, timeout: 4000 });
}

/** A platform that is not started. */
export async function bench(settings: BenchSettings = {}): Promise<Bench & { start: () => Promise<void> }> {
  const discord = settings.discord ?? (await smallDiscord());
  const asks: Ask[] = [];
  const events: PlatformEvent[] = [];
  const logged: Logged[] = [];
  const platform = createDiscord({
    token: settings.token ?? discord.token,
    apiUrl: settings.apiUrl ?? discord.url,
    store: { topics: settings.topics ?? topics },
    log: logTo(logged),
    ...(settings.patience ? { patience: settings.patience } : {}),
  });
  closing.push(() => platform.stop());
  const onAsk: Handlers['onAsk'] = (ask) => {
    asks.push(ask);
    return settings.onAsk?.(ask) ?? Promise.resolve(aReply());
  };
  const onEvent: Handlers['onEvent'] = async (event) => void events.push(event);
  return { discord, platform, asks, events, logged, start: () => platform.start({ onAsk, onEvent }) };
}

/** A platform that is connected. */
export async function onDiscord(settings: BenchSettings = {}): Promise<Bench> {
  const made = await bench(settings);
  await made.start();
  return made;
}

export function logTo(logged: Logged[]): Log {
  const at = (level: Logged['level']) => (fields: object, message: string) =>
    void logged.push({ level, fields, message });
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

export const topics: readonly Topic[] = [
  {
    id: 'chips',
    name: { en: 'Chips', zh: '芯片' },
    about: { en: 'GPUs and other chips.', zh: 'GPU 等芯片。' },
    aliases: ['gpu'],
    emoji: '💻',
  },
];

/** Lines are made by the core alone, from facts; a test of what is drawn may make one up. */
export function aLine(line: Partial<Omit<Line, symbol>> = {}): Line {
  return { text: 'Baidu has many chips.', facts: ['s/f'], cites: [1], attribution: 'as of 2024', ...line } as Line;
}

export function aReply(reply: Partial<Reply> = {}): Reply {
  return {
    kind: 'answer',
    lang: 'en',
    title: 'Answer',
    sections: [{ kind: 'lines', lines: [aLine()] }],
    citations: [
      {
        n: 1,
        publisher: 'IMD',
        title: 'A title',
        date: 'Aug 2024',
        paragraph: 4,
        url: 'https://example.org/a',
        facts: ['s/f'],
      },
    ],
    footer: ['Newest fact here: 2024'],
    actions: [
      { kind: 'ask', label: 'More', text: 'chips 2' },
      { kind: 'share', label: 'Share in channel', text: 'chips' },
    ],
    ...reply,
  };
}
