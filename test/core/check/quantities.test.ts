import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameFinder } from '../../../src/core/check/names.ts';
import { numberReader, type Quantity } from '../../../src/core/check/quantities.ts';
import { entities } from './sample.ts';

const read = numberReader(nameFinder(entities));

/** `4:month` for a month, `2~faint`, `5USD`; the readings of a range with a bar. */
function shown({ readings, of, strength, currency }: Quantity): string {
  const values = [...new Set(readings)].join('|');
  return `${values}${of === 'amount' ? '' : `:${of}`}${strength === 'firm' ? '' : `~${strength}`}${currency ?? ''}`;
}

function numbers(text: string): string {
  return read(text).map(shown).sort().join(' ');
}

describe('the same number in every spelling', () => {
  test.each([
    ['38000', ['38,000 inventions', '3.8 万项', '38000 项', '３８０００ 项', '三万八千项']],
    ['22460000000USD', ['$22.46bn', 'US$22.46 billion', '224.6 亿美元', '22,460 million dollars']],
    ['650000000USD', ['about $650 million', '约 6.5 亿美元', '$650m', 'U.S. $650 million']],
    ['60000000000CNY', ['60 billion yuan', '600 亿元', 'RMB 60 billion', '¥600 亿', '600 亿人民币']],
    ['0.4', ['40%', '40 percent', '40 per cent', '百分之四十', '百分之 40', '40％', '四成', '40 个百分点']],
    ['0.5', ['half of it', 'more than half', '50%', '一半', '过半', '五成']],
    ['6', ['six times', '6 times', '六倍', '6 倍']],
    ['130', ['130 models', '一百三十个', '130 多个', '130 余项']],
    ['12000000', ['12 million users', '1,200 万用户', '1200 余万人', '一千二百万人']],
    ['10000000000', ['a 10-billion parameter model', '100 亿参数', '10B parameters']],
    ['1980', ['the 1980s', '1980 年代', '20 世纪 80 年代', '上世纪八十年代']],
    ['21', ['the 21st century', '21 世纪', '二十一世纪']],
    ['11:month 2022 30:day', ['November 30, 2022', '30 November 2022', '2022-11-30', '2022 年 11 月 30 日']],
    ['2023 4:month', ['April 2023', 'mid-April 2023', '2023 年 4 月', '二〇二三年四月', 'Apr. 2023']],
    ['2022 3:quarter', ['the third quarter of 2022', 'Q3 2022', '2022 年第三季度', '2022 年三季度']],
    ['2023 2:half-year', ['the second half of 2023', 'H2 2023', '2023 年下半年']],
    ['4', ['four months', '四个月', '4 个月']],
    ['5:month', ['since May', '5 月以来', '五月以来']],
    ['0.6666666666666666', ['三分之二']],
    ['0.2 0.3', ['20% to 30%', '20% 至 30%']],
  ])('%s: %j', (expected, spellings) => {
    for (const spelling of spellings) expect(numbers(spelling), spelling).toBe(expected);
  });
});

describe('what is no number, or hardly one', () => {
  test.each([
    ['codes', 'GPT-3.5, A100 and H100 GPUs, AI21 Labs, Covid-19, 3D and 5G', ''],
    ['a name made of digits', '01.AI 即零一万物', ''],
    ['numerals in names', '文心一言是百度的产品', ''],
    ['idioms', '十分相似，成为统一的一些，万无一失，半导体', '10~faint 1~faint 1~faint 1~faint'],
    ['a vague crowd', 'hundreds of firms, several million users, 几十家、数百万用户', ''],
    ['may as a verb', 'it may be that they march on', ''],
    ['one and two', 'one of two, 两国', '1~faint 2~faint 2~soft'],
    ['one or two', '一两年', '1~faint 2~faint'],
    ['an ordinal', 'the third, 第三', '3~faint 3~faint'],
    ['a year in a name', 'the 2024 AI Index', '2024~faint'],
  ])('%s', (_, text, expected) => {
    expect(numbers(text)).toBe(expected);
  });

  test('the version of a known model is a number, and a part of its name', () => {
    expect(numbers('DALL-E 3 and GPT-4 beat ChatGPT 4')).toBe('3 4 4');
    expect(read('DALL-E 3').map(({ text }) => text)).toEqual(['DALL-E 3']);
  });

  test('a price after a product is a price and no version', () => {
    expect(numbers('ChatGPT 20 美元订阅费')).toBe('20USD');
  });

  test('a word joined to a number by a hyphen does not hide it', () => {
    expect(numbers('Mid-2023, pre-2022, post-2020')).toBe('2020 2022 2023');
  });
});

test('the first number of a range can mean the scale of the second', () => {
  const readings = read('20 to 30 million, 20 至 30 亿元').map((number) => number.readings);
  expect(readings.map((values) => values.at(-1))).toEqual([20, 30_000_000, 20, 3_000_000_000]);
  expect(readings[0]).toContain(20_000_000);
  expect(readings[2]).toContain(2_000_000_000);
});

test('whatever an amount is, digits with separators and Chinese 万 and 亿 say the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(1e4, 1e8), (count, scale) => {
      const english = read(`${(count * scale).toLocaleString('en-US')} items`).flatMap(({ readings }) => readings);
      const chinese = read(`${count} ${scale === 1e4 ? '万' : '亿'}项`).flatMap(({ readings }) => readings);
      expect(chinese).toEqual(english);
    }),
  );
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void read(text)));
});
