import { type DigestCommandName, digestGroup, inWords, rootCommand } from './commands.ts';
import type { Heard, Pace } from './digest-wish.ts';
import type { Lang } from './lang.ts';
import { phrases } from './phrases.ts';
import type { Action } from './reply.ts';
import type { Store } from './store.ts';
import type { Schedule, Weekday } from './subscription.ts';
import { paceOfRhythm } from './subscription-make.ts';
import { subscriptionPhrases } from './subscription-phrases.ts';

/** The longest command that a button carries: the tightest platform gives its buttons 100 characters, its own marks included. */
const longestButton = 80;

/** Zones for examples, and a whole wish. */
export const exampleZone: Readonly<Record<Lang, string>> = { en: 'Europe/Berlin', zh: 'Asia/Shanghai' };
export const exampleWish: Readonly<Record<Lang, string>> = {
  en: `monday 09:00 ${exampleZone.en}`,
  zh: `周一 09:00 ${exampleZone.zh}`,
};

/** A digest command as people type it: its name is the same in every language, as where commands are picked from a list. */
export function typed(action: DigestCommandName, rest = ''): string {
  return [`/${rootCommand.name}`, digestGroup.name, action, rest].filter(Boolean).join(' ');
}

/** A button for a digest command; none where the command is longer than a button carries. */
export function button(
  lang: Lang,
  action: DigestCommandName,
  { rest, label }: { rest?: string; label?: string } = {},
): Action[] {
  const text = inWords(lang, action, rest);
  if (text.length > longestButton) return [];
  return [{ kind: 'ask', label: label ?? subscriptionPhrases[lang].buttons[action], text }];
}

/** A wish in the words that `readWish` reads; what was not heard is left out. */
export function wishWords(heard: Heard, lang: Lang, store: Store): string {
  const { pace, time, zone, topics, quiet } = heard;
  const names = store.topics
    .filter(({ id }) => topics.includes(id))
    .map((topic) => (lang === 'zh' ? topic.name.zh : topic.id));
  const language = heard.lang && spoken[lang].language[heard.lang];
  const kept = quiet && spoken[lang].quiet[quiet];
  return [pace && paceWords(pace, lang), time, zone, ...names, language, kept].filter(Boolean).join(' ');
}

/** The words of commands, as both languages write them. */
const spoken = {
  en: {
    days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
    daily: 'daily',
    workdays: 'weekdays',
    fortnightly: 'fortnightly',
    monthly: (day: number) => `monthly ${day}`,
    language: { en: 'english', zh: 'chinese' },
    quiet: { skip: 'skip', 'say-so': 'say-so' },
  },
  zh: {
    days: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
    daily: '每天',
    workdays: '工作日',
    fortnightly: '隔周',
    monthly: (day: number) => `每月 ${day} 日`,
    language: { en: '英文', zh: '中文' },
    quiet: { skip: '跳过', 'say-so': '说明' },
  },
} as const;

function paceWords(pace: Pace, lang: Lang): string {
  const words = spoken[lang];
  if (pace.kind === 'monthly') return words.monthly(pace.day);
  const names = pace.days.map((day) => words.days[day - 1]).join(' ');
  if (pace.kind === 'fortnightly') return `${words.fortnightly} ${names}`;
  if (pace.days.length === 7) return words.daily;
  return isWorkdays(pace.days) ? words.workdays : names;
}

/** A schedule as people read it: `Every Monday and Thursday at 09:00 (Europe/Berlin)`. */
export function showSchedule({ rhythm, time, zone }: Schedule, lang: Lang): string {
  return subscriptionPhrases[lang].at({ rhythm: showPace(paceOfRhythm(rhythm), lang), time, zone });
}

function showPace(pace: Pace, lang: Lang): string {
  const said = subscriptionPhrases[lang];
  if (pace.kind === 'monthly') return showMonthly(pace.day, lang);
  const names = pace.days.map((day) => said.days[day - 1] ?? '');
  const list = lang === 'en' ? englishList(names) : phrases.zh.list(names);
  if (pace.kind === 'fortnightly') return said.fortnightly(list);
  if (pace.days.length === 7) return said.daily;
  return isWorkdays(pace.days) ? said.workdays : said.weekly(list);
}

function showMonthly(day: number, lang: Lang): string {
  const said = subscriptionPhrases[lang];
  if (day === 31) return said.monthEnd;
  return day > 28 ? said.orMonthEnd(said.monthly(day)) : said.monthly(day);
}

function englishList(names: readonly string[]): string {
  const before = names.slice(0, -1);
  return [...(before.length > 0 ? [before.join(', ')] : []), ...names.slice(-1)].join(subscriptionPhrases.en.and);
}

function isWorkdays(days: readonly Weekday[]): boolean {
  return days.length === 5 && days.every((day) => day <= 5);
}

/** The names of subscribed topics, or that all are. */
export function showTopics(topics: readonly string[], lang: Lang, store: Store): string {
  if (topics.length === 0) return subscriptionPhrases[lang].allTopics;
  return phrases[lang].list(store.topics.filter(({ id }) => topics.includes(id)).map((topic) => topic.name[lang]));
}
