import type { Fact } from '../fact.ts';
import { fold } from '../fold.ts';
import { type Entity, namesOf } from '../glossary.ts';
import { languages } from '../lang.ts';
import type { Finding } from './finding.ts';
import { type FindNames, hasName, type Mention } from './names.ts';

/** "Chinese" may be the language and "American" a mere trait: an adjective does not make a place a subject. */
const adjective = /(?:ese|ean|can|yan|ish|ian|eli)s?$/u;

/** Entities that a fact names and does not tag: `about` would not find the fact. */
export function untagged(fact: Fact, findNames: FindNames): Finding[] {
  const tagged = new Set(fact.entities);
  const findings = languages.flatMap((lang) =>
    findNames(fact.text[lang])
      .filter((mention) => !tagged.has(mention.entity.id) && asksForTag(mention, lang === 'en'))
      .map(({ entity, name }) => ({
        item: fact,
        path: ['entities'],
        what: `"${name}" is named and "${entity.id}" not tagged`,
        cure: 'add it to entities',
        id: entity.id,
      })),
  );
  return firstOfEach(findings);
}

/** Chinese writes "中国" for "Chinese" too, so only the English text tells whether a place is a subject. */
function asksForTag({ entity, name }: Mention, isEnglish: boolean): boolean {
  return entity.kind !== 'place' || (isEnglish && !adjective.test(name));
}

function firstOfEach(findings: readonly (Finding & { id: string })[]): Finding[] {
  const seen = new Set<string>();
  return findings.flatMap(({ id, ...finding }) => {
    if (seen.has(id)) return [];
    seen.add(id);
    return [finding];
  });
}

/** Finds the tags of a fact that it does not speak of. */
export type FindIdleTags = (fact: Fact) => Finding[];

/**
 * Builds the finder of entities that a fact tags and does not speak of. Places are let pass: a text may mean them without their name (国内).
 * Its role, a figure of it and the acronym in its name ("IDEA") count as speaking of an entity.
 */
export function idleTagFinder(entities: readonly Entity[]): FindIdleTags {
  const known = new Map(entities.filter(({ kind }) => kind !== 'place').map((entity) => [entity.id, wordsFor(entity)]));
  return (fact) => {
    const said = `${fact.text.en}\n${fact.text.zh}`;
    const folded = fold(said);
    const figures = new Set(fact.figures.map((figure) => figure.of));
    return fact.entities.flatMap((id, index) => {
      const words = known.get(id);
      if (!words || figures.has(id)) return [];
      if (words.names.some((name) => hasName(folded, name)) || words.acronyms.some((word) => hasName(said, word)))
        return [];
      const what = `"${id}" is tagged and not named`;
      return [{ item: fact, path: ['entities', index], what, cure: 'name it or remove the tag' }];
    });
  };
}

function wordsFor(entity: Entity): { names: string[]; acronyms: string[] } {
  return {
    names: [...namesOf(entity), entity.role.en, entity.role.zh].map(fold),
    acronyms: entity.name.en.match(/(?<!\p{L})\p{Lu}{3,}(?!\p{L})/gu) ?? [],
  };
}
