import { clip } from './clip.ts';
import { type Doubt, settle, type WishRead } from './digest-wish.ts';
import { fold } from './fold.ts';
import { closest } from './near.ts';
import type { PhraseBook } from './scan.ts';
import type { Store } from './store.ts';
import { dayRules } from './subscription-day-words.ts';
import { type Mark, type Rule, type Taken, take, wordEnd } from './subscription-marks.ts';
import { timeRules } from './subscription-time-words.ts';
import { takeZone } from './subscription-zone-words.ts';
import { tokensOf } from './words.ts';
import { suggestZones } from './zones.ts';

/** A wish in longer words is not read: the longest sensible one, every topic named, takes half of this. */
const longestWish = 240;
/** How much of a word that was not understood is shown again. */
const longestSaid = 24;
/** A topic's name is looked for in this many characters: longer than the longest. */
const longestTopic = 48;

/** How many stretches that were not understood, and words of each, are compared with what is known: the reply shows no more. */
const mostHelped = 3;

/** What is needed to know topics by their names. */
export interface WishParts {
  readonly store: Store;
  readonly book: PhraseBook;
}

const wordRules: readonly Rule[] = [
  [/^(?:in )?(?:english|en)(?![a-z0-9])|^(?:英文|英语)/u, () => ({ kind: 'lang', lang: 'en' })],
  [
    /^(?:in )?(?:(?:simplified )?chinese|mandarin|zh(?:-[a-z-]+)?)(?![a-z0-9])|^(?:简体)?(?:中文|汉语)/u,
    () => ({ kind: 'lang', lang: 'zh' }),
  ],
  [/^skip(?:ped|ping)?(?![a-z0-9])|^(?:跳过|略过|不发)/u, () => ({ kind: 'quiet', quiet: 'skip' })],
  [/^say[ -]?so(?![a-z0-9])|^(?:说明|告知|说一声)/u, () => ({ kind: 'quiet', quiet: 'say-so' })],
  [
    /^(?:all(?: the)?(?: topics)?|(?:every|any) topic|everything)(?![a-z0-9])|^(?:全部|所有)(?:的?(?:话题|主题))?/u,
    () => ({ kind: 'topics', topics: 'all' }),
  ],
];

const fillerRules: readonly Rule[] = [
  [
    new RegExp(
      `^(?:a|about|and|at|channel|day|days|digests?|each|every|for|here|if|in|into|is|it|language|lang|me|news?|no|nothing|o|of|on|once|only|periods?|please|post|quiet|empty|send|subscribe|the|there|this|time|times|timezone|to|topics?|tz|us|want|we|weeks?|when|with|zone|month)${wordEnd}`,
      'u',
    ),
    () => ({ kind: 'filler' }),
  ],
  [
    /^(?:没有新内容时?|没有新内容|本频道|时区|时间|话题|主题|语言|推送|发送|简报|订阅|关于|每|在|用|和|与|及|的|于|请|发|时)/u,
    () => ({ kind: 'filler' }),
  ],
  [/^(\d{1,2})(?![a-z0-9])/u, ([value]) => ({ kind: 'number', value: Number(value) })],
];

/** What parts words; the sign of an offset such as +08:00 belongs to it. */
const between = /^(?:(?![+-]\d{2}:?\d{2})[^\p{L}\p{N}])+/u;
const word = /^(?:\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}_-])+)/u;

/**
 * Reads the free words of a wish for digests, English or Chinese, in any order: days, time, zone, topics, language, quiet periods.
 * What is missing or not understood is said; a word that was not understood is given back cleaned of everything but letters and digits.
 */
export function readWish(words: string, parts: WishParts): WishRead {
  const text = fold(words).trim();
  if (text.length > longestWish) return { kind: 'unclear', doubts: [{ kind: 'too-long' }], heard: { topics: [] } };
  const { store } = parts;
  const doubt = (said: string, index: number) => doubtOf(said, index, store);
  return settle(marksIn(text, parts), { topics: store.topics, doubtOf: doubt });
}

/** The marks of a text, one after the other; neighbouring words that are not understood are one. */
function marksIn(text: string, parts: WishParts): Mark[] {
  const marks: Mark[] = [];
  for (let rest = text; rest !== ''; ) {
    const gap = between.exec(rest)?.[0] ?? '';
    rest = rest.slice(gap.length);
    const { mark, length } = takeAny(rest, parts);
    const last = marks.at(-1);
    if (mark.kind === 'unknown' && last?.kind === 'unknown' && gap.trim() === '') {
      marks[marks.length - 1] = { kind: 'unknown', said: `${last.said}${gap}${mark.said}` };
    } else marks.push(mark);
    rest = rest.slice(length);
  }
  return marks;
}

function takeAny(text: string, parts: WishParts): Taken {
  return (
    take(dayRules, text) ??
    take(timeRules, text) ??
    take(wordRules, text) ??
    takeTopic(text, parts) ??
    takeZone(text) ??
    take(fillerRules, text) ??
    takeWord(text)
  );
}

function takeWord(text: string): Taken {
  const said = word.exec(text)?.[0] ?? text;
  return { mark: said === '' ? { kind: 'filler' } : { kind: 'unknown', said }, length: said.length };
}

/** The topic whose name, or one of whose other names, a text begins with: the longest. */
function takeTopic(text: string, { store, book }: WishParts): Taken | undefined {
  const id = store.topics.find((topic) => text.startsWith(topic.id) && !/^[a-z0-9]/u.test(text.slice(topic.id.length)));
  if (id) return { mark: { kind: 'topics', topics: [id.id] }, length: id.id.length };
  const [span] = book.scan(tokensOf(text.slice(0, longestTopic)));
  const topic = span?.meanings.find((meaning) => meaning.kind === 'topic');
  if (!span || !topic) return undefined;
  let length = 0;
  for (const { raw } of span.tokens) length = text.indexOf(raw, length) + raw.length;
  return { mark: { kind: 'topics', topics: [topic.id] }, length };
}

/** What may be meant by words that were not understood: a known word, else a misspelled zone. */
function doubtOf(said: string, index: number, { topics }: Store): Doubt {
  const known = [...plainWords, ...topics.flatMap((topic) => [topic.id, topic.name.en, topic.name.zh])];
  const words = index < mostHelped ? said.split(' ').slice(0, mostHelped) : [];
  const near = words.flatMap((word) => closest(word, known) ?? [])[0];
  const zones = words.length > 0 && near === undefined ? suggestZones(said) : [];
  return { kind: 'unknown', said: clean(said), near, zones };
}

const plainWords =
  'monday tuesday wednesday thursday friday saturday sunday weekdays daily weekly fortnightly monthly english chinese'.split(
    ' ',
  );

/** Letters and digits alone: nothing that is left can ping, link or hide. */
function clean(said: string): string {
  return clip(said.replace(/\s+/gu, ' ').replace(/[^\p{L}\p{M}\p{N} -]+/gu, ''), longestSaid);
}
