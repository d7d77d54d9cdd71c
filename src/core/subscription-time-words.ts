import { hanNumeral, type Mark, numberOf, type Rule, wordEnd } from './subscription-marks.ts';

const hour = String.raw`(\d{1,2})`;
const minutes = String.raw`(?:[:.h](\d{2})(?::\d{2})?)`;
const half = String.raw`(a\.?m\.?|p\.?m\.?|(?:in the )?(?:morning|afternoon|evening)|(?:at |in the )?night)`;
const hanHalf = '(上午|早上|早晨|清晨|凌晨|中午|下午|午后|傍晚|晚上|夜里|夜晚|深夜|早|晚)';
const hanHour = String.raw`(\d{1,2}|${hanNumeral})`;
const hanMinutes = String.raw`(半|[一三]刻|\d{2}分?|\d分|${hanNumeral}分|(?:[二三四五]?十)[一二三四五六七八九]?分?)`;

/** Times of a day as people write them, in English and Chinese, on folded text. */
export const timeRules: readonly Rule[] = [
  [pattern(`(?:at )?${hour}${minutes}?\\s*${half}${wordEnd}`), ([h, m, part]) => timeOf(h, m, part)],
  [pattern(`${half} (?:at )?${hour}${minutes}?${wordEnd}`), ([part, h, m]) => timeOf(h, m, part)],
  [pattern(`${hanHalf}?\\s*${hanHour}\\s*(?:点钟?|时)\\s*(?:整|${hanMinutes})?`), ([part, h, m]) => timeOf(h, m, part)],
  [pattern(`${hanHalf}\\s*${hanHour}${minutes}?${wordEnd}`), ([part, h, m]) => timeOf(h, m, part)],
  [pattern(`(?:at )?${hour}${minutes}(?:\\s*(?:hrs|h))?${wordEnd}`), ([h, m]) => timeOf(h, m)],
  [pattern(`(?:at )?${hour}\\s*(?:h|hrs|o'clock)${wordEnd}`), ([h]) => timeOf(h)],
  [pattern(`at ${hour}${wordEnd}`), ([h]) => timeOf(h)],
  [pattern(`([01]\\d|2[0-3])([0-5]\\d)(?:\\s*(?:hrs|h))?${wordEnd}`), ([h, m]) => timeOf(h, m)],
  [pattern(`(?:at )?(?:noon|midday)${wordEnd}|正午|中午`), () => ({ kind: 'time', time: '12:00' })],
  [pattern(`(?:at )?midnight${wordEnd}|午夜|半夜`), () => ({ kind: 'time', time: '00:00' })],
];

function pattern(source: string): RegExp {
  return new RegExp(`^(?:${source})`, 'u');
}

/** The time that an hour, minutes and a part of the day say. */
function timeOf(hours = '', mins = '', part = ''): Mark {
  const said = numberOf(hours);
  const of24 = said === undefined ? undefined : hourOf24(said, partOf(part));
  return { kind: 'time', time: clockTime(of24, minutesOf(mins)) };
}

/** HH:MM of an hour and minutes; undefined where no day has that time. */
export function clockTime(of24: number | undefined, mins: number | undefined): string | undefined {
  if (of24 === undefined || mins === undefined || of24 > 23 || mins > 59) return undefined;
  return `${String(of24).padStart(2, '0')}:${String(mins).padStart(2, '0')}`;
}

type Part = 'am' | 'morning' | 'noon' | 'pm' | 'night';

function partOf(words: string): Part | undefined {
  if (/^a\.?m|凌晨/u.test(words)) return 'am';
  if (/morning|上午|早|清晨/u.test(words)) return 'morning';
  if (/中午/u.test(words)) return 'noon';
  if (/^p\.?m|noon|evening|下午|午后|傍晚/u.test(words)) return 'pm';
  return /night|晚|夜/u.test(words) ? 'night' : undefined;
}

/** An hour as a clock of 24 hours shows it; 18 in the afternoon is 18, 13 in the morning is no hour. */
function hourOf24(said: number, part: Part | undefined): number | undefined {
  switch (part) {
    case 'am':
      return said > 12 ? undefined : said % 12;
    case 'morning':
      return said > 12 ? undefined : said;
    case 'noon':
      return said < 4 ? said + 12 : said;
    case 'pm':
      return said < 12 ? said + 12 : said;
    case 'night':
      return nightHour(said);
    case undefined:
      return said;
  }
}

/** Twelve at night is midnight, one to five are the small hours. */
function nightHour(said: number): number {
  if (said === 12) return 0;
  return said > 5 && said < 12 ? said + 12 : said;
}

function minutesOf(words: string): number | undefined {
  const text = words.replace('分', '');
  if (text === '') return 0;
  if (text === '半') return 30;
  if (text.endsWith('刻')) return text.startsWith('一') ? 15 : 45;
  return numberOf(text);
}
