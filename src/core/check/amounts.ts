import type { Quantity, Rule } from './quantities.ts';

/** A number in digits, with or without thousands separators; not the digits at the end of a word. */
const number = String.raw`(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`;
const notInside = String.raw`(?<!\d)(?<!\d[.,])(?<![A-Za-z])`;

const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  b: 1e9,
  bn: 1e9,
  t: 1e12,
  tn: 1e12,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
};
const scaleWords = String.raw`[\s-]?(?:hundred|thousand|million|billion|trillion)\b`;
const scaleLetters = String.raw`\s?(?:bn|mn|tn)\b|[kKMBTm]\b(?![-'’])`;
const scaleHan = String.raw`\s?[余多]?\s?(?:百万|千万|十亿|百亿|千亿|万亿|千|万|亿)`;
const scale = (name: string): string => `(?<${name}>${scaleWords}|${scaleLetters}|${scaleHan})?`;

const currencies: readonly (readonly [RegExp, string])[] = [
  [/HK\$|港元|港币/u, 'HKD'],
  [/\$|USD|dollar|美元|美金/u, 'USD'],
  [/欧元|€|EUR/u, 'EUR'],
  [/日元|英镑|韩元|£/u, 'other'],
  [/¥|￥|CNY|RMB|yuan|元|人民币/u, 'CNY'],
];
const before = String.raw`(?<before>(?:HK|US|U\.S\.)?\s?\$|[¥￥€£]|(?:RMB|CNY|USD|EUR)\s?)?\s?`;
const after = String.raw`(?:\s?[余多]?\s?(?<after>%|per\s?cent\b|percentage points?\b|个百分点|成(?![为立功本果员长分就品都不])|(?:美|港|欧|日|韩)?元|美金|港币|英镑|人民币|(?:US )?dollars?\b|yuan\b|RMB\b|CNY\b|USD\b))?`;
const through = String.raw`\s?(?:[-–—~～至到]|to|or|and)\s?`;

/** Amounts in digits with what scales them. The first number of a range may mean the scale of the second. */
export const amountRules: readonly Rule[] = [
  {
    pattern: /(?<![\d.,A-Za-z])(?<ordinal>\d+)(?:st|nd|rd|th)\b/gu,
    read: ({ ordinal }, text) => [amount(text, [Number(ordinal)])],
  },
  {
    pattern: new RegExp(
      `${notInside}${before}(?:(?<head>${number})${scale('headScale')}${through}${before.replace('before', 'between')})?(?<number>${number})${scale('scale')}${after}`,
      'gu',
    ),
    read: (groups, text) => {
      const currency = currencyOf(`${groups.before ?? groups.between ?? ''}${groups.after ?? ''}`);
      const share = shareOf(groups.after);
      const factor = scaleOf(groups.scale) * share;
      const last = { ...amount(text, [toNumber(groups.number) * factor]), currency };
      if (groups.head === undefined) return [last];
      const head = toNumber(groups.head);
      const first = head * scaleOf(groups.headScale);
      return [{ ...amount(text, [first, head * factor, first * share]), currency }, last];
    },
  },
];

function amount(text: string, readings: number[]): Quantity {
  return { text, readings, of: 'amount', strength: 'firm' };
}

function toNumber(digits: string | undefined): number {
  return Number((digits ?? '').replaceAll(',', ''));
}

function scaleOf(word: string | undefined): number {
  return scales[(word ?? '').replace(/[\s余多-]/gu, '').toLowerCase()] ?? 1;
}

function shareOf(unit: string | undefined): number {
  if (unit === undefined) return 1;
  if (unit.startsWith('成')) return 0.1;
  return /%|per\s?cent|百分点/u.test(unit) ? 0.01 : 1;
}

function currencyOf(words: string): string | undefined {
  return currencies.find(([pattern]) => pattern.test(words))?.[1];
}
