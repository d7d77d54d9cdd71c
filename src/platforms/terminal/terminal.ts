import { createInterface } from 'node:readline/promises';
import type { Handlers, Platform } from '../../core/platform.ts';
import type { Reply } from '../../core/reply.ts';
import { toAsk } from './to-ask.ts';
import { styleOf, toMessage } from './to-message.ts';

export interface TerminalStreams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
}

const prompt = '> ';
const farewell = /^(?:exit|quit|bye|再见)$/iu;

/** The chat in the terminal: the platform that needs no token. Piped input gets one reply a line and ends with its input. */
export function createTerminal(
  { input, output }: TerminalStreams,
  locale: string | undefined,
): Platform & { done: Promise<void> } {
  const { promise: done, resolve } = Promise.withResolvers<void>();
  const style = styleOf(output);
  let lines: ReturnType<typeof createInterface> | undefined;
  let posted = 0;
  let stopped = false;
  let conversation = Promise.resolve();

  function say(reply: Reply): void {
    output.write(`${toMessage(reply, style)}\n\n`);
  }

  async function converse(handlers: Handlers): Promise<void> {
    const interactive = input.isTTY === true;
    const ask = () => (interactive && !stopped ? lines?.prompt() : undefined);
    lines = createInterface({ input, output, terminal: interactive, prompt });
    ask();
    let number = 0;
    for await (const line of lines) {
      if (stopped || (interactive && farewell.test(line.trim()))) break;
      const reply = line.trim() === '' ? undefined : await handlers.onAsk(toAsk(line, ++number, locale));
      if (reply) say(reply);
      ask();
    }
    lines.close();
  }

  return {
    name: 'terminal',
    done,
    start(handlers) {
      conversation = converse(handlers).finally(resolve);
      return Promise.resolve();
    },
    room: () => Promise.resolve(),
    post(_to, reply) {
      say(reply);
      posted++;
      return Promise.resolve({ kind: 'posted', message: String(posted) });
    },
    findPost: () => Promise.resolve({ kind: 'cannot-look', reason: 'a terminal keeps no messages' }),
    tell(_user, reply) {
      say(reply);
      return Promise.resolve({ kind: 'posted', message: 'told' });
    },
    mayManage: () => Promise.resolve(true),
    async stop() {
      stopped = true;
      lines?.close();
      await conversation;
    },
  };
}
