import { z } from 'zod';

const questions = z.array(z.string().min(1)).min(1);

/** The shape of one file of `facts/questions/`. */
export const questionsFile = z.array(z.strictObject({ id: z.string().min(1), en: questions, zh: questions }));

/**
 * Questions that a fact or a dispute answers, as people ask them: in other words than it is told in. They are how it is found, and are never said.
 * `id` is that of the fact or the dispute.
 */
export type KnownQuestions = z.output<typeof questionsFile>[number];

/** The shape of one file of `facts/declined/`. */
export const declinedFile = z.array(
  z.strictObject({
    near: z.string().min(1).optional(),
    en: z.array(z.string().min(1)).default([]),
    zh: z.array(z.string().min(1)).default([]),
  }),
);

/**
 * Questions that no fact answers, as people ask them: what is nearer to them than to the known questions is declined. `near` is the fact that
 * they come near to, for the editors.
 */
export type DeclinedQuestions = z.output<typeof declinedFile>[number];
