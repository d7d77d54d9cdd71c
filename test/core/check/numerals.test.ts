import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chineseNumber, englishNumber } from '../../../src/core/check/numerals.ts';

test.each([
  ['zero', 0],
  ['twenty-two', 22],
  ['two hundred and five', 205],
  ['three hundred thousand', 300_000],
  ['one million two hundred thousand', 1_200_000],
  ['two three', undefined],
  ['twenty eleven', undefined],
  ['lots', undefined],
])('"%s" is %s', (words, value) => {
  expect(englishNumber(words.split(/[ -]/u))).toBe(value);
});

test.each([
  ['六', 6],
  ['十', 10],
  ['十五', 15],
  ['二十', 20],
  ['一百三十', 130],
  ['一百零五', 105],
  ['三千二百万', 32_000_000],
  ['一亿三千万', 130_000_000],
  ['一万亿', 1e12],
  ['两亿', 200_000_000],
  ['二〇二三', 2023],
  ['一两', undefined],
  ['三四', undefined],
  ['百', undefined],
  ['万亿', undefined],
  ['千百', undefined],
  ['一百三', undefined],
])('%s is %s', (numeral, value) => {
  expect(chineseNumber(numeral)).toBe(value);
});

test('every whole number is read back from its Chinese spelling', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), (number) => {
      expect(chineseNumber(inChinese(number))).toBe(number);
    }),
  );
});

function inChinese(number: number): string {
  if (number >= 10_000) return `${inChinese(Math.floor(number / 10_000))}万${rest(number % 10_000, 1000)}`;
  for (const [scale, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const) {
    if (number >= scale) return `${digit(Math.floor(number / scale))}${name}${rest(number % scale, scale / 10)}`;
  }
  return digit(number);
}

/** 零 stands where the next place is empty. */
function rest(number: number, place: number): string {
  if (number === 0) return '';
  return number < place ? `零${inChinese(number)}` : inChinese(number);
}

function digit(number: number): string {
  return '零一二三四五六七八九'.charAt(number);
}
