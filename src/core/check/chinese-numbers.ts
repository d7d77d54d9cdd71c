import { chineseDigitsIn, chineseNumber } from './numerals.ts';
import type { Quantity, Rule } from './quantities.ts';

const numeral = '[零〇一二两三四五六七八九十百千万亿]+';
/** What is counted: after one of these words a numeral is a number and not part of an idiom. */
const measures =
  '(?:[个项家年天倍种次名人位款条组类座所间大国党方者代世轮省市城部篇件步层级周小秒美元余多张台块枚套辆支只场届期章卷本字页岁月份段维]|分钟)';
const percents: Readonly<Record<string, number>> = { 百分之: 100, 千分之: 1000, 万分之: 10_000 };

/** Percentages and fractions, which hold digits too: to be read before amounts. */
export const chineseShareRules: readonly Rule[] = [
  {
    pattern: new RegExp(`(?<per>[百千万]分之)\\s?(?<number>\\d+(?:\\.\\d+)?|${numeral})`, 'gu'),
    read: ({ per = '', number = '' }, text) => [
      amount(text, (chineseNumber(number) ?? Number(number)) / (percents[per] ?? 1), 'firm'),
    ],
  },
  {
    pattern: new RegExp(`(?<whole>${numeral})分之(?<part>${numeral})`, 'gu'),
    read: ({ whole = '', part = '' }, text) => [
      amount(text, (chineseNumber(part) ?? 0) / (chineseNumber(whole) ?? 1), 'firm'),
    ],
  },
  {
    pattern: /(?<tenths>[一二三四五六七八九])成(?![为立功本果员长分就品都不])/gu,
    read: ({ tenths = '' }, text) => [amount(text, (chineseNumber(tenths) ?? 0) / 10, 'firm')],
  },
  { pattern: /一半|半数|过半/gu, read: (_, text) => [amount(text, 0.5, 'firm')] },
];

/** Numbers in Chinese numerals. */
export const chineseRules: readonly Rule[] = [
  { pattern: /半导体|百分[比点]/gu, read: () => [] },
  { pattern: /半/gu, read: (_, text) => [amount(text, 0.5, 'faint')] },
  { pattern: /翻一?[番倍]|[加倍]倍|成对|[双俩对]/gu, read: (_, text) => [amount(text, 2, 'faint')] },
  // 几十 and 数百万 name no number.
  { pattern: /[几数][十百千万亿]+|[十百千万亿]+几|成百上千/gu, read: () => [] },
  {
    pattern: /[上过近](?<scale>[百千万亿]+)/gu,
    read: ({ scale = '' }, text) => [amount(text, chineseNumber(`一${scale}`) ?? 0, 'faint')],
  },
  { pattern: new RegExp(`${numeral}(?=\\s?${measures})`, 'gu'), read: (_, text) => spelled(text, 'firm') },
  { pattern: new RegExp(numeral, 'gu'), read: (_, text) => spelled(text, 'faint') },
];

/** A numeral of one or two is mostly no number that the English text would repeat (一些, 两国). */
function spelled(text: string, strength: Quantity['strength']): Quantity[] {
  const value = chineseNumber(text);
  // 一两 is one or two, 三四 three or four: no single number.
  if (value === undefined) return chineseDigitsIn(text).map((digit) => amount(text, digit, 'faint'));
  return [amount(text, value, value > 2 ? strength : 'faint')];
}

function amount(text: string, value: number, strength: Quantity['strength']): Quantity {
  return { text, readings: [value], of: 'amount', strength };
}
