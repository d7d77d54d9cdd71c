import type { Span } from './scan.ts';
import type { Unit } from './units.ts';

/** A word or phrase of a question, for what it tells beside others. */
export interface Word {
  /** What it stands for, or else its stem. */
  readonly id: string;
  readonly kind: 'filler' | 'light' | 'telling';
  readonly han: boolean;
}

export function wordOf({ meanings, tokens }: Span): Word {
  const meant = meanings.find(({ kind }) => kind === 'entity' || kind === 'concept') ?? meanings[0];
  const is = (wanted: 'filler' | 'light') => meanings.some(({ kind }) => kind === wanted);
  const little = is('filler') ? 'filler' : is('light') ? 'light' : undefined;
  return {
    id: meant?.id ?? tokens.map(({ key }) => key).join(' '),
    kind: little ?? 'telling',
    han: tokens[0]?.han === true,
  };
}

/** The word for a name that was spoken of before. */
export function wordOfName({ entity, terms: [term] }: Unit): Word {
  return { id: entity ?? term?.term.slice(2) ?? '', kind: 'telling', han: false };
}

/** Between two words it turns who does what: "backed by", 被. */
const turning = new Set(['by', '被', '由']);

/** A word that tells something is paired with so many that come next. */
const reach = 3;

/**
 * What is nothing to search by, but something to learn from, as terms: `f:` each filler, `b:` two words side by side, and `p:` two that tell
 * something, in their order, and whether one is done by the other. One "would" tells nothing, thousands do; "who won" asks for another thing than "who" and "won"; and who backs whom
 * stands in their order. Chinese fillers are mostly single characters, too many to tell anything side by side.
 */
export function hintsIn(words: readonly Word[]): string[] {
  const close = words.filter(({ kind, han }) => kind !== 'filler' || !han);
  const telling = words.flatMap(({ id, kind }, place) => (kind === 'telling' ? [{ id, place }] : []));
  const isTurned = (from: number, to: number) => words.slice(from + 1, to).some(({ id }) => turning.has(id));
  return [
    ...new Set([
      ...words.filter(({ kind }) => kind === 'filler').map(({ id }) => `f:${id}`),
      ...close.slice(1).map(({ id }, at) => `b:${close[at]?.id} ${id}`),
      ...telling.flatMap(({ id, place }, at) =>
        telling
          .slice(at + 1, at + 1 + reach)
          .map((other) => `p:${id} ${other.id}${isTurned(place, other.place) ? ' by' : ''}`),
      ),
    ]),
  ];
}
