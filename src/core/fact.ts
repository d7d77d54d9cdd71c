import { z } from 'zod';
import { isPeriod } from './period.ts';

/** A text in both languages; a plain string stands for both where they write it the same (`USD`, a person's Latin name). */
const localized = z.union([
  z
    .string()
    .min(1)
    .transform((text) => ({ en: text, zh: text })),
  z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }),
]);

const inBoth = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a kebab-case id (lower-case letters, digits, single hyphens)');
/** YAML reads a bare `2024` as a number; a period is text. */
const period = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().refine(isPeriod, 'is not a date: write YYYY, YYYY-MM, YYYY-MM-DD, or two of them as from/to'),
);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day: write YYYY-MM-DD')
  .refine(isPeriod, 'is not a day of the calendar');

export const factKinds = ['figure', 'event', 'rule', 'plan', 'claim', 'opinion', 'forecast'] as const;
/** How a figure's value is meant; absent means exactly. */
const bounds = ['over', 'at-least', 'about', 'under', 'at-most'] as const;

const figure = z.strictObject({
  of: slug,
  what: localized.optional(),
  value: z.number(),
  bound: z.enum(bounds).optional(),
  unit: localized,
  period: period.optional(),
});

/** The longest English text of a fact, in characters: what fits beside its citation in a chat line. */
const maxFactLength = 280;

const factInFile = z.strictObject({
  id: slug,
  text: z.strictObject({
    en: z.string().min(1).max(maxFactLength, `is longer than ${maxFactLength} characters: say one thing`),
    zh: z.string().min(1),
  }),
  kind: z.enum(factKinds),
  said_by: localized.optional(),
  as_of: period,
  topics: z.array(slug).min(1),
  entities: z.array(slug).default([]),
  figures: z.array(figure).default([]),
  paragraph: z.int().positive(),
  importance: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  caveat: inBoth.optional(),
  added: day,
});

const source = z.strictObject({
  id: slug,
  title: localized,
  authors: z.array(z.string().min(1)).default([]),
  publisher: z.string().min(1),
  published: period,
  url: z.union([z.literal('none').transform(() => undefined), z.url({ protocol: /^https?$/ })]).optional(),
});

/** The shape of one file of `facts/sources/`. */
export const sourceFile = z.strictObject({ source, facts: z.array(factInFile) });

const side = z.strictObject({ label: inBoth, date: period, facts: z.array(z.string()).min(1) });

/** The shape of `facts/disputes.yaml`. */
export const disputesFile = z.array(
  z.strictObject({
    id: slug,
    topics: z.array(slug).min(1),
    question: inBoth,
    sides: z.array(side).min(2, 'has one side: a dispute needs two or more'),
  }),
);

export type Figure = z.output<typeof figure>;
export type Source = z.output<typeof source>;
export type Dispute = z.output<typeof disputesFile>[number];
/** One short checkable statement in our own words. `id` is global (`source/fact`); `source` is the id of the source it comes from. */
export type Fact = Readonly<z.output<typeof factInFile> & { source: string }>;
