import type { Weekday } from './subscription.ts';
import { hanNumeral, type Mark, numberOf, type Rule, wordEnd } from './subscription-marks.ts';

const week: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const workdays: readonly Weekday[] = [1, 2, 3, 4, 5];

const day =
  '(mon(?:days?)?|tue(?:s(?:days?)?)?|wed(?:s|nesdays?)?|thu(?:r(?:s(?:days?)?)?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?)';
const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const hanWeek = '(?:周|星期|礼拜)';
const hanDay = '[一二三四五六日天]';
const hanDays = '一二三四五六日天';
/** After a day's character: `周一三点` is three o'clock on Monday, not Monday and Wednesday. */
const noHour = '(?!个?[点时:刻十])';
const fortnight = `(?:每隔一?个?|隔一?个?|双|每?(?:两|二|2)个?)`;

/** Days and rhythms as people write them, in English and Chinese, on folded text. */
export const dayRules: readonly Rule[] = [
  [pattern(`${day}\\s*(?:-|~|to|through|thru|till|until)\\s*${day}${wordEnd}`), ([from, to]) => range(from, to)],
  [pattern(`(?:每个?|逢)?${hanWeek}(${hanDay})\\s*(?:至|到|-|~)\\s*${hanWeek}?(${hanDay})${noHour}`), hanRange],
  [
    pattern(
      `(?:every (?:other|second|2nd|two|2)(?: weeks?)?|(?:once (?:a|every) |every |a )?fortnight|fortnightly|bi-?weekly|alternate(?: weeks?)?)(?! days?\\b)${wordEnd}|${fortnight}(?=${hanWeek}${hanDay}(?!次))|${fortnight}${hanWeek}(?:一次)?`,
    ),
    () => ({ kind: 'every', every: 'fortnightly' }),
  ],
  [
    pattern(
      `(?:the )?last day(?: of (?:the|each|every) month)?${wordEnd}|每个?月(?:的)?(?:最后一天|底|末)|最后一天|月[底末]`,
    ),
    () => ({ kind: 'month-day', day: 31 }),
  ],
  [
    pattern(`(?:monthly|(?:(?:once|of) )?(?:a|every|each|per|the) month)${wordEnd}|每个?月(?:一次)?`),
    () => ({ kind: 'every', every: 'monthly' }),
  ],
  [
    pattern(`(?:weekly|(?:once )?(?:a|every|each|per) week)${wordEnd}|每个?${hanWeek}(?:一次|(?!${hanDay}))`),
    () => ({ kind: 'every', every: 'weekly' }),
  ],
  [pattern(`(?:daily|(?:every|each) day|everyday)${wordEnd}|每天|每日|天天`), () => ({ kind: 'days', days: week })],
  [
    pattern(
      `(?:(?:every|each) )?(?:weekdays?|work(?:ing)?[ -]?days?|business days?)${wordEnd}|(?:每个?)?(?:工作日|平日)`,
    ),
    () => ({ kind: 'days', days: workdays }),
  ],
  [pattern(`(?:(?:every|each) )?weekends?${wordEnd}|(?:每个?)?周末`), () => ({ kind: 'days', days: [6, 7] })],
  [pattern(`${day}${wordEnd}`), ([name]) => ({ kind: 'days', days: [weekdayOf(name)] })],
  [
    pattern(`(?:每个?|逢)?${hanWeek}(${hanDay}(?:[、和与]?${hanWeek}?${hanDay}${noHour})*)`),
    ([names = '']) => hanList(names),
  ],
  [
    pattern(`(?:the )?(?:day )?(\\d{1,2})(?:st|nd|rd|th)${wordEnd}|day (\\d{1,2})(?![a-z0-9:.])`),
    ([nth, plain]) => monthDay(nth ?? plain),
  ],
  [pattern(`(\\d{1,2}|${hanNumeral})\\s*(?:号|日)`), ([nth]) => monthDay(nth)],
];

function pattern(source: string): RegExp {
  return new RegExp(`^(?:${source})`, 'u');
}

/** The weekday of an English name or its abbreviation. */
function weekdayOf(name = ''): Weekday {
  return week[dayNames.indexOf(name.slice(0, 3))] ?? 1;
}

function hanWeekday(name = ''): Weekday {
  return week[Math.min(hanDays.indexOf(name), 6)] ?? 1;
}

function hanList(names: string): Mark {
  return { kind: 'days', days: [...names].filter((name) => hanDays.includes(name)).map(hanWeekday) };
}

function range(from?: string, to?: string): Mark {
  return { kind: 'days', days: daysFrom(weekdayOf(from), weekdayOf(to)) };
}

function hanRange([from, to]: readonly (string | undefined)[]): Mark {
  return { kind: 'days', days: daysFrom(hanWeekday(from), hanWeekday(to)) };
}

/** From one weekday to another, both included, over the weekend where need be. */
function daysFrom(from: Weekday, to: Weekday): Weekday[] {
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => week[(from - 1 + index) % 7] ?? from);
}

function monthDay(nth = ''): Mark | undefined {
  const value = numberOf(nth);
  return value !== undefined && value >= 1 && value <= 31 ? { kind: 'month-day', day: value } : undefined;
}
