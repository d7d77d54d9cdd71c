import { about } from './about.ts';
import { answersTo } from './answer.ts';
import type { Ask } from './ask.ts';
import { briefing, disputes, pageSize, type Telling, timeline } from './briefings.ts';
import { compose, lines, notice } from './compose.ts';
import { type Before, isName } from './follow-up.ts';
import { didYouMean, help, sources, topics, why } from './guides.ts';
import { type Lang, languageOf, languageOfLocale, wishedLanguage } from './lang.ts';
import type { Mind } from './mind.ts';
import type { Request } from './parse.ts';
import { phrases } from './phrases.ts';
import { type Question, readQuestion } from './question.ts';
import type { Reply } from './reply.ts';
import { replyToQuestion, type Said } from './reply-to-question.ts';
import type { Memory } from './state.ts';
import type { Store } from './store.ts';
import { heavyUnits } from './units.ts';

/** A request of one person, with what their conversation was last about. */
export interface Turn {
  readonly request: Exclude<Request, { command: 'digest' }>;
  readonly lang: Lang;
  readonly text: string;
  /** The facts of each citation of the last reply here, for `why 2`. */
  readonly cites?: Memory['cites'] | undefined;
  /** The facts of the replies before that which told of the same, for "more". */
  readonly told?: Memory['told'] | undefined;
  readonly isUnanswered?: Memory['isUnanswered'] | undefined;
  /** What was asked before here, for follow-ups. */
  readonly before?: Before | undefined;
}

/**
 * The language of a reply: the one that is wished for, else that of the question, else the person's locale, else the operator's. Command words and names in Latin letters
 * ("timeline chips", "about Baidu") are the same in every language and tell nothing.
 */
export function replyLanguage(
  { text, locale }: Pick<Ask, 'text' | 'locale'>,
  command: Request['command'],
  otherwise: Lang = 'en',
): Lang {
  const wished = wishedLanguage(text);
  if (wished) return wished;
  const spoken = languageOf(text.replace(/^\s*\/?genai\b/iu, ''));
  const tells = spoken === 'zh' || command === 'ask';
  return (tells ? spoken : undefined) ?? languageOfLocale(locale) ?? otherwise;
}

/** A reply to a request, and, if that was a question, the question as it was understood: what the next turn leans on. */
interface Responded {
  readonly reply: Reply;
  readonly asked?: Question;
}

/** The reply to a request. Pure: the same turn gets the same reply on every platform. */
export function respond(turn: Turn, mind: Mind): Responded {
  const { request, lang, text, before, cites = [], told = [], isUnanswered = false } = turn;
  const said: Said = { text, lang, before, told: isUnanswered ? [] : [...cites.flat(), ...told] };
  if (request.command === 'ask') return replyToQuestion(request.question, said, mind);
  const same = request.command === 'about' ? asFollowUp(said, mind) : undefined;
  return same ?? { reply: replyToCommand({ ...turn, request }, mind) };
}

/** "US?" asks the same of another where something was asked before and that has an answer; else it is a wish to hear of the name. */
function asFollowUp(said: Said, mind: Mind): Responded | undefined {
  const isBare = /[?？]\s*$/u.test(said.text) && readQuestion(said.text, mind).words.length === 1;
  const isAsked = said.before && !heavyUnits(said.before.units).every(isName);
  const same = isBare && isAsked ? replyToQuestion(`and ${said.text}`, said, mind) : undefined;
  return same && answersTo(same.asked, mind).surety >= 0 && same.reply.kind === 'answer' ? same : undefined;
}

function replyToCommand(turn: Turn & { request: Exclude<Turn['request'], { command: 'ask' }> }, mind: Mind): Reply {
  const { request, lang } = turn;
  const { store } = mind;
  const telling: Telling = { store, lang, ask: turn.text };
  switch (request.command) {
    case 'help':
      return help(telling);
    case 'topics':
      return topics(telling);
    case 'topic':
      return briefing(request.topic, request.page, telling);
    case 'about':
      return about(request.entities, { page: request.page, lang, ask: turn.text }, mind);
    case 'timeline':
      return timeline(request, request.page, telling);
    case 'disputes':
      return disputes(request.topic, request.page, telling);
    case 'sources':
      return sources(request.topic, telling);
    case 'why':
      if (request.what === '' && !turn.cites?.length) return sources(undefined, telling);
      return why(factsMeant(request.what, turn, store), telling);
    case 'thanks':
      return notice(lang, phrases[lang].thanksTitle, { text: phrases[lang].thanks });
    case 'again':
      return again(turn, telling);
    case 'doubt':
      return notice(lang, phrases[lang].doubtTitle, { text: phrases[lang].doubt });
    case 'near-miss':
      return didYouMean(request.meant, telling);
  }
}

/** The facts of the last reply here once more, in the language that was wished for. */
function again({ cites = [], lang }: Turn, telling: Telling): Reply {
  const { store } = telling;
  const facts = cites.flat().flatMap((id) => store.fact(id) ?? []);
  if (facts.length === 0) return help(telling);
  return compose(store, lang, {
    kind: 'answer',
    title: phrases[lang].answerTitle,
    sections: (citer) => [lines(citer, facts.slice(0, pageSize))],
    actions: [],
  });
}

/** The facts that `why` asks about: those of a citation of the last reply here, or the one with that id. */
function factsMeant(what: string, { cites }: Turn, store: Store) {
  const ids = /^\d*$/.test(what) ? (cites?.[Number(what || 1) - 1] ?? []) : [what];
  return ids.flatMap((id) => store.fact(id) ?? []);
}
