import { about } from './about.ts';
import { answersTo, candidates, fitsTo, isOfNamesOnly } from './answer.ts';
import { share, timeline } from './briefings.ts';
import { inWords } from './commands.ts';
import { compose, disputeSection, lines, notice } from './compose.ts';
import type { Dispute, Fact } from './fact.ts';
import { type Answered, type Earlier, inConversation } from './in-conversation.ts';
import type { Lang } from './lang.ts';
import type { Mind } from './mind.ts';
import { type Part, partsOf } from './parts.ts';
import { phrases } from './phrases.ts';
import { askedIn, type Question, readQuestion } from './question.ts';
import type { Action, Reply, Section } from './reply.ts';
import type { Index } from './search.ts';
import { same } from './surety.ts';
import { heavyUnits, home } from './units.ts';

/** A question as it was said, in which language it is answered, and what it may lean on. */
export interface Said extends Earlier {
  readonly text: string;
  readonly lang: Lang;
}

/** With several questions in one message each gets this many lines. */
const linesPerPart = 2;
/** More questions than this in one message are asked another time. */
const mostQuestions = 4;

/** A reply, and the last question of the message, made whole: what a follow-up leans on. */
interface Told {
  readonly reply: Reply;
  readonly asked: Question;
}

interface InTurn {
  readonly said: Said;
  readonly mind: Mind;
}

/** Answers the questions of a message, or says that nothing is known of them. */
export function replyToQuestion(text: string, said: Said, mind: Mind): Told {
  const parts = partsOf(text);
  const [only] = parts.length === 1 ? parts : [];
  if (only) return replyToOne(readQuestion(only.text, mind), { said, mind });
  // Several questions are read as one only where something hangs on it: reading is a fifth of an answer.
  const compared = askedIn(text).has('compare') ? comparison(readQuestion(text, mind), { said, mind }) : undefined;
  return compared ?? replyToSeveral(text, parts, { said, mind });
}

/** The reply to a wish to see things side by side; undefined where it is another question. */
function comparison(read: Question, { said, mind }: InTurn): Told | undefined {
  const compared = comparedIn(read);
  if (compared.length < 2 || isKnownToCompare(read, mind)) return undefined;
  return { reply: sideBySide(compared, said, mind), asked: inConversation(read, said, mind).question };
}

function replyToOne(read: Question, { said, mind }: InTurn): Told {
  const compared = comparison(read, { said, mind });
  if (compared) return compared;
  const found = inConversation(read, said, mind);
  return { reply: replyToFound(read, found, { said, mind }), asked: found.question };
}

/** The reply to one question, as it was read and as the turn before makes it whole. */
function replyToFound(read: Question, found: Answered, { said, mind }: InTurn): Reply {
  if (found.facts.length > 0) return tell([found], { said, mind });
  const year = yearIn(found.question);
  if (year !== undefined) return yearInReview(year, said.lang, mind);
  return isAboutAll(read) ? overview(said.lang, mind) : tell([found], { said, mind });
}

/** The reply to several questions, or to the one that they make together. */
function replyToSeveral(text: string, parts: readonly Part[], { said, mind }: InTurn): Told {
  const answers = answersInTurn(parts, { said, mind });
  const asOne = () => inConversation(readQuestion(text, mind), said, mind);
  const tooMany = parts.filter(({ asks }) => asks).length > mostQuestions;
  return {
    reply: tell(inPartsOrAsOne(answers, asOne), { said, mind, tooMany }),
    asked: (answers.at(-1) ?? asOne()).question,
  };
}

/** Tells what was found for each question. */
function tell(found: readonly Answered[], { said, mind, tooMany = false }: InTurn & { tooMany?: boolean }): Reply {
  const known = found.filter(({ facts }) => facts.length > 0);
  const questions = found.map(({ question }) => question);
  if (known.length === 0) {
    return questions.some((one) => isExhausted(one, mind)) ? noMore(said.lang) : unknown(questions, said.lang, mind);
  }
  const facts =
    known.length === 1 ? (known[0]?.facts ?? []) : known.flatMap((part) => part.facts.slice(0, linesPerPart));
  const missed = found.some((part) => part.facts.length === 0 && heavyUnits(part.question.units).length > 0);
  return answer([...new Set(facts)], { ...said, missed, tooMany }, mind);
}

/** Whether all that is known of a question was told before. */
function isExhausted({ told, ...question }: Question, mind: Mind): boolean {
  return told !== undefined && answersTo(question, mind).facts.length > 0;
}

/**
 * What looks like several questions is one where these have not each an answer of their own, if that is surer to be answered than any that has one:
 * "in Shoham's view, who …?"
 */
function inPartsOrAsOne(parts: readonly Answered[], asOne: () => Answered): readonly Answered[] {
  const asking = parts.filter((part) => !isOfNamesOnly(part.question));
  const answers = new Set(asking.map(({ facts }) => facts[0]));
  const hasEachItsOwn = asking.length > 1 && answers.size === asking.length && !answers.has(undefined);
  if (asking.length === 0 || hasEachItsOwn) return parts;
  const whole = asOne();
  return asking.every(({ surety, facts }) => facts.length === 0 || surety < whole.surety) ? [whole] : parts;
}

/** The concept of the word "compare" itself, in facts/synonyms.yaml. */
const comparing = 'compare';

/** The entities that a question wants to see side by side, with nothing else asked of them; none where it is another question. */
function comparedIn({ asked, units }: Question): string[] {
  const heavy = heavyUnits(units).filter(({ concept }) => concept !== comparing);
  const isComparison = asked.size === 1 && asked.has('compare') && heavy.every(({ entity }) => entity !== undefined);
  return isComparison ? heavy.flatMap(({ entity }) => entity ?? []) : [];
}

