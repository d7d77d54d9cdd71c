import { parseArgs } from 'node:util';
import { previewOf } from '../core/digest-preview.ts';
import type { Pace } from '../core/digest-wish.ts';
import { fold } from '../core/fold.ts';
import { namesOf } from '../core/glossary.ts';
import { type Lang, languages } from '../core/lang.ts';
import { closest } from '../core/near.ts';
import { toText } from '../core/plain.ts';
import type { Store } from '../core/store.ts';
import { defaults, makeSubscription } from '../core/subscription-make.ts';

const paces = ['weekly', 'fortnightly', 'daily', 'weekdays', 'monthly'] as const;
type PaceName = (typeof paces)[number];

const help = `The digest that a channel would get, as it would be posted.

  digest preview [--topics chips,models] [--lang en|zh] [--on YYYY-MM-DD] [--every ${paces.join('|')}]

  --topics  topics, separated by commas; all where none is named
  --lang    its language: en (the default) or zh
  --on      the day on which it comes, at ${defaults.time} ${defaults.zone}: today where none is named
  --every   how often it comes: the period that it covers; weekly where nothing is said
`;

export interface DigestIo {
  readonly store: Store;
  readonly write: (text: string) => void;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** Runs `digest <args>`. Resolves to the exit code: 0, or 1 where the command is not understood. */
export async function digestCommand(args: readonly string[], io: DigestIo): Promise<number> {
  const parsed = parse(args, io);
  if (parsed.command === 'help') io.write(help);
  if (parsed.command === 'none') io.write(`${parsed.complaint}\n\n${help}`);
  if (parsed.command === 'preview') io.write(`${previewText(parsed, io.store)}\n`);
  return parsed.command === 'none' ? 1 : 0;
}

interface Preview {
  readonly topics: readonly string[];
  readonly lang: Lang;
  readonly on: string;
  readonly every: PaceName;
}

type Parsed =
  | ({ readonly command: 'preview' } & Preview)
  | { readonly command: 'help' }
  | { readonly command: 'none'; readonly complaint: string };

const options = {
  topics: { type: 'string' },
  lang: { type: 'string' },
  on: { type: 'string' },
  every: { type: 'string' },
  help: { type: 'boolean' },
} as const;

function parse(args: readonly string[], { store, today }: DigestIo): Parsed {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [command, ...rest] = positionals;
    if (values.help || command === 'help') return { command: 'help' };
    if (command === undefined) return none('Say what to do with the digest.');
    if (command !== 'preview') return none(`There is no "digest ${command}" here: digests are set up in chat.`);
    if (rest.length > 0) return none(`There is something too much: ${rest.join(' ')}`);
    return preview({ topics: values.topics ?? '', lang: 'en', on: today, every: 'weekly', ...values }, store);
  } catch (error) {
    return none(error instanceof Error ? error.message : String(error));
  }
}

function preview(said: Readonly<Record<keyof Preview, string>>, store: Store): Parsed {
  const lang = languages.find((one) => one === said.lang);
  const every = paces.find((one) => one === said.every);
  if (!lang) return none(`There is no language "${said.lang}": write en or zh`);
  if (!every) return none(`There is no rhythm "${said.every}": use one of ${paces.join(', ')}`);
  if (!isDay(said.on)) return none(`"${said.on}" is no day: write YYYY-MM-DD`);
  const words = said.topics.split(/[,，、]/u).flatMap((word) => word.trim() || []);
  const unknown = words.find((word) => topicNamed(word, store) === undefined);
  if (unknown !== undefined) return none(unknownTopic(unknown, store));
  const topics = words.flatMap((word) => topicNamed(word, store) ?? []);
  return { command: 'preview', topics, lang, on: said.on, every };
}

function none(complaint: string): Parsed {
  return { command: 'none', complaint };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

function topicNamed(word: string, { topics }: Store): string | undefined {
  const folded = fold(word);
  return topics.find((topic) => [topic.id, ...namesOf(topic)].some((name) => fold(name) === folded))?.id;
}

function unknownTopic(word: string, { topics }: Store): string {
  const ids = topics.map((topic) => topic.id);
  const near = closest(word, ids);
  return `There is no topic "${word}": ${near ? `did you mean ${near}?` : `use some of ${ids.join(', ')}`}`;
}

/** The text of the digest that a channel which was told nothing yet gets on a day, or on the first day after it on which one comes. */
function previewText({ topics, lang, on, every }: Preview, store: Store): string {
  const day = Temporal.PlainDate.from(on);
  const now = day.toZonedDateTime(defaults.zone).epochMilliseconds - 1;
  const wish = { ...defaults, pace: paceOn(every, day), topics, lang };
  const place = { platform: '', workspace: '', channel: '' };
  const subscription = makeSubscription(wish, { id: '', place, madeBy: '', now });
  return toText(previewOf(subscription, { store, told: new Set(), now }).reply);
}

function paceOn(every: PaceName, { day, dayOfWeek }: Temporal.PlainDate): Pace {
  switch (every) {
    case 'weekly':
    case 'fortnightly':
      return { kind: every, days: weekdays.filter((weekday) => weekday === dayOfWeek) };
    case 'daily':
      return { kind: 'weekly', days: weekdays };
    case 'weekdays':
      return { kind: 'weekly', days: weekdays.filter((weekday) => weekday <= 5) };
    case 'monthly':
      return { kind: 'monthly', day };
  }
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
