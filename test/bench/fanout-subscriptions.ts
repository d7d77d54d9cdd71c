import type { Store } from '../../src/core/store.ts';
import type { Subscription } from '../../src/core/subscription.ts';

const zones = ['UTC', 'Europe/Berlin', 'Asia/Shanghai'];
const day = 86_400_000;

interface Place {
  readonly name: string;
  readonly workspace: string;
  readonly channels: readonly string[];
}

/** One for each channel, due at a minute. The wishes: ten choices of topics, two languages, three zones. */
export function dueAt(minute: number, { name, workspace, channels }: Place, store: Store): Subscription[] {
  return channels.map((channel, index): Subscription => {
    const zone = zones[Math.floor(index / 20) % 3] ?? 'UTC';
    const time = Temporal.Instant.fromEpochMilliseconds(minute).toZonedDateTimeISO(zone).toPlainTime();
    return {
      id: `${name}-${index}`,
      platform: name,
      workspace,
      channel,
      topics: store.topics.slice(0, index % 10).map(({ id }) => id),
      lang: Math.floor(index / 10) % 2 === 0 ? 'en' : 'zh',
      schedule: {
        rhythm: { kind: 'weekly', days: [1, 2, 3, 4, 5, 6, 7] },
        time: time.toString({ smallestUnit: 'minute' }),
        zone,
      },
      quiet: 'say-so',
      madeBy: 'operator',
      madeAt: 0,
      status: 'active',
      next: minute,
      windowFrom: minute - day,
    };
  });
}
