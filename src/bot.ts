import type { Ask, Place } from './core/ask.ts';
import { notice } from './core/compose.ts';
import { recalled, termsOf } from './core/follow-up.ts';
import type { Lang } from './core/lang.ts';
import type { Log } from './core/log.ts';
import type { Mind } from './core/mind.ts';
import { parse, type Request } from './core/parse.ts';
import { phrases } from './core/phrases.ts';
import type { OnAsk } from './core/platform.ts';
import type { Question } from './core/question.ts';
import type { Reply } from './core/reply.ts';
import { replyLanguage, respond } from './core/respond.ts';
import type { Memory, State } from './core/state.ts';
import type { Store } from './core/store.ts';

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
    const before = memory && recalled(memory.terms, mind);
    const { reply: made, asked } = respond({ ...memory, request, lang, text: ask.text, before }, mind);
    if (request.command === 'ask' && asked && made.kind === 'unknown') {
      await countUnanswered(asked, { text: request.question, lang: made.lang });
    }
    const terms = asked ? termsOf(asked) : namesIn(request, mind.store);
    if (request.command !== 'why')
      await remember({ from: ask.from, made, terms, told: [...(asked?.told ?? [])], memory });
    return made;
  }

  /** Counts a question that no fact covers; small talk is none. */
  async function countUnanswered({ units }: Question, { text, lang }: { text: string; lang: Lang }): Promise<void> {
    if (units.length === 0) return;
    const topic = units.find((unit) => unit.topic)?.topic ?? 'none';
    await state.countUnanswered({ topic, lang, text: parts.keepsUnanswered ? text : undefined }, now());
  }

  /**
   * Keeps what a follow-up needs: also of a question that no fact covers, so that "how many users does it have?" does not speak of what was asked
   * before that. What names nothing leaves what was spoken of, what cites nothing the citations that `why 2` means.
   */
  async function remember({ from, made, terms, told, memory }: Remembered): Promise<void> {
    const cites = made.citations.map((citation) => citation.facts);
    if (terms.length === 0 && cites.length === 0) return;
    const next: Memory = {
      lang: made.lang,
      terms: terms.length > 0 ? terms : (memory?.terms ?? []),
      cites: cites.length > 0 ? cites : (memory?.cites ?? []),
      told: cites.length > 0 ? told : (memory?.told ?? []),
      isUnanswered: made.kind === 'unknown',
    };
    await state.remember(conversationOf(from), next, now());
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
  readonly from: Place;
  readonly made: Reply;
  readonly terms: readonly string[];
  /** What had been told before of what was asked, where more of it was. */
  readonly told: readonly string[];
  /** What was kept before. */
  readonly memory: Memory | undefined;
}

/** What a command speaks of, in words: a follow-up to it may lean on that. */
function namesIn(request: Request, store: Store): string[] {
  switch (request.command) {
    case 'about':
      return request.entities.flatMap((id) => store.entity(id)?.name.en ?? []);
    case 'topic':
    case 'timeline':
    case 'disputes':
      return request.topic === undefined ? [] : [store.topic(request.topic)?.name.en ?? request.topic];
    default:
      return [];
  }
}

/** A follow-up belongs to the thread it stands in; outside threads to the person in the channel. */
function conversationOf(from: Place): string {
  return [from.platform, from.workspace, from.channel, from.thread === '' ? from.user : from.thread].join('/');
}
