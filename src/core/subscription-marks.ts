import type { Lang } from './lang.ts';
import type { Subscription, Weekday } from './subscription.ts';

/** What a word or phrase of a wish for digests says. */
export type Mark =
  | { readonly kind: 'days'; readonly days: readonly Weekday[] }
  | { readonly kind: 'every'; readonly every: 'weekly' | 'fortnightly' | 'monthly' }
  | { readonly kind: 'month-day'; readonly day: number }
  /** HH:MM; undefined where it is no time of a day, as 25:00. */
  | { readonly kind: 'time'; readonly time: string | undefined }
  /** A number alone: an hour, or the day of a month. */
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'no-zone'; readonly zones: readonly string[] }
  | { readonly kind: 'topics'; readonly topics: readonly string[] | 'all' }
  | { readonly kind: 'lang'; readonly lang: Lang }
  | { readonly kind: 'quiet'; readonly quiet: Subscription['quiet'] }
  | { readonly kind: 'filler' }
  | { readonly kind: 'unknown'; readonly said: string };

/** A mark, and how many characters of the text it stands for. */
export interface Taken {
  readonly mark: Mark;
  readonly length: number;
}

/** A pattern that begins at the start of a text, and what its groups say; undefined where they say nothing after all. */
export type Rule = readonly [RegExp, (groups: readonly (string | undefined)[]) => Mark | undefined];

/** The mark of the first rule that fits the beginning of a folded text. */
export function take(rules: readonly Rule[], text: string): Taken | undefined {
  for (const [pattern, read] of rules) {
    const match = pattern.exec(text);
    const mark = match && read(match.slice(1));
    if (match && mark) return { mark, length: match[0].length };
  }
  return undefined;
}

/** The end of a word in Latin letters; Han characters may follow it without a space. */
export const wordEnd = '(?![a-z0-9])';

/** Chinese numerals up to 99, and `两`. */
export const hanNumeral = '[零〇一二两三四五六七八九十]{1,3}';

const hanDigits = '零一二三四五六七八九';

/** The value of one or two digits or of a Chinese numeral up to 99; undefined where it is neither. */
export function numberOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const plain = text.replaceAll('〇', '零').replaceAll('两', '二');
  const [, tens, ten, ones] = /^([二三四五六七八九]?)(十?)([零一二三四五六七八九]?)$/u.exec(plain) ?? [];
  if (ten === undefined || plain === '') return undefined;
  if (ten === '') return tens && ones ? undefined : hanDigits.indexOf(plain);
  return (tens ? hanDigits.indexOf(tens) : 1) * 10 + (ones ? hanDigits.indexOf(ones) : 0);
}
