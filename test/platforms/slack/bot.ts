/** The Slack platform on a loopback Slack, with a bot behind it that says what it was asked. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Ask } from '../../../src/core/ask.ts';
import type { Log } from '../../../src/core/log.ts';
import type { OnAsk, Platform, PlatformEvent } from '../../../src/core/platform.ts';
import { createSlack, type SlackSettings } from '../../../src/platforms/slack/slack.ts';
import { type Slack, startSlack } from '../../loopback/slack.ts';
import type { SlackOptions } from '../../loopback/slack-server.ts';
import { aReply } from './replies.ts';

interface Logged {
  readonly level: keyof Log;
  readonly fields: object;
  readonly message: string;
}

export function aLog(): { log: Log; logged: Logged[] } {
  const logged: Logged[] = [];
  const at = (level: keyof Log) => (fields: object, message: string) => void logged.push({ level, fields, message });
  return { log: { info: at('info'), warn: at('warn'), error: at('error') }, logged };
}

export async function aWorkspace(options: SlackOptions = {}): Promise<Slack> {
  const slack = await startSlack(options);
  slack.user('U1', { tz: 'Asia/Shanghai', locale: 'zh-CN' });
  slack.user('U2');
  slack.channel('C1', { creator: 'U1' });
  onTestFinished(async () => await slack.close());
  return slack;
}

/** An address where nobody listens. */
export async function nowhere(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : '';
}

/** A platform that is not started: for posting, looking and telling. */
export function aPlatform(slack: Slack, over: Partial<SlackSettings> = {}) {
  const { log, logged } = aLog();
  const { botToken, appToken, apiUrl } = slack;
  const platform = createSlack({ botToken, appToken, apiUrl, managers: [], log, ...over });
  return { platform, logged };
}

interface Bot {
  readonly platform: Platform;
  readonly asked: Ask[];
  readonly events: PlatformEvent[];
  readonly logged: Logged[];
}

/** A bot that hears: each ask is answered once, as the real one does, with a reply that is titled as the ask's text. */
export async function aBot(slack: Slack, onAsk?: OnAsk, over: Partial<SlackSettings> = {}): Promise<Bot> {
  const { platform, logged } = aPlatform(slack, over);
  const asked: Ask[] = [];
  const events: PlatformEvent[] = [];
  const seen = new Set<string>();
  const echo: OnAsk = async (ask) => {
    if (seen.has(ask.id)) return undefined;
    seen.add(ask.id);
    asked.push(ask);
    return onAsk ? await onAsk(ask) : aReply({ title: `On ${ask.text}` });
  };
  await platform.start({ onAsk: echo, onEvent: async (event) => void events.push(event) });
  onTestFinished(async () => await platform.stop());
  return { platform, asked, events, logged };
}
