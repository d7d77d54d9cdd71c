import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { createBot } from '../bot.ts';
import { help } from '../core/guides.ts';
import { languageOfLocale } from '../core/lang.ts';
import type { Mind } from '../core/mind.ts';
import type { Env } from '../env.ts';
import { createTerminal } from '../platforms/terminal/terminal.ts';
import { styleOf, toMessage } from '../platforms/terminal/to-message.ts';
import { openState } from '../state/open.ts';
import { createSubscriptions } from '../subscribe.ts';

/** Talks with the bot in this terminal. Nothing is kept: its state lives in memory. */
export async function chat(env: Env, mind: Mind): Promise<number> {
  const { stdin: input, stdout: output } = process;
  const locale = Intl.DateTimeFormat().resolvedOptions().locale;
  const log = pino({ level: env.LOG_LEVEL === 'info' ? 'warn' : env.LOG_LEVEL }, pino.destination(2));
  const state = await openState('file::memory:');
  const terminal = createTerminal({ input, output }, locale);
  const newId = () => randomUUID().slice(0, 6);
  // No platform to post on: the digest commands say so, and preview shows what a channel would get.
  const { onDigest } = createSubscriptions({
    ...mind,
    state,
    platforms: new Map(),
    now: Date.now,
    newId,
    managers: [],
    log,
  });
  const onAsk = createBot({ mind, state, log, now: Date.now, newId, onDigest, language: 'en', keepsUnanswered: false });
  if (input.isTTY) {
    const lang = languageOfLocale(locale) ?? 'en';
    const greeting = help({ store: mind.store, lang, ask: 'help' });
    output.write(`${toMessage(greeting, styleOf(output))}\n\n`);
  }
  await terminal.start({ onAsk, onEvent: () => Promise.resolve() });
  await terminal.done;
  await state.close();
  return 0;
}
