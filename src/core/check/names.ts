import { type Entity, namesOf } from '../glossary.ts';

/** A name of an entity in a text, with the offsets of its first letter and of what follows it. */
export interface Mention {
  readonly entity: Entity;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Finds the names of entities in texts. */
export type FindNames = (text: string) => readonly Mention[];

const wordCharacter = /[\p{Script=Latin}\p{N}]/u;

/**
 * Builds the finder. Names are found as they are written, in their case: `IDEA` is not an idea, and `US` is not us.
 * The longest name wins, so that `China Daily` does not speak of China, and a sum (`US$5`) names no country.
 * What was found in a text is remembered: several checks ask for the same texts.
 */
export function nameFinder(entities: readonly Entity[]): FindNames {
  const byStart = new Map<string, { name: string; entity: Entity }[]>();
  for (const entity of entities) {
    for (const name of namesOf(entity)) {
      const names = byStart.get(name.slice(0, 2)) ?? [];
      byStart.set(name.slice(0, 2), names);
      names.push({ name, entity });
    }
  }
  for (const names of byStart.values()) names.sort((a, b) => b.name.length - a.name.length);
  const known = new Map<string, Mention[]>();
  return (text) => {
    const found = known.get(text) ?? [];
    if (known.has(text)) return found;
    known.set(text, found);
    for (let start = 0; start < text.length; start++) {
      const names = byStart.get(text.slice(start, start + 2)) ?? [];
      const hit = names.find(
        ({ name }) => text.startsWith(name, start) && standsAlone(text, start, start + name.length),
      );
      if (!hit) continue;
      const end = start + hit.name.length;
      found.push({ ...hit, start, end });
      start = end - 1;
    }
    return found;
  };
}

/** Whether a text has a name as a word of its own, also inside a longer name. */
export function hasName(text: string, name: string): boolean {
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
    if (standsAlone(text, start, start + name.length)) return true;
  }
  return false;
}

/** Whether a stretch of Latin letters is a whole word; Chinese has no word boundaries. */
function standsAlone(text: string, start: number, end: number): boolean {
  const joined = (left: string | undefined, right: string | undefined): boolean =>
    left !== undefined && right !== undefined && wordCharacter.test(left) && wordCharacter.test(right);
  return !joined(text[start - 1], text[start]) && !joined(text[end - 1], text[end]) && text[end] !== '$';
}