/** Whether a fact is known to be asked just so, and so compares them itself: "Huawei vs Nokia". */
function isKnownToCompare(question: Question, mind: Mind): boolean {
  const [best] = fitsTo(question, mind).fits;
  return best !== undefined && best.nearest > same && answersTo(question, mind).facts[0] === best.fact;
}

function sideBySide(entities: readonly string[], { lang, text }: Said, mind: Mind): Reply {
  return about(entities, { page: 1, lang, ask: text }, mind);
}

/** What is known of China. It goes on as the command does: a question with a page number is another one. */
function overview(lang: Lang, mind: Mind): Reply {
  const name = mind.store.entity(home)?.name[lang] ?? home;
  return about([home], { page: 1, lang, ask: inWords(lang, 'about', name) }, mind);
}

/** The year that a question asks about and names nothing else: "what happened in 2023?" */
function yearIn({ units, years }: Question): number | undefined {
  const [span] = years;
  return years.length === 1 && span?.from === span?.to && units.every(({ light }) => light) ? span?.from : undefined;
}

/** What is known of a year. It goes on as the command does. */
function yearInReview(year: number, lang: Lang, { store }: Mind): Reply {
  return timeline({ topic: undefined, year }, 1, { store, lang, ask: inWords(lang, 'timeline', String(year)) });
}

/** Whether a question names nothing but what all facts are about: "what is the state of generative AI in China?" */
function isAboutAll({ units, asked, years }: Question): boolean {
  const isPlain = [...asked].every((kind) => kind === 'how') && years.length === 0;
  return isPlain && units.some(({ entity }) => entity === home) && units.every(({ light }) => light);
}

/** Answers what the first parts of a message ask, each made whole: it may lean on the part before it, and on what was found for that. */
function answersInTurn(parts: readonly Part[], { said, mind }: InTurn): Answered[] {
  let { before, told = [] } = said;
  const answers: Answered[] = [];
  for (const { text, asks } of parts) {
    const one = inConversation(readQuestion(text, mind), { before, told }, mind);
    if (one.question.units.length > 0) before = one.question;
    if (!asks) continue;
    told = one.facts.map(({ id }) => id);
    answers.push(one);
    if (answers.length === mostQuestions) break;
  }
  return answers;
}

/** What of a message an answer leaves out. */
interface Gaps {
  /** A question that no fact covers. */
  readonly missed: boolean;
  /** The questions after the first few. */
  readonly tooMany: boolean;
}

/** The answering lines, and the sides of the dispute that they stand in. */
function answer(facts: readonly Fact[], said: Said & Gaps, { store }: Mind): Reply {
  const { lang } = said;
  const dispute = disputeAmong(facts, (fact) => store.disputesOf(fact.id));
  const told = new Set(dispute?.sides.flatMap((side) => side.facts));
  return compose(store, lang, {
    kind: 'answer',
    title: phrases[lang].answerTitle,
    sections: (citer) => {
      const first = lines(citer, dispute ? facts.filter((fact, at) => at === 0 || !told.has(fact.id)) : facts);
      const sections: Section[] = dispute ? [first, disputeSection(citer, dispute, { store, lang })] : [first];
      if (said.missed) sections.push({ kind: 'note', text: phrases[lang].partUnknown });
      if (said.tooMany) sections.push({ kind: 'note', text: phrases[lang].tooManyQuestions });
      return sections;
    },
    actions: [share({ store, lang, ask: said.text })],
  });
}

/** The dispute that most of these facts stand in; the answering fact must. */
function disputeAmong(facts: readonly Fact[], disputesOf: (fact: Fact) => readonly Dispute[]): Dispute | undefined {
  const [first, ...others] = facts;
  if (!first) return undefined;
  const shared = (dispute: Dispute) => others.filter((fact) => disputesOf(fact).includes(dispute)).length;
  return disputesOf(first).toSorted((a, b) => shared(b) - shared(a))[0];
}

function noMore(lang: Lang): Reply {
  return notice(lang, phrases[lang].noMoreTitle, { text: phrases[lang].noMore });
}

/** "I don't know" in two lines: that nothing covers it, and which topics are nearest. */
function unknown(questions: readonly Question[], lang: Lang, { store, index }: Mind): Reply {
  const said = phrases[lang];
  const nearest = questions.flatMap((question) => nearestTopics(question, index));
  const topics = [...new Set([...nearest, ...store.topics.map((topic) => topic.id)])]
    .slice(0, 3)
    .flatMap((id) => store.topic(id) ?? []);
  const empty = questions.every((question) => question.units.length === 0);
  return {
    kind: 'unknown',
    lang,
    title: empty ? said.noQuestionTitle : said.unknownTitle,
    sections: [
      { kind: 'note', text: empty ? said.noQuestion : said.unknown },
      { kind: 'note', text: said.nearest(said.list(topics.map((topic) => topic.name[lang]))) },
    ],
    citations: [],
    footer: [],
    actions: topics.map(
      (topic): Action => ({
        kind: 'ask',
        label: `${topic.emoji} ${topic.name[lang]}`,
        text: lang === 'zh' ? topic.name.zh : topic.id,
      }),
    ),
  };
}

/** The topics that a question names, then those of the facts that come nearest to it. */
function nearestTopics(question: Question, index: Index): string[] {
  const named = question.units.flatMap((unit) => unit.topic ?? []);
  const nearest = index.search(question, candidates).found.slice(0, 3);
  return [...named, ...nearest.flatMap(({ fact }) => fact.topics[0] ?? [])];
}
