import { type CommandName, commands, type DigestCommandName, digestGroup } from './commands.ts';
import { fold } from './fold.ts';
import { namesOf } from './glossary.ts';
import { type Lang, wishedLanguage, withoutWish } from './lang.ts';
import { closest } from './near.ts';
import { askedIn } from './question.ts';
import type { PhraseBook, Span } from './scan.ts';
import { smallTalkIn } from './small-talk.ts';
import type { Store } from './store.ts';
import { tokensOf } from './words.ts';

/** What a person said, as a command with what it is about. */
export type Request =
  | { readonly command: 'help' | 'topics' | 'thanks' | 'doubt' | 'again' }
  | { readonly command: 'topic'; readonly topic: string; readonly page: number }
  | { readonly command: 'ask'; readonly question: string }
  | { readonly command: 'about'; readonly entities: readonly string[]; readonly page: number }
  | {
      readonly command: 'timeline';
      readonly topic: string | undefined;
      readonly year?: number;
      readonly page: number;
    }
  | { readonly command: 'disputes' | 'sources'; readonly topic: string | undefined; readonly page: number }
  /** Where a statement comes from: one of the last reply by its number, the first where there is none, or a fact by its id. */
  | { readonly command: 'why'; readonly what: string }
  | { readonly command: 'digest'; readonly action: DigestCommandName; readonly words: string }
  | { readonly command: 'near-miss'; readonly meant: string };

/** More than this many characters is read by nobody: a question is cut shorter still, and no command is longer. */
const longestSaid = 2000;
/** Longer words are no slips of the pen. */
const longestSlip = 40;

const trailingPage = /^(.*?)\s+(\d{1,3})$/u;
const aYear = /^((?:19|20)\d\d) ?年?$/u;
const factId = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/**
 * Reads what follows `/genai` or a mention. A command word counts only where what follows fits it ("why 2" is a command,
 * "why do firms move abroad?" a question); everything else is a question, but for a single word that is nearly a known one.
 */
export function parse(text: string, store: Store, book: PhraseBook): Request {
  const said = withoutWish(
    text
      .trim()
      .slice(0, longestSaid)
      .replace(/^\/?genai\b\s*/iu, ''),
  );
  if (said === '') return { command: wishedLanguage(text) ? 'again' : 'help' };
  const smallTalk = smallTalkIn(said);
  if (smallTalk === 'self') return { command: 'help' };
  if (smallTalk === 'origin') return { command: 'why', what: '' };
  if (smallTalk) return { command: smallTalk };
  const head = headOf(said);
  const request = head && requestOf(head, store, book);
  return request ?? named(said, store, book) ?? nearMiss(said, store) ?? { command: 'ask', question: said };
}

interface Head {
  readonly name: CommandName | 'digest';
  readonly rest: string;
}

/** The command word that a text begins with, the longest that fits. */
function headOf(said: string): Head | undefined {
  const folded = fold(said);
  const words: [string, CommandName | 'digest'][] = commands.flatMap((command) =>
    'group' in command
      ? []
      : [command.name, ...command.aliases].map((word): [string, CommandName] => [word, command.name]),
  );
  for (const word of [digestGroup.name, ...digestGroup.aliases]) words.push([word, 'digest']);
  const fitting = words
    .map(([word, name]) => ({ word: fold(word), name }))
    .filter(({ word }) => begins(folded, word))
    .toSorted((a, b) => b.word.length - a.word.length)[0];
  return fitting && { name: fitting.name, rest: said.slice(fitting.word.length).trim() };
}

function requestOf({ name, rest }: Head, store: Store, book: PhraseBook): Request | undefined {
  const bare = withoutMarks(rest);
  const paged = pageOf(bare);
  switch (name) {
    case 'help':
    case 'topics':
      return bare === '' ? { command: name } : undefined;
    case 'ask':
      return rest === '' ? { command: 'help' } : { command: 'ask', question: rest };
    case 'why':
      return /^\[?\d{1,3}\]?$/.test(rest) || factId.test(rest)
        ? { command: 'why', what: rest.replace(/[[\]]/g, '') }
        : undefined;
    case 'about': {
      const { words, page } = paged;
      if (words === '') return { command: 'help' };
      const byId = store.entity(fold(words));
      const entities = byId ? [byId.id] : entitiesIn(words, book);
      return entities.length > 0 ? { command: 'about', entities, page } : undefined;
    }
    case 'timeline':
    case 'disputes':
    case 'sources':
      return overviewRequest(name, paged, store);
    case 'digest':
      return digestRequest(rest);
  }
}

/** A timeline, the disputes or the sources: of all, of a topic, or a timeline of a year. */
function overviewRequest(
  command: 'timeline' | 'disputes' | 'sources',
  { words, page }: { words: string; page: number },
  store: Store,
): Request | undefined {
  const [, year] = aYear.exec(words) ?? [];
  if (command === 'timeline' && year !== undefined) return { command, topic: undefined, year: Number(year), page };
  const topic = words === '' ? undefined : topicNamed(words, store);
  return words === '' || topic ? { command, topic, page } : undefined;
}

