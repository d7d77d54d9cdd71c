import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/core/fold.ts';

describe('fold', () => {
  test.each([
    ['OpenAI', 'openai'],
    ['商湯', '商汤'],
    ['監管', '监管'],
    ['臺灣', '台湾'],
    ['乾隆 乾淨', '乾隆 干净'],
    ['零一萬物 01.ＡＩ', '零一万物 01.ai'],
    ['ＧＰＴ－４', 'gpt-4'],
    ['China’s “factory of the world”', 'china\'s "factory of the world"'],
    ['「世界工廠」', '"世界工厂"'],
    ['2014–2023 — a decade', '2014-2023 - a decade'],
    ['6′ 中', "6' 中"],
    ['', ''],
  ])('%s is compared as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('Simplified Chinese is compared as it is written, words like 著有 and 后 included', () => {
    for (const text of ['李开复著有畅销书', '核心产业规模', '皇后和后来', '里程碑', '干净', '文件', '软件']) {
      expect(fold(text)).toBe(text);
    }
  });

  test('a name written in either script, any width and any case is the same name', () => {
    expect(fold('月之闇面 ＡＩ')).toBe(fold('月之暗面 ai'));
    expect(fold('科大訊飛')).toBe(fold('科大讯飞'));
    expect(fold('寧德時代')).not.toBe(fold('比亚迪'));
  });

  test('folding twice is the same as folding once', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme-ascii' }), han()), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('English text of any kind keeps its length and its letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(fold(text)).toBe(text.toLowerCase());
      }),
    );
  });
});

/** Han text without 薴, the one character of the block that OpenCC converts in two steps. */
function han(): fc.Arbitrary<string> {
  const unit = fc
    .integer({ min: 0x4e00, max: 0x9fa5 })
    .map((code) => String.fromCodePoint(code))
    .filter((character) => character !== '薴');
  return fc.string({ unit });
}
