import { createInterface } from 'node:readline/promises';
import type { Mind } from '../core/mind.ts';
import { toText } from '../core/plain.ts';
import { factsOf, type Reply } from '../core/reply.ts';
import { replyLanguage, respond } from '../core/respond.ts';

export interface AskParts {
  readonly mind: Mind;
  readonly input: NodeJS.ReadableStream;
  readonly write: (text: string) => void;
}

/** `ask [--json] [question…]`: answers one question, or one a line from standard input. Every text is a question, never a command. */
export async function askCommand(args: readonly string[], parts: AskParts): Promise<number> {
  const json = args.includes('--json');
  const question = args.filter((arg) => arg !== '--json').join(' ');
  const show = (text: string): void => {
    const { reply } = respond(
      { request: { command: 'ask', question: text }, lang: replyLanguage({ text }, 'ask'), text },
      parts.mind,
    );
    parts.write(json ? `${JSON.stringify(asJson(text, reply))}\n` : `${toText(reply)}\n\n`);
  };
  if (question !== '') show(question);
  else for await (const line of createInterface({ input: parts.input })) if (line.trim() !== '') show(line);
  return 0;
}

/** The shape of a line of `ask --json`. */
function asJson(question: string, reply: Reply) {
  return {
    question,
    language: reply.lang,
    abstained: reply.kind === 'unknown',
    facts: factsOf(reply),
    text: toText(reply),
    sources: reply.citations,
  };
}
