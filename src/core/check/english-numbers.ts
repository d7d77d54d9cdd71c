import { englishNumber, englishScales, englishUnits } from './numerals.ts';
import type { Quantity, Rule } from './quantities.ts';

const word = [...englishUnits.keys(), ...englishScales.keys()].sort((a, b) => b.length - a.length).join('|');
const ordinals = 'second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const wholes = ['half', ...ordinals.slice(1), 'quarter'].join('|');
const multiples: Readonly<Record<string, number>> = {
  twice: 2,
  thrice: 3,
  both: 2,
  pair: 2,
  couple: 2,
  duo: 2,
  trio: 3,
  doubl: 2,
  tripl: 3,
  quadrupl: 4,
};

/** Numbers in English words. */
export const englishRules: readonly Rule[] = [
  {
    pattern: /\bhalf a (?<scale>million|billion|trillion)\b/giu,
    read: ({ scale }, text) => [amount(text, (englishScales.get(lower(scale)) ?? 1) / 2, 'firm')],
  },
  {
    pattern: new RegExp(`\\b(?<part>a|one|two|three|four|five)[ -](?<whole>${wholes})s?\\b`, 'giu'),
    read: ({ part, whole }, text) => [fraction(text, lower(part), lower(whole))],
  },
  {
    pattern: /\bhalf (?:of|the|its|their|as|all)\b|(?<=\bthan )half\b/giu,
    read: (_, text) => [amount(text, 0.5, 'firm')],
  },
  { pattern: /\bhal(?:f|v(?:es?|ed|ing))\b/giu, read: (_, text) => [amount(text, 0.5, 'faint')] },
  {
    pattern: new RegExp(`\\b(?<ordinal>${ordinals.join('|')})\\b`, 'giu'),
    read: ({ ordinal }, text) => [amount(text, ordinals.indexOf(lower(ordinal)) + 2, 'faint')],
  },
  {
    pattern: new RegExp(`\\b(?<word>${word})fold\\b`, 'giu'),
    read: ({ word: times }, text) => [amount(text, englishNumber([lower(times)]) ?? 0, 'faint')],
  },
  {
    pattern: /\b(?<word>twice|thrice|both|pairs?|couple|duo|trio|(?:doubl|tripl|quadrupl)(?:es?|ed|ing))\b/giu,
    read: ({ word: times }, text) => [
      amount(text, multiples[lower(times).replace(/(?<=l)(?:es?|ed|ing)$|s$/u, '')] ?? 2, 'faint'),
    ],
  },
  {
    pattern: new RegExp(`\\b(?<count>a|${word}) dozen\\b`, 'giu'),
    read: ({ count }, text) => [amount(text, 12 * (englishNumber([lower(count)]) ?? 1), 'soft')],
  },
  { pattern: /\bdecades?\b/giu, read: (_, text) => [amount(text, 10, 'faint')] },
  { pattern: /\b(?:few|several|many|some) (?:hundred|thousand|million|billion|trillion|dozen)\b/giu, read: () => [] },
  {
    pattern: new RegExp(`\\b(?:a )?(?:${word})(?:(?:[ -]| and )(?:${word}))*\\b`, 'giu'),
    read: (_, text) => counted(text),
  },
];

function counted(text: string): Quantity[] {
  const words = lower(text).split(/[ -]/u);
  const numbers = words[0] === 'a' ? words.slice(1) : words;
  // "a million" is a number; "million" without one is the end of a spelling that is not read.
  if (words[0] !== 'a' && englishScales.has(numbers[0] ?? '')) return [];
  const value = englishNumber(numbers);
  if (value !== undefined) return [amount(text, value, strengthOf(value))];
  return numbers.flatMap((each) => (each === 'and' ? [] : [amount(each, englishNumber([each]) ?? 0, 'faint')]));
}

/** "One" is mostly no number, and "two" is often left unsaid in Chinese. */
function strengthOf(value: number): Quantity['strength'] {
  if (value <= 1) return 'faint';
  return value === 2 ? 'soft' : 'firm';
}

function fraction(text: string, part: string, whole: string): Quantity {
  const parts = part === 'a' ? 1 : (englishNumber([part]) ?? 1);
  const wholeNumber = whole === 'half' ? 2 : whole === 'quarter' ? 4 : ordinals.indexOf(whole) + 2;
  // "A third" can be the third of a list, and "a quarter" three months.
  return {
    ...amount(text, parts / wholeNumber, part === 'a' ? 'faint' : 'firm'),
    readings: [parts / wholeNumber, wholeNumber],
  };
}

function amount(text: string, value: number, strength: Quantity['strength']): Quantity {
  return { text, readings: [value], of: 'amount', strength };
}

function lower(text = ''): string {
  return text.toLowerCase();
}
