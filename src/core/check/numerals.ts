const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';

/** The value of each English number word below a hundred. */
export const englishUnits: ReadonlyMap<string, number> = new Map([
  ...units.split(' ').map((word, value): [string, number] => [word, value]),
  ...tens.split(' ').map((word, index): [string, number] => [word, (index + 2) * 10]),
]);

export const englishScales: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

const chineseDigits: ReadonlyMap<string, number> = new Map([
  ...[...'零一二三四五六七八九'].map((digit, value): [string, number] => [digit, value]),
  ['〇', 0],
  ['两', 2],
]);

const chineseScales: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1e3],
  ['万', 1e4],
  ['亿', 1e8],
]);

/** The value of English number words such as `two hundred and five`; undefined where they are not one number (`two three`). */
export function englishNumber(words: readonly string[]): number | undefined {
  const numbers = words.filter((word) => word !== 'and');
  const largest = indexOfLargest(numbers, englishScales);
  if (largest >= 0) {
    const times = largest === 0 ? 1 : englishNumber(numbers.slice(0, largest));
    const more = largest === numbers.length - 1 ? 0 : englishNumber(numbers.slice(largest + 1));
    return scaled(times, englishScales.get(numbers[largest] ?? ''), more);
  }
  const [first, second = 0] = numbers.map((word) => englishUnits.get(word));
  if (numbers.length > 2 || first === undefined) return undefined;
  return numbers.length === 1 || (first >= 20 && second > 0 && second < 10) ? first + second : undefined;
}

/** The value of a Chinese numeral such as `三千二百万` or `二〇二三`; undefined where it is none (`一两`, `千百`). */
export function chineseNumber(numeral: string): number | undefined {
  const characters = [...numeral];
  const largest = indexOfLargest(characters, chineseScales);
  if (largest < 0) return chineseDigitString(numeral);
  const [before, scale, after] = [numeral.slice(0, largest), numeral.charAt(largest), numeral.slice(largest + 1)];
  // 十五 is 15, but a bare 百 or 万 counts nothing; 一百三 is 130 in speech and is not read.
  if (scale !== '十' && (before === '' || chineseDigits.has(after))) return undefined;
  const times = before === '' ? 1 : chineseNumber(before);
  return scaled(times, chineseScales.get(scale), after === '' ? 0 : chineseNumber(after));
}

/** One digit, 零 and a digit after a scale, or the four digits of a year. */
function chineseDigitString(numeral: string): number | undefined {
  const digits = chineseDigitsIn(numeral);
  if (digits.length === 4) return Number(digits.join(''));
  return digits.length === 1 || (digits.length === 2 && digits[0] === 0) ? digits.at(-1) : undefined;
}

/** The values of the single digits in a numeral that is no number: `一两` stands for one or two. */
export function chineseDigitsIn(numeral: string): number[] {
  return [...numeral].flatMap((character) => chineseDigits.get(character) ?? []);
}

function indexOfLargest(parts: readonly string[], scales: ReadonlyMap<string, number>): number {
  const values = parts.map((part) => scales.get(part) ?? 0);
  const largest = Math.max(0, ...values);
  return largest === 0 ? -1 : values.lastIndexOf(largest);
}

function scaled(times: number | undefined, scale = 1, more?: number | undefined): number | undefined {
  return times === undefined || more === undefined ? undefined : times * scale + more;
}
