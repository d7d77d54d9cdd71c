import { fold } from '../fold.ts';
import type { DeclinedQuestions, KnownQuestions } from '../known-questions.ts';
import { languages } from '../lang.ts';
import { askedIn } from '../question.ts';
import type { PhraseBook } from '../scan.ts';
import { comparedTerms, termsIn } from '../terms.ts';
import { tokensOf } from '../words.ts';
import type { Finding } from './finding.ts';

/** Known or declined questions that stand twice: where two facts are known for one question, it tells nothing. Punctuation and case make no difference. */
export function questionsTwice(questions: readonly (KnownQuestions | DeclinedQuestions)[]): Finding[] {
  const owners = new Map<string, string>();
  return questions.flatMap((item) =>
    languages.flatMap((lang) =>
      item[lang].flatMap((question, at) => {
        const key = fold(question)
          .replace(/[\p{P}\p{Z}]+/gu, ' ')
          .trim();
        const owner = owners.get(key);
        owners.set(key, owner ?? nameOf(item));
        if (owner === undefined) return [];
        const what = `"${question}" is a question of ${owner} already`;
        return [{ item, path: [lang, at], what, cure: 'leave it to the one that answers it best' }];
      }),
    ),
  );
}

function nameOf(item: KnownQuestions | DeclinedQuestions): string {
  return 'id' in item ? item.id : `declined/ near ${item.near ?? 'nothing'}`;
}

/** Declined questions that are read just as a known one is: they differ in words that say nothing, and would hide its answer. */
export function declinedButKnown(
  declined: readonly DeclinedQuestions[],
  questions: readonly KnownQuestions[],
  book: PhraseBook,
): Finding[] {
  if (declined.length === 0) return [];
  const read = (text: string) =>
    comparedTerms({ terms: termsIn(book.scan(tokensOf(text))), asked: askedIn(text) })
      .toSorted()
      .join(' ');
  const known = new Map(
    questions.flatMap(({ id, en, zh }) => [...en, ...zh].map((text) => [read(text), { id, text }] as const)),
  );
  return declined.flatMap((item) =>
    languages.flatMap((lang) =>
      item[lang].flatMap((question, at) => {
        const same = known.get(read(question));
        if (!same) return [];
        const what = `"${question}" is declined, and is read like "${same.text}" of ${same.id}`;
        return [{ item, path: [lang, at], what, cure: 'leave out the one that is wrong' }];
      }),
    ),
  );
}