function digestRequest(rest: string): Request | undefined {
  if (rest === '') return { command: 'digest', action: 'list', words: '' };
  const folded = fold(rest);
  for (const command of commands) {
    if (!('group' in command)) continue;
    const word = [command.name, ...command.aliases].map(fold).find((alias) => begins(folded, alias));
    if (word !== undefined) return { command: 'digest', action: command.name, words: rest.slice(word.length).trim() };
  }
  return undefined;
}

/** Whether a text begins with a word: with its end, a space or a mark behind it, or in Chinese, which has no spaces. */
function begins(text: string, word: string): boolean {
  return text.startsWith(word) && (isHan(word) || /^(?:$|[\s!?,.:~])/u.test(text.slice(word.length)));
}

/** "help!" is "help", "chips?" is "chips". */
function withoutMarks(said: string): string {
  return said.replace(/^[\s,:]+|[\s!?.,~！？。，～]+$/gu, '');
}

/** A text that is nothing but a topic or an entity is a wish to hear of it. */
function named(said: string, store: Store, book: PhraseBook): Request | undefined {
  const { words, page } = pageOf(withoutMarks(said));
  const topic = topicNamed(words, store);
  if (topic) return { command: 'topic', topic, page };
  const spans = book.scan(tokensOf(words));
  const entity = spans[0] && spans.length === 1 ? entityIn(spans[0]) : undefined;
  return entity === undefined ? undefined : { command: 'about', entities: [entity], page };
}

/** A number after a command turns the page; a question keeps its numbers. */
function pageOf(rest: string): { words: string; page: number } {
  const match = trailingPage.exec(rest);
  if (match?.[1] !== undefined && match[2] !== undefined)
    return { words: match[1], page: Math.max(1, Number(match[2])) };
  return /^\d{1,3}$/.test(rest) ? { words: '', page: Math.max(1, Number(rest)) } : { words: rest, page: 1 };
}

/** Words that put two names side by side. */
const joining = new Set(['and', 'or', 'vs', 'versus', 'with', '和', '与', '跟', '对', '比']);
/** A name with more small words about it is a question: "what is it about Beijing that …?" */
const mostSmallWords = 2;

/** The entities that a text names, none where it says anything else: who asks for "the founder of 01.AI" wants to know one thing of it. */
function entitiesIn(words: string, book: PhraseBook): string[] {
  const spans = book.scan(tokensOf(words));
  const known = new Set(spans.flatMap((span) => entityIn(span) ?? []));
  const others = spans.filter((span) => entityIn(span) === undefined);
  const isPlain =
    known.size === 1
      ? others.length <= mostSmallWords && others.every(saysNothing)
      : others.every(({ tokens }) => joining.has(tokens[0]?.key ?? ''));
  const isAsking = [...askedIn(words)].some((kind) => kind !== 'compare');
  return isPlain && !isAsking ? [...known] : [];
}

function entityIn({ meanings }: Span): string | undefined {
  return meanings.find(({ kind }) => kind === 'entity')?.id;
}

function saysNothing({ meanings }: Span): boolean {
  return meanings.length > 0 && meanings.every(({ kind }) => kind === 'filler' || kind === 'light');
}

function topicNamed(words: string, store: Store): string | undefined {
  const folded = fold(words.trim());
  return store.topics.find((topic) => [topic.id, ...namesOf(topic)].some((name) => fold(name) === folded))?.id;
}

/** "百川呢" asks of another, "那英伟达吧" too. */
const followUp = /^那|[呢吗吧]$/u;

/** The command, topic or entity that a single mistyped word is nearest to, by the name that leads to it. */
function nearMiss(said: string, store: Store): Request | undefined {
  if (said.length > longestSlip || /\s|[?？]/u.test(said) || followUp.test(said)) return undefined;
  const leads = knownWords(store, isHan(said) ? 'zh' : 'en');
  const near = closest(said, [...leads.keys()]);
  const meant = near && leads.get(near);
  return meant ? { command: 'near-miss', meant } : undefined;
}

/** Every word that leads somewhere, misspellings included, with the proper word for it. */
function knownWords(store: Store, lang: Lang): Map<string, string> {
  const names: [string, string][] = [
    ...store.entities.flatMap((entity) => namesOf(entity).map((name): [string, string] => [name, entity.name[lang]])),
    ...store.topics.flatMap((topic) => {
      const proper = lang === 'zh' ? topic.name.zh : topic.id;
      return [topic.id, ...namesOf(topic)].map((name): [string, string] => [name, proper]);
    }),
    ...commands.flatMap((command): [string, string][] => ('group' in command ? [] : [[command.name, command.name]])),
    [digestGroup.name, digestGroup.name],
  ];
  return new Map(names);
}

function isHan(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}
