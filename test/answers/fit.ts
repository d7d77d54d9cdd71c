/**
 * Finds the weights of `src/core/surety.ts`: `npm run fit`, after many facts or questions have been added. One in four of the known and declined
 * questions are left out of the index and asked, with the tuned part of the evaluation, which counts more: it is how strangers ask.
 */
import { fitsTo } from '../../src/core/answer.ts';
import { createMind, type Mind } from '../../src/core/mind.ts';
import { partsOf } from '../../src/core/parts.ts';
import { readQuestion } from '../../src/core/question.ts';
import { evidenceOf, kindsOfEvidence } from '../../src/core/surety.ts';
import { realKnowledge } from '../support/mind.ts';
import { logisticRegression, type Sample } from './regression.ts';
import { isHeldOut, readQuestions } from './score.ts';

const strangersCount = 3;
const folds = 8;
const askedFolds = [0, 1];

interface Asked {
  readonly text: string;
  /** The facts that answer it; none where it must be declined. */
  readonly right: readonly string[];
}

const knowledge = realKnowledge();
const sides = new Map(knowledge.disputes.map(({ id, sides: all }) => [id, all.flatMap(({ facts }) => facts)]));
const samples = balanced([
  ...askedFolds.flatMap(ofFold),
  ...samplesOf(createMind(knowledge), evaluation()).map((sample) => ({ ...sample, weight: strangersCount })),
]);
logisticRegression(samples).forEach((weight, at) => {
  process.stdout.write(`${(kindsOfEvidence[at] ?? '').padEnd(12)}${weight.toFixed(2).padStart(8)}\n`);
});

/** The questions of one part, asked of an index without them. */
function ofFold(fold: number): Sample[] {
  const isOut = (text: string, at: number) => (text.length + at) % folds === fold;
  const isIn = (text: string, at: number) => !isOut(text, at);
  const mind = createMind({
    ...knowledge,
    questions: knowledge.questions.map(({ id, en, zh }) => ({ id, en: en.filter(isIn), zh: zh.filter(isIn) })),
    declined: knowledge.declined.map(({ en, zh }) => ({ en: en.filter(isIn), zh: zh.filter(isIn) })),
  });
  const known = knowledge.questions.flatMap(({ id, en, zh }) =>
    [...en.filter(isOut), ...zh.filter(isOut)].map((text) => ({ text, right: sides.get(id) ?? [id] })),
  );
  const declined = knowledge.declined.flatMap(({ en, zh }) =>
    [...en.filter(isOut), ...zh.filter(isOut)].map((text) => ({ text, right: [] })),
  );
  return samplesOf(mind, [...known, ...declined]);
}

function evaluation(): Asked[] {
  return readQuestions()
    .filter(({ id, q }) => !isHeldOut(id) && partsOf(q).length === 1)
    .map(({ q, first }) => ({ text: q, right: first }));
}

/** What speaks for the best fact of each question, and whether it answers it. Where another fact would, it tells nothing. */
function samplesOf(mind: Mind, questions: readonly Asked[]): Sample[] {
  return questions.flatMap(({ text, right }) => {
    const question = readQuestion(text, mind);
    const {
      fits: [best],
      strangeness,
    } = fitsTo(question, mind);
    if (!best || (right.length > 0 && !right.includes(best.fact.id))) return [];
    const evidence = evidenceOf(best, strangeness);
    return [{ x: kindsOfEvidence.map((kind) => evidence[kind]), y: right.length > 0, weight: 1 }];
  });
}

/** Answers and declines count the same in all. */
function balanced(all: readonly Sample[]): Sample[] {
  const weightOf = (y: boolean) => all.reduce((sum, sample) => sum + (sample.y === y ? sample.weight : 0), 0);
  const [yes, no] = [weightOf(true), weightOf(false)];
  return all.map((sample) => ({ ...sample, weight: (sample.weight * (yes + no)) / (2 * (sample.y ? yes : no)) }));
}
