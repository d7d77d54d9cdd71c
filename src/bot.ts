import type { Ask, Place } from './core/ask.ts';
import { notice } from './core/compose.ts';
import type { Before } from './core/follow-up.ts';
import { termsOf } from './core/follow-up.ts';
import type { Lang } from './core/lang.ts';
import type { Log } from './core/log.ts';
import type { Mind } from './core/mind.ts';
import { parse, type Request } from './core/parse.ts';
import { phrases } from './core/phrases.ts';
import type { OnAsk } from './core/platform.ts';
import { readQuestion } from './core/question.ts';
import type { Reply } from './core/reply.ts';
import { questionIn } from './core/reply-to-question.ts';
import { replyLanguage, respond } from './core/respond.ts';
import type { Memory, State } from './core/state.ts';

/** Answers the digest commands. */
type OnDigest = (ask: Ask, request: Extract<Request, { command: 'digest' }>, lang: Lang) => Promise<Reply>;

export interface BotParts {
  readonly mind: Mind;
  readonly state: State;
  readonly onDigest: OnDigest;
  readonly log: Log;
  readonly now: () => number;
  /** The language where neither a question nor a person's profile tells one. */
  readonly language: Lang;
  /** A short id by which a person and an operator can speak of the same failure. */
  readonly newId: () => string;
  /** Whether the texts of questions that no fact covers are kept for the editors. */
  readonly keepsUnanswered: boolean;
}

/**
 * What the bot does when it is spoken to: the reply to an ask; undefined where the same event was answered before.
 * Never rejects: what goes wrong is logged, and told with an id.
 */
export function createBot(parts: BotParts): OnAsk {
  const { mind, state, log, now } = parts;

  async function reply(ask: Ask): Promise<Reply | undefined> {
    if (!(await state.takeEvent(`${ask.from.platform}:${ask.id}`, now()))) return undefined;
    const request = parse(ask.text, mind.store, mind.book);
    const lang = replyLanguage(ask, request.command, parts.language);
    if (request.command === 'digest') return await parts.onDigest(ask, request, lang);
    const memory = await state.recall(conversationOf(ask.from));
    const before = memory && readQuestion(memory.terms.join(' '), mind);
    const made = respond({ request, lang, text: ask.text, cites: memory?.cites, before }, mind);
    await remember({ ask, request, made, before });
    return made;
  }

  /** Keeps what a follow-up needs, and counts what no fact covers. A reply without statements leaves the memory as it was. */
  async function remember({ ask, request, made, before }: Remembered): Promise<void> {
    const asked = request.command === 'ask' ? questionIn(request.question, before, mind) : undefined;
    if (asked && made.kind === 'unknown') {
      const topic = asked.units.find((unit) => unit.topic)?.topic ?? 'none';
      const text = parts.keepsUnanswered && request.command === 'ask' ? request.question : undefined;
      await state.countUnanswered({ topic, lang: made.lang, text }, now());
    }
    if (made.citations.length === 0) return;
    const terms = asked ? termsOf(asked) : [ask.text];
    const memory: Memory = { lang: made.lang, terms, cites: made.citations.map((citation) => citation.facts) };
    await state.remember(conversationOf(ask.from), memory, now());
  }

  return async (ask) => {
    try {
      return await reply(ask);
    } catch (error) {
      const id = parts.newId();
      log.error({ err: error, id, platform: ask.from.platform }, 'an ask could not be answered');
      const lang = replyLanguage(ask, 'ask', parts.language);
      return notice(lang, phrases[lang].wentWrongTitle, { text: phrases[lang].wentWrong(id) });
    }
  };
}

interface Remembered {
  readonly ask: Ask;
  readonly request: Request;
  readonly made: Reply;
  readonly before: Before | undefined;
}

/** A follow-up belongs to the thread it stands in; outside threads to the person in the channel. */
function conversationOf(from: Place): string {
  return [from.platform, from.workspace, from.channel, from.thread === '' ? from.user : from.thread].join('/');
}
