import { Converter } from 'opencc-js/t2cn';

const ascii = /^\p{ASCII}*$/u;
const han = /\p{Script=Han}/u;
const singleQuotes = /[‘’‛′]/gu;
const doubleQuotes = /[“”„‟«»「」『』]/gu;
const dashes = /[‐‑‒–—―−]/gu;

/** Built at the first Han text: its tables take 15 ms, which an English-only caller should not pay. */
let converter: ((text: string) => string) | undefined;

/**
 * The form in which texts and names are compared: NFKC, lower case, Traditional Chinese as Simplified, straight quotes, plain hyphens.
 * Characters are converted, vocabulary is not (`晶片` stays `晶片`): a regional word is an alias, and no Simplified text is changed.
 * For comparing only: the result may differ in length from the text, so it must not be shown or used for offsets.
 */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(singleQuotes, "'")
    .replace(doubleQuotes, '"')
    .replace(dashes, '-');
  return han.test(plain) ? simplify(plain) : plain;
}

function simplify(text: string): string {
  const convert = converter ?? Converter({ from: 't', to: 'cn' });
  converter = convert;
  return convert(text);
}
