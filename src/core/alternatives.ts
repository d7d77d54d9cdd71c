import type { Span } from './scan.ts';
import type { Unit } from './units.ts';

const orWords = new Set(['or', '还', '或']);

/** "Sequoia or Hillhouse", "红杉还是高瓴": one unit that either name matches. */
export function mergeAlternatives(units: readonly Unit[], spans: readonly Span[]): Unit[] {
  const named = alternativesIn(spans);
  const either = units.filter((unit) => unit.entity !== undefined && named.has(unit.entity));
  const [first] = either;
  if (!first || either.length < 2) return [...units];
  const merged = { ...first, terms: either.flatMap((unit) => unit.terms).toSorted((a, b) => b.strength - a.strength) };
  return [merged, ...units.filter((unit) => !either.includes(unit))];
}

function alternativesIn(spans: readonly Span[]): Set<string> {
  const entities = spans.map((span) => span.meanings.find((meaning) => meaning.kind === 'entity')?.id);
  const pairs = spans.flatMap((span, at) => {
    if (!orWords.has(span.tokens[0]?.key ?? '')) return [];
    const [left, right] = [entities[at - 1], entities[at + 1]];
    return left !== undefined && right !== undefined ? [left, right] : [];
  });
  return new Set(pairs);
}
