import { z } from 'zod';
import { defaultPolicy } from './delivery-step.ts';
import { type Lang, languages } from './lang.ts';

const hour = 3_600_000;

const atLeast = (least: number, unit: string) => z.number().min(least, `is too short: write ${least} ${unit} or more`);

/** The shape of `config/bot.yaml`: every field may be left out, and so may all. */
export const settingsFile = z.preprocess(
  (value) => value ?? {},
  z.strictObject({
    language: z.enum(languages).default('en'),
    // Later than a week a weekly digest would come after the next one.
    grace_hours: atLeast(1, 'hour')
      .max(167, 'is a week or more: write 167 hours or less')
      .default(defaultPolicy.grace / hour),
    retention: z.preprocess(
      (value) => value ?? {},
      z.strictObject({
        // Platforms send an event again for up to an hour.
        inbound_hours: atLeast(2, 'hours').default(24),
        threads_hours: atLeast(1, 'hour').default(72),
        // A settled delivery is the proof that its slot is done: longer than the grace.
        deliveries_days: atLeast(8, 'days').default(180),
      }),
    ),
    store_unanswered_questions: z.boolean().default(false),
    managers: z.array(z.string().min(1, 'is empty: write the id of a user')).default([]),
  }),
);

/** What the operator may set. */
export interface Settings {
  /** Of replies and digests where nothing tells a better one. */
  readonly language: Lang;
  /** How late a digest may still be posted, in hours. */
  readonly graceHours: number;
  readonly retention: { readonly inboundHours: number; readonly threadsHours: number; readonly deliveriesDays: number };
  /** Whether the texts of questions that could not be answered are kept, or only counted. */
  readonly storeUnansweredQuestions: boolean;
  /** Ids of users who may change the digests of any channel. */
  readonly managers: readonly string[];
}

/** The settings of what stands in `config/bot.yaml`. */
export function settingsOf(read: z.output<typeof settingsFile>): Settings {
  const { retention } = read;
  return {
    language: read.language,
    graceHours: read.grace_hours,
    retention: {
      inboundHours: retention.inbound_hours,
      threadsHours: retention.threads_hours,
      deliveriesDays: retention.deliveries_days,
    },
    storeUnansweredQuestions: read.store_unanswered_questions,
    managers: read.managers,
  };
}

/** The settings where there is no file. */
export const defaultSettings: Settings = settingsOf(settingsFile.parse({}));
