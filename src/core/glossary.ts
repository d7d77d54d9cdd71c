import { z } from 'zod';
import type { Localized } from './lang.ts';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a kebab-case id (lower-case letters, digits, single hyphens)');
const inBoth = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
const aliases = z.array(z.string().min(1)).default([]);

const entityKinds = [
  'company',
  'model',
  'product',
  'chip',
  'person',
  'institution',
  'place',
  'law',
  'programme',
  'event',
  'media',
] as const;

/** The shape of `facts/entities.yaml`. */
export const entitiesFile = z.array(
  z.strictObject({
    id: slug,
    kind: z.enum(entityKinds),
    name: inBoth,
    role: inBoth,
    of: slug.optional(),
    aliases,
  }),
);

/** The shape of `facts/topics.yaml`. */
export const topicsFile = z.array(
  z.strictObject({ id: slug, name: inBoth, about: inBoth, aliases, emoji: z.string().min(1) }),
);

/** A company, model, person, institution, place or law. `role` is what people call it by when they do not name it; `of` is its maker or employer. */
export type Entity = z.output<typeof entitiesFile>[number];
/** One of the fixed subjects. */
export type Topic = z.output<typeof topicsFile>[number];

/** Every name a topic or entity goes by, in any language. */
export function namesOf(named: { name: Localized; aliases: readonly string[] }): string[] {
  return [...new Set([named.name.en, named.name.zh, ...named.aliases])];
}

/** The shape of `facts/synonyms.yaml`. */
export const conceptsFile = z.array(
  z.strictObject({
    id: slug,
    words: z.array(z.string().min(1)).min(1),
    must: z.boolean().default(false),
    near: z.array(slug).default([]),
  }),
);

/**
 * Words of both languages that stand for the same thing. With `must`, a question that names it is answered only by facts that have it too,
 * or one of the concepts `near` it: what answers a question about it without being the same ("is it allowed?" and "it is banned").
 */
export type Concept = z.output<typeof conceptsFile>[number];
