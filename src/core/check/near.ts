import type { Fact } from '../fact.ts';
import { fold } from '../fold.ts';
import { type Lang, languages } from '../lang.ts';
import { yearsOf } from '../period.ts';
import type { Finding } from './finding.ts';
import type { ReadNumbers } from './quantities.ts';

/**
 * How alike two facts must be, from 0 to 1, to be called one statement; tuned on the store.
 * With the same figures, other facts of the store reach 0.06 and paraphrases 0.35; without figures, 0.37 and 0.45.
 */
const alike = { sameFigures: 0.25, noFigures: 0.42 } as const;

/**
 * Pairs of facts that say nearly the same, told at the later one.
 * Alike is measured by shared words, rare ones counting most, as the mean of both languages. Facts with different figures, or of different years, are different facts.
 */
export function nearDuplicates(facts: readonly Fact[], read: ReadNumbers): Finding[] {
  const figures = facts.map((fact) => figuresOf(fact, read));
  const years = facts.map((fact) => new Set(yearsOf(fact.as_of)));
  const measures = languages.map((lang) => likeness(facts.map((fact) => wordsOf(fact, lang))));
  return facts.flatMap((fact, later) => {
    const scores = measures.map((measure) => measure(later));
    const threshold = figures[later] === '' ? alike.noFigures : alike.sameFigures;
    const isSame = (_: Fact, earlier: number): boolean =>
      mean(scores.map((score) => score[earlier] ?? 0)) >= threshold &&
      figures[later] === figures[earlier] &&
      !years[later]?.isDisjointFrom(years[earlier] ?? new Set());
    return facts
      .slice(0, later)
      .filter(isSame)
      .map(({ id }) => ({
        item: fact,
        path: ['text'],
        what: `says nearly the same as ${id}`,
        cure: 'keep the better one',
      }));
  });
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** The figures of a fact, years apart, as one comparable text. */
function figuresOf(fact: Fact, read: ReadNumbers): string {
  const numbers = [...read(fact.text.en), ...read(fact.text.zh)]
    .filter((number) => number.strength === 'firm' && number.of === 'amount')
    .map((number) => number.readings[0] ?? 0)
    .filter((value) => !(Number.isInteger(value) && value >= 1900 && value < 2100));
  return [...new Set(numbers.map((value) => value.toPrecision(9)))].sort().join(' ');
}

/** Words of English, pairs of characters of Chinese. */
function wordsOf(fact: Fact, lang: Lang): Set<string> {
  const runs = fold(fact.text[lang]).match(/\p{Script=Han}+|[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?/gu) ?? [];
  return new Set(runs.flatMap((run) => (/\p{Script=Han}/u.test(run) ? pairs(run) : [run])));
}

function pairs(run: string): string[] {
  return run.length === 1 ? [run] : [...run.slice(1)].map((_, index) => run.slice(index, index + 2));
}

/** For each text, how alike every other one is: the weight of the words they share against that of all their words. */
function likeness(texts: readonly ReadonlySet<string>[]): (later: number) => Float64Array {
  const holders = new Map<string, number[]>();
  for (const [index, words] of texts.entries()) {
    for (const word of words)
      holders
        .set(word, holders.get(word) ?? [])
        .get(word)
        ?.push(index);
  }
  const weights = new Map([...holders].map(([word, held]) => [word, Math.log(1 + texts.length / held.length)]));
  const weight = (word: string): number => weights.get(word) ?? 0;
  const totals = texts.map((words) => [...words].reduce((sum, word) => sum + weight(word), 0));
  const total = (index: number): number => totals[index] ?? 0;
  return (later) => {
    const shared = new Float64Array(texts.length);
    for (const word of texts[later] ?? []) {
      const gain = weight(word);
      for (const other of holders.get(word) ?? []) shared[other] = (shared[other] ?? 0) + gain;
    }
    return shared.map((both, other) => both / (total(later) + total(other) - both));
  };
}
