import { eitherOf } from './alternatives.ts';
import type { Fact } from './fact.ts';
import { type Before, isName, ofOther } from './follow-up.ts';
import type { Entity } from './glossary.ts';
import type { Question } from './question.ts';
import type { Store } from './store.ts';
import { entityUnit } from './units.ts';

/** What may be spoken of as "it" or "they". */
const things: ReadonlySet<Entity['kind']> = new Set([
  'company',
  'model',
  'product',
  'chip',
  'institution',
  'programme',
]);

/** What a follow-up that speaks of "it", "them" or "him" may mean. */
export interface Referents {
  /** Whether the question before named such: they are meant first. */
  readonly isAsked: boolean;
  /** What was asked before, with the names that the answer gave in place of its own; undefined where it gave none. */
  readonly told: Before | undefined;
}

/** "Who founded 01.AI?" and "What did he say?", "Which startups make fashion models?" and "Who invested in them?". */
export function referentsOf(
  { meansPerson: isHe }: Pick<Question, 'meansPerson'>,
  { before, told }: { before: Before; told: Fact | undefined },
  store: Store,
): Referents {
  const isMeant = (id: string) => {
    const kind = store.entity(id)?.kind;
    return kind !== undefined && (isHe ? kind === 'person' : things.has(kind));
  };
  const asked = before.units.filter(isName);
  const names = new Set(asked.map(({ entity }) => entity));
  const [first, ...others] = (told?.entities ?? [])
    .filter((id) => isMeant(id) && !names.has(id))
    .map((id) => entityUnit(id, store.entity(id)?.name.en ?? id));
  return {
    isAsked: asked.some(({ entity }) => (entity === undefined ? !isHe : isMeant(entity))),
    told: first && ofOther(eitherOf([first, ...others]), before),
  };
}
