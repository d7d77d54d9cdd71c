import type { Knowledge } from '../store.ts';
import { borrowedFinder, borrowedWording } from './borrowed.ts';
import { chineseSlips } from './chinese.ts';
import { impossibleDates } from './dates.ts';
import type { Finding, SourceTexts } from './finding.ts';
import { nameFinder } from './names.ts';
import { nearDuplicates } from './near.ts';
import { figuresNotInText, numbersThatDiffer, numbersWithoutSource } from './numbers.ts';
import { numberReader } from './quantities.ts';
import { declinedButKnown, questionsTwice } from './questions.ts';
import { idleTagFinder, untagged } from './tags.ts';

/**
 * Everything that can be found wrong in what the knowledge says, in no order.
 * The texts of the sources are compared where they are given; a source without a text is let pass.
 */
export function checkKnowledge(knowledge: Knowledge, texts: SourceTexts = new Map()): Finding[] {
  const findNames = nameFinder(knowledge.entities);
  const read = numberReader(findNames);
  const findIdleTags = idleTagFinder(knowledge.entities);
  return [
    ...knowledge.facts.flatMap((fact) => [
      ...numbersThatDiffer(fact, read),
      ...figuresNotInText(fact, read),
      ...untagged(fact, findNames),
      ...findIdleTags(fact),
    ]),
    ...knowledge.sources.flatMap((source) => {
      const facts = knowledge.facts.filter((fact) => fact.source === source.id);
      const dates = facts.flatMap((fact) => impossibleDates(fact, source));
      const paragraphs = texts.get(source.id);
      if (!paragraphs) return dates;
      const findBorrowed = borrowedFinder(paragraphs.values());
      return [
        ...dates,
        ...facts.flatMap((fact) => borrowedWording(fact, findBorrowed)),
        ...facts.flatMap((fact) =>
          numbersWithoutSource(fact, { source, paragraph: paragraphs.get(fact.paragraph) }, read),
        ),
      ];
    }),
    ...nearDuplicates(knowledge.facts, read),
    ...chineseSlips(knowledge, findNames),
    ...questionsTwice(knowledge),
    ...declinedButKnown(knowledge),
  ];
}
