import type { Lang } from './lang.ts';

/** ISO weekdays: Monday is 1, Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * When a digest comes round. `weekly` with all seven days is daily, with 1 to 5 weekdays; `weeks: 2` is fortnightly, counted from the week of `anchor` (YYYY-MM-DD).
 * A `monthly` day past the end of a month means its last day.
 */
export type Rhythm =
  | { readonly kind: 'weekly'; readonly days: readonly Weekday[] }
  | { readonly kind: 'fortnightly'; readonly days: readonly Weekday[]; readonly anchor: string }
  | { readonly kind: 'monthly'; readonly day: number };

/** A rhythm at a wall-clock time (HH:MM) in an IANA zone. */
export interface Schedule {
  readonly rhythm: Rhythm;
  readonly time: string;
  readonly zone: string;
}

/** A channel's wish for digests. Instants are milliseconds UTC. */
export interface Subscription {
  readonly id: string;
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  /** Topic ids; empty means every topic. */
  readonly topics: readonly string[];
  readonly lang: Lang;
  readonly schedule: Schedule;
  /** What a period without new or untold facts does. */
  readonly quiet: 'skip' | 'say-so';
  /** The user who made it, or `operator` for one of config/digests.yaml. */
  readonly madeBy: string;
  readonly madeAt: number;
  readonly status: 'active' | 'paused';
  /** Why it is paused: by a person, or by the platform with its reason. */
  readonly pause?: { readonly by: 'person' | 'platform'; readonly reason: string } | undefined;
  /** The next slot that has no delivery yet, and where that delivery's window begins. */
  readonly next: number;
  readonly windowFrom: number;
}
