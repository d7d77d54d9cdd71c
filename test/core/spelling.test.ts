import { expect, test } from 'vitest';
import { createSpeller } from '../../src/core/spelling.ts';
import { tokensOf } from '../../src/core/words.ts';

const speller = createSpeller(
  {
    meant: ['parameters of the models that startups release', 'own chip Baichuan', 'Taiyi', 'Wayne Liang'],
    known: ['charge', 'curve'],
  },
  {
    meant: ['百川智能', '百度', 'Baichuan', '诗云科技'],
    known: ['百度', '亚马逊云科技', '非洲国家', 'Baichuan', 'Taiyi', 'Wayne Liang'],
  },
);
const corrected = (text: string) => speller(tokensOf(text)).map((token) => token.key);
const plain = (text: string) => tokensOf(text).map((token) => token.key);

test.each([
  ['paramters', 'parameters'],
  ['modles', 'models'],
  ['strartups', 'startups'],
  ['Strartups', 'startups'],
  ['who backs Baichaun', 'who backs Baichuan'],
  ['chpi', 'chip'],
  ['who made Tayi', 'who made Taiyi'],
  ['百穿智能谁投的', '百川智能谁投的'],
])('%s is read as %s', (typed, meant) => {
  expect(corrected(typed)).toEqual(plain(meant));
});

test.each([
  'charges',
  'curve',
  'parameter',
  'korea',
  'gpt5',
  '百度智能云',
  '智能',
  '亚马逊云科技跟谁',
  '亚洲国家',
  'chap',
  'motels',
  'what is Modles',
  'who is Mr Ling',
  'bank',
])('%s is left as it is', (text) => {
  expect(corrected(text)).toEqual(plain(text));
});
