import type { Fact } from '../../src/core/fact.ts';
import type { Lang } from '../../src/core/lang.ts';

/** The facts that a shown text states, in the order in which it does: a fact is known by its text, wherever a line breaks. */
export function factsIn(shown: string, lang: Lang, facts: readonly Fact[]): string[] {
  const text = onOneLine(shown);
  return facts
    .map((fact) => ({ id: fact.id, at: text.indexOf(onOneLine(fact.text[lang])) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)
    .map(({ id }) => id);
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
