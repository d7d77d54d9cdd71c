import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Subscription, Weekday } from '../../src/core/subscription.ts';
import { sound } from '../files/folder.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** An empty folder but for a few facts, with which the program starts in a third of the time: no configuration, and no .env of who runs the tests. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'briefing-crash-'));
  for (const [name, text] of Object.entries(sound)) {
    const path = join(folder, 'facts', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
}

/** What a program is told that works in such a folder. */
export function settingsIn(folder: string): Record<string, string> {
  return { FACTS_DIR: join(folder, 'facts'), CONFIG_DIR: folder, HTTP_PORT: '0', LOG_LEVEL: 'info' };
}

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** A weekly subscription whose slot came at the minute of an instant. */
export function weekly(id: string, at: number): Omit<Subscription, 'platform' | 'workspace' | 'channel' | 'madeBy'> {
  const next = Math.floor(at / minute) * minute;
  const slot = Temporal.Instant.fromEpochMilliseconds(next).toZonedDateTimeISO('UTC');
  const days = weekdays.filter((weekday) => weekday === slot.dayOfWeek);
  const time = slot.toPlainTime().toString({ smallestUnit: 'minute' });
  return {
    id,
    topics: [],
    lang: 'en',
    schedule: { rhythm: { kind: 'weekly', days }, time, zone: 'UTC' },
    quiet: 'say-so',
    madeAt: next - 30 * day,
    status: 'active',
    next,
    windowFrom: next - 7 * day,
  };
}
