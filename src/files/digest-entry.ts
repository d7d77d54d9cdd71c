import { z } from 'zod';
import type { Pace } from '../core/digest-wish.ts';
import { type Lang, languages } from '../core/lang.ts';
import type { Weekday } from '../core/subscription.ts';
import { defaults } from '../core/subscription-make.ts';
import type { OperatorDigest } from '../core/subscription-operator.ts';
import { properZone } from '../core/subscription-zone-words.ts';
import { suggestZones } from '../core/zones.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const paces = ['weekly', 'fortnightly', 'daily', 'weekdays', 'monthly'] as const;

const clock = /^([01]?\d|2[0-3]):[0-5]\d$/;

/** A message for a wrong value; a missing one is told to be missing. */
function unlessMissing(message: string) {
  return ({ input }: { readonly input?: unknown }) => (input === undefined ? undefined : message);
}

/** YAML cuts the digits of a long id that stands there as a number. */
const channel = z
  .string({ error: unlessMissing('is not text: put the id in quotes') })
  .regex(/^[A-Za-z0-9]+$/, 'is no id of a channel: see the README of this folder for where to find it');

const zone = z.string().transform((name, context) => {
  const proper = properZone(name);
  if (proper !== undefined) return proper;
  const meant = suggestZones(name).join(', ');
  const cure = meant === '' ? 'write a name such as Europe/Berlin' : `write one such as ${meant}`;
  context.addIssue({ code: 'custom', message: `is no time zone: ${cure}` });
  return z.NEVER;
});

/** One name stands for a list of one. */
const listed = (value: unknown) => (typeof value === 'string' ? [value] : value);
const weekday = z.preprocess((value) => (typeof value === 'string' ? value.toLowerCase() : value), z.enum(weekdays));

/** The shape of one digest of `digests.yaml`. */
export function digestEntry(known: { readonly platforms: readonly string[]; readonly topics: readonly string[] }) {
  return z
    .strictObject({
      id: z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a kebab-case id: use lower-case letters, digits, single hyphens')
        .optional(),
      platform: z.enum(known.platforms),
      workspace: z.string({ error: unlessMissing('is not text: put the id in quotes') }).default(''),
      channel,
      every: z.enum(paces).default('weekly'),
      weekday: z.preprocess(listed, z.array(weekday).min(1).optional()),
      day: z.int().min(1).max(31, 'is no day of a month: write 1 to 31').optional(),
      time: z
        .string({ error: unlessMissing('is no time: write HH:MM, such as 09:00') })
        .regex(clock, 'is no time: write HH:MM, such as 09:00'),
      zone,
      topics: z.preprocess(
        (value) => (value === 'all' ? [] : listed(value)),
        z.array(z.enum(known.topics)).default([]),
      ),
      language: z.enum(languages).optional(),
      quiet: z.enum(['skip', 'say-so']).default(defaults.quiet),
    })
    .refine(({ every, weekday: days }) => days === undefined || goesByWeekday(every), {
      ...useless,
      path: ['weekday'],
    })
    .refine(({ every, day }) => day === undefined || every === 'monthly', { ...useless, path: ['day'] });
}

/** Told also where the entry has other faults. */
const useless = {
  error: 'has no use with this "every": remove it, or change "every"',
  when: ({ value }: { readonly value: unknown }) => typeof value === 'object' && value !== null,
};

function goesByWeekday(every: string): boolean {
  return every === 'weekly' || every === 'fortnightly';
}

export type DigestEntry = z.output<ReturnType<typeof digestEntry>>;

/** What an entry asks for; in the operator's language where it names none. */
export function operatorDigest(entry: DigestEntry, { key, lang }: { key: string; lang: Lang }): OperatorDigest {
  const { platform, workspace, zone: place, topics, quiet } = entry;
  return {
    key,
    platform,
    workspace,
    channel: entry.channel,
    pace: paceOf(entry),
    time: entry.time.padStart(5, '0'),
    zone: place,
    topics: [...new Set(topics)],
    lang: entry.language ?? lang,
    quiet,
  };
}

function paceOf({ every, weekday: names, day }: DigestEntry): Pace {
  const days = names?.map(isoWeekday) ?? defaults.pace.days;
  switch (every) {
    case 'weekly':
    case 'fortnightly':
      return { kind: every, days: [...new Set(days)].toSorted((a, b) => a - b) };
    case 'daily':
      return { kind: 'weekly', days: [1, 2, 3, 4, 5, 6, 7] };
    case 'weekdays':
      return { kind: 'weekly', days: [1, 2, 3, 4, 5] };
    case 'monthly':
      return { kind: 'monthly', day: day ?? 1 };
  }
}

const iso: Readonly<Record<(typeof weekdays)[number], Weekday>> = {
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
};

function isoWeekday(name: (typeof weekdays)[number]): Weekday {
  return iso[name];
}
