import { fold } from '../fold.ts';
import type { KnownQuestions } from '../known-questions.ts';
import { languages } from '../lang.ts';
import type { Finding } from './finding.ts';

/** Known questions that stand twice: where two facts are known for one question, it tells nothing. Punctuation and case make no difference. */
export function questionsTwice(questions: readonly KnownQuestions[]): Finding[] {
  const owners = new Map<string, string>();
  return questions.flatMap((item) =>
    languages.flatMap((lang) =>
      item[lang].flatMap((question, at) => {
        const key = fold(question)
          .replace(/[\p{P}\p{Z}]+/gu, ' ')
          .trim();
        const owner = owners.get(key);
        owners.set(key, owner ?? item.id);
        if (owner === undefined) return [];
        const what = `"${question}" is a question of ${owner} already`;
        return [{ item, path: [lang, at], what, cure: 'leave it to the one that answers it best' }];
      }),
    ),
  );
}
