import type { Span } from './scan.ts';
import type { Unit } from './units.ts';

const orWords = new Set(['or', '还', '或']);

/** "Sequoia or Hillhouse", "红杉还是高瓴": one unit that either name matches. */
export function mergeAlternatives(units: readonly Unit[], spans: readonly Span[]): Unit[] {
  const named = alternativesIn(spans);
  const either = units.filter((unit) => unit.entity !== undefined && named.has(unit.entity));
  const [first, ...others] = either;
  if (!first || others.length === 0) return [...units];
  return [eitherOf([first, ...others]), ...units.filter((unit) => !either.includes(unit))];
}

/** One unit that any of these matches. */
export function eitherOf(units: readonly [Unit, ...Unit[]]): Unit {
  return {
    ...units[0],
    label: units.map(({ label }) => label).join(' or '),
    terms: units.flatMap(({ terms }) => terms).toSorted((a, b) => b.strength - a.strength),
  };
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
