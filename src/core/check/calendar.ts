import { chineseNumber } from './numerals.ts';
import type { Quantity, Rule } from './quantities.ts';

const months = 'January February March April May June July August September October November December'.split(' ');
const month = `(?<month>${months.join('|')}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?)`;
const year = '(?<year>\\d{4})';
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const han = '[〇零一二三四五六七八九十]';
const hanMonth = `(?<month>\\d{1,2}|${han}{1,2})\\s?月份?(?:\\s?(?<day>\\d{1,2}|${han}{1,3})\\s?[日号])?`;

const quarters: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, 上: 1, 下: 2 };

/** Dates, parts of years, decades and centuries. */
export const calendarRules: readonly Rule[] = [
  { pattern: /(?<!\d)(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/gu, read: date },
  { pattern: new RegExp(`\\b${month} ${day}(?![\\d%]|,\\d|\\.\\d)(?:,? ${year})?\\b`, 'gu'), read: date },
  { pattern: new RegExp(`(?<![\\d.,])${day} ${month}(?:,? ${year})?\\b`, 'gu'), read: date },
  { pattern: new RegExp(`\\b${month},? ${year}\\b`, 'gu'), read: date },
  { pattern: new RegExp(`\\b(?<month>${months.filter((name) => !/^Ma/.test(name)).join('|')})\\b`, 'gu'), read: date },
  // "May" and "March" alone are months only where a preposition says so.
  { pattern: /(?<=\b(?:in|since|until|by|from|early|late|mid|last|of)[ -])(?<month>March|May)\b/gu, read: date },
  { pattern: new RegExp(`(?<year>\\d{4}|${han}{4})\\s?年(?:\\s?${hanMonth})?`, 'gu'), read: date },
  { pattern: new RegExp(`(?<![个几数多\\d.])${hanMonth}`, 'gu'), read: date },
  part('quarter', /\b(?:Q(?<part>[1-4])|(?<part>[1-4])Q|(?<part>first|second|third|fourth)[ -]quarters?)\b/gu),
  part('quarter', /第?\s?(?<part>[一二三四1-4])\s?季度/gu),
  part('half-year', /\bH(?<part>[12])\b|\b(?<part>first|second)[ -]half\b|(?<part>[上下])半年/gu),
  { pattern: /(?<!\d)(?<decade>\d{4})s\b/gu, read: ({ decade }, text) => [one('amount', text, decade)] },
  {
    pattern: new RegExp(`(?:(?:\\d{2}|${han}{2,3}|上)\\s?(?:个)?世纪)?\\s?(?<decade>\\d{2,4}|${han}{2})\\s?年代`, 'gu'),
    read: ({ decade }, text) => [{ ...one('amount', text, decade), readings: [fullYear(toNumber(decade))] }],
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(?<century>\\d{1,2})(?:st|th)[ -]century|(?<century>\\d{1,2}|${han}{1,3})\\s?世纪`,
      'gu',
    ),
    read: ({ century }, text) => [one('amount', text, century)],
  },
];

function part(of: 'quarter' | 'half-year', pattern: RegExp): Rule {
  return { pattern, read: (groups, text) => [one(of, text, groups.part)] };
}

function date(groups: Readonly<Record<string, string | undefined>>, text: string): Quantity[] {
  return [
    ...(groups.year ? [one('amount', text, groups.year)] : []),
    ...(groups.month ? [one('month', text, groups.month)] : []),
    ...(groups.day ? [one('day', text, groups.day)] : []),
  ];
}

function one(of: Quantity['of'], text: string, value: string | undefined): Quantity {
  return { text, readings: [toNumber(value)], of, strength: 'firm' };
}

function toNumber(value = ''): number {
  const named = months.findIndex((name) => name.slice(0, 3) === value.slice(0, 3)) + 1;
  return named || (quarters[value] ?? chineseNumber(value) ?? Number(value));
}

/** "80 年代" means the 1980s: the sources speak of the century that has just passed. */
function fullYear(decade: number): number {
  return decade < 100 ? 1900 + decade : decade;
}
