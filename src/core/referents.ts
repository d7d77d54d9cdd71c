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

/**
 * What was asked before, with the names that the answer gave in place of those in the question, where a follow-up means these: "Who founded 01.AI?" and
 * "What did he say?", "Which startups make fashion models?" and "Who invested in them?". Whom the question itself named is meant first.
 */
export function withNamesTold(
  { meansPerson: isHe }: Pick<Question, 'meansPerson'>,
  { before, told }: { before: Before; told: Fact | undefined },
  store: Store,
): Before {
  const isMeant = (id: string) => {
    const kind = store.entity(id)?.kind;
    return kind !== undefined && (isHe ? kind === 'person' : things.has(kind));
  };
  const asked = before.units.filter(isName);
  const isAsked = isHe ? asked.some(({ entity }) => entity !== undefined && isMeant(entity)) : asked.length > 0;
  const [first, ...others] = (told?.entities.filter(isMeant) ?? []).map((id) =>
    entityUnit(id, store.entity(id)?.name.en ?? id),
  );
  if (isAsked || !first) return before;
  return ofOther(eitherOf([first, ...others]), before);
}
