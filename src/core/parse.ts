import { type CommandName, commands, type DigestCommandName, digestGroup } from './commands.ts';
import { fold } from './fold.ts';
import { namesOf } from './glossary.ts';
import type { Lang } from './lang.ts';
import { closest } from './near.ts';
import type { PhraseBook } from './scan.ts';
import type { Store } from './store.ts';
import { tokensOf } from './words.ts';

/** What a person said, as a command with what it is about. */
export type Request =
  | { readonly command: 'help' | 'topics' }
  | { readonly command: 'topic'; readonly topic: string; readonly page: number }
  | { readonly command: 'ask'; readonly question: string }
  | { readonly command: 'about'; readonly entities: readonly string[]; readonly page: number }
  | { readonly command: 'timeline' | 'disputes' | 'sources'; readonly topic: string | undefined; readonly page: number }
  | { readonly command: 'why'; readonly what: string }
  | { readonly command: 'digest'; readonly action: DigestCommandName; readonly words: string }
  | { readonly command: 'near-miss'; readonly meant: string };

/** More than this many characters is read by nobody: a question is cut shorter still, and no command is longer. */
const longestSaid = 2000;
/** Longer words are no slips of the pen. */
const longestSlip = 40;

const trailingPage = /^(.*?)\s+(\d{1,3})$/u;
const factId = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/**
 * Reads what follows `/genai` or a mention. A command word counts only where what follows fits it ("why 2" is a command,
 * "why do firms move abroad?" a question); everything else is a question, but for a single word that is nearly a known one.
 */
export function parse(text: string, store: Store, book: PhraseBook): Request {
  const said = text
    .trim()
    .slice(0, longestSaid)
    .replace(/^\/?genai\b\s*/iu, '');
  if (said === '') return { command: 'help' };
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
  const { words, page } = pageOf(rest);
  switch (name) {
    case 'help':
    case 'topics':
      return rest === '' ? { command: name } : undefined;
    case 'ask':
      return rest === '' ? { command: 'help' } : { command: 'ask', question: rest };
    case 'why':
      return /^\[?\d{1,3}\]?$/.test(rest) || factId.test(rest)
        ? { command: 'why', what: rest.replace(/[[\]]/g, '') }
        : undefined;
    case 'about': {
      const entities = entitiesIn(words, book);
      return entities.length > 0 ? { command: 'about', entities, page } : undefined;
    }
    case 'timeline':
    case 'disputes':
    case 'sources': {
      const topic = words === '' ? undefined : topicNamed(words, store);
      return words === '' || topic ? { command: name, topic, page } : undefined;
    }
    case 'digest':
      return digestRequest(rest);
  }
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

/** Whether a text begins with a word: with its end or a space behind it, or in Chinese, which has no spaces. */
function begins(text: string, word: string): boolean {
  return text === word || text.startsWith(`${word} `) || (isHan(word) && text.startsWith(word));
}

/** A text that is nothing but a topic or an entity is a wish to hear of it. */
function named(said: string, store: Store, book: PhraseBook): Request | undefined {
  const { words, page } = pageOf(said);
  const topic = topicNamed(words, store);
  if (topic) return { command: 'topic', topic, page };
  const spans = book.scan(tokensOf(words));
  const entity = spans.length === 1 ? spans[0]?.meanings.find((meaning) => meaning.kind === 'entity') : undefined;
  return entity && { command: 'about', entities: [entity.id], page };
}

/** A number after a command turns the page; a question keeps its numbers. */
function pageOf(rest: string): { words: string; page: number } {
  const match = trailingPage.exec(rest);
  if (match?.[1] !== undefined && match[2] !== undefined)
    return { words: match[1], page: Math.max(1, Number(match[2])) };
  return /^\d{1,3}$/.test(rest) ? { words: '', page: Math.max(1, Number(rest)) } : { words: rest, page: 1 };
}

function entitiesIn(words: string, book: PhraseBook): string[] {
  const spans = book.scan(tokensOf(words));
  const known = spans.flatMap((span) => span.meanings.find((meaning) => meaning.kind === 'entity')?.id ?? []);
  const unknown = spans.some((span) => span.meanings.length === 0);
  return unknown ? [] : [...new Set(known)];
}

function topicNamed(words: string, store: Store): string | undefined {
  const folded = fold(words.trim());
  return store.topics.find((topic) => [topic.id, ...namesOf(topic)].some((name) => fold(name) === folded))?.id;
}

/** The command, topic or entity that a single mistyped word is nearest to, by the name that leads to it. */
function nearMiss(said: string, store: Store): Request | undefined {
  if (said.length > longestSlip || /\s|[?？]/u.test(said)) return undefined;
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
