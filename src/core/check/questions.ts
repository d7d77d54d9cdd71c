import { fold } from '../fold.ts';
import type { DeclinedQuestions, KnownQuestions } from '../known-questions.ts';
import { languages } from '../lang.ts';
import { phraseBookOf } from '../phrase-book.ts';
import { readText } from '../readings.ts';
import type { Knowledge } from '../store.ts';
import { comparedTerms } from '../terms.ts';
import type { Finding } from './finding.ts';

/** Known or declined questions that stand twice: where two facts are known for one question, it tells nothing. Punctuation and case make no difference. */
export function questionsTwice({ questions, declined }: Knowledge): Finding[] {
  const owners = new Map<string, string>();
  return [...questions, ...declined].flatMap(placed).flatMap(({ item, path, question }) => {
    const key = fold(question)
      .replace(/[\p{P}\p{Z}]+/gu, ' ')
      .trim();
    const owner = owners.get(key);
    owners.set(key, owner ?? nameOf(item));
    if (owner === undefined) return [];
    const what = `"${question}" is a question of ${owner} already`;
    return [{ item, path, what, cure: 'leave it to the one that answers it best' }];
  });
}

/** Declined questions that are read just as a known one is, names in the same order (who backs whom): they differ in words that say nothing, and would hide its answer. */
export function declinedButKnown(knowledge: Knowledge): Finding[] {
  const { questions, declined } = knowledge;
  if (declined.length === 0) return [];
  const book = phraseBookOf(knowledge);
  const read = (question: string) => {
    const terms = comparedTerms(readText(question, book));
    return [...terms.toSorted(), ...terms.filter(isName)].join(' ');
  };
  const known = new Map(
    questions.flatMap(placed).map(({ item: { id }, question }) => [read(question), { id, question }] as const),
  );
  return declined.flatMap(placed).flatMap(({ item, path, question }) => {
    const same = known.get(read(question));
    if (!same) return [];
    const what = `"${question}" is declined, and is read like "${same.question}" of ${same.id}`;
    return [{ item, path, what, cure: 'leave out the one that is wrong' }];
  });
}

const isName = (term: string) => term.startsWith('e:');

/** The questions of an item with their places in it. */
function placed<T extends KnownQuestions | DeclinedQuestions>(item: T) {
  return languages.flatMap((lang) => item[lang].map((question, at) => ({ item, path: [lang, at], question })));
}

function nameOf(item: KnownQuestions | DeclinedQuestions): string {
  return 'id' in item ? item.id : `declined/ near ${item.near ?? 'nothing'}`;
}
