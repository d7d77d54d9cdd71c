import type { Fact } from '../../src/core/fact.ts';
import type { Knowledge } from '../../src/core/store.ts';

/** A seeded generator of numbers in [0, 1): mulberry32. The same seed gives the same facts on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const wordsPerFact = 24;
const charactersPerFact = 40;
const vocabulary = 20_000;

/**
 * The real knowledge with `count` synthetic facts added, a fifth of them with a Chinese text of its own. Words are the real facts' words and
 * made-up ones, drawn by Zipf's law as in natural text, so that some words are in most facts and most words in few.
 */
export function synthetic(real: Knowledge, count: number): Knowledge {
  const random = createRandom(20261122);
  const english = [...new Set(real.facts.flatMap((fact) => fact.text.en.split(/\s+/)))];
  const characters = [
    ...new Set(real.facts.flatMap((fact) => [...fact.text.zh].filter((one) => /\p{Script=Han}/u.test(one)))),
  ];
  const zipf = (size: number) => Math.floor(size ** random()) - 1;
  const word = () => {
    const rank = zipf(vocabulary);
    return english[rank] ?? `w${rank.toString(36)}`;
  };
  const facts = Array.from({ length: count }, (_, at): Fact => {
    const model = real.facts[Math.floor(random() * real.facts.length)];
    if (!model) throw new Error('the store has no fact to take after');
    const en = Array.from({ length: wordsPerFact }, word).join(' ');
    const chinese = Array.from({ length: charactersPerFact }, () => characters[zipf(characters.length)]).join('');
    return {
      ...model,
      id: `${model.source}/synthetic-${at}`,
      text: { en, zh: random() < 0.2 ? chinese : '略。' },
      figures: [],
    };
  });
  return { ...real, facts: [...real.facts, ...facts] };
}
