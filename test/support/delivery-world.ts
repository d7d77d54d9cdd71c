import { defaultPolicy } from '../../src/core/delivery-step.ts';
import type { Fact } from '../../src/core/fact.ts';
import type { Log } from '../../src/core/log.ts';
import type { Platform } from '../../src/core/platform.ts';
import type { State } from '../../src/core/state.ts';
import { createStore } from '../../src/core/store.ts';
import type { Subscription } from '../../src/core/subscription.ts';
import { createDeliverer, type Deliverer } from '../../src/deliver.ts';
import { createFakePlatform, type FakePlatform } from './fake-platform.ts';
import { createMemoryState } from './memory-state.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const week = 7 * day;
/** Monday, 23 November 2026, 09:00 in Berlin. */
export const monday = Date.UTC(2026, 10, 23, 8);

const both = (text: string) => ({ en: text, zh: text });

function aFact(index: number): Fact {
  return {
    id: `s/f${index}`,
    source: 's',
    text: { en: `Fact ${index}.`, zh: `事实 ${index}。` },
    kind: 'claim',
    as_of: '2024',
    topics: [index < 8 ? 'chips' : 'talent'],
    entities: [],
    figures: [],
    paragraph: index + 1,
    importance: 2,
    added: '2026-01-01',
  };
}

/** Eight facts on chips and six on talent, none of them new. */
export const store = createStore({
  facts: Array.from({ length: 14 }, (_, index) => aFact(index)),
  sources: [{ id: 's', title: both('S'), authors: [], publisher: 'P', published: '2024', url: undefined }],
  topics: ['chips', 'talent'].map((id) => ({ id, name: both(id), about: both(id), aliases: [], emoji: '•' })),
  entities: [],
  disputes: [],
  concepts: [],
  questions: [],
  declined: [],
});

/** A digest on Mondays at 09:00 in Berlin, due next on `monday`. */
export function aSubscription(over: Partial<Subscription> = {}): Subscription {
  return {
    id: 'sub',
    platform: 'chat',
    workspace: 'W',
    channel: 'C',
    topics: [],
    lang: 'en',
    schedule: { rhythm: { kind: 'weekly', days: [1] }, time: '09:00', zone: 'Europe/Berlin' },
    quiet: 'say-so',
    madeBy: 'U',
    madeAt: monday - week,
    status: 'active',
    next: monday,
    windowFrom: monday - week,
    ...over,
  };
}

interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: object;
}

/** A program with a clock of its own: one state, one platform, deliverers that come and go. */
export interface World {
  readonly state: State;
  readonly chat: FakePlatform;
  readonly log: readonly Logged[];
  /** The time that processes read; the platform's own is without their error. */
  now(): number;
  pass(ms: number): void;
  /** By how much the processes' clocks are wrong. */
  setClockError(ms: number): void;
  /** Starts a process. Other platforms than the one, or another view of the state, where a test brings them. */
  start(over?: { platforms?: readonly Platform[]; state?: State }): Deliverer;
  /** Beats at the present minute; false where the beat does not end. */
  beat(deliverer: Deliverer): Promise<boolean>;
}

export function createWorld(state: State = createMemoryState(), at = monday): World {
  const log: Logged[] = [];
  let time = at;
  let clockError = 0;
  let started = 0;
  const chat = createFakePlatform('chat', () => time);
  const now = () => time + clockError;
  const logging =
    (level: Logged['level']) =>
    (fields: object, message: string): void =>
      void log.push({ level, message, fields });
  const logger: Log = { info: logging('info'), warn: logging('warn'), error: logging('error') };
  return {
    state,
    chat,
    log,
    now,
    pass(ms) {
      time += ms;
    },
    setClockError(ms) {
      clockError = ms;
    },
    start({ platforms = [chat], state: seen = state } = {}) {
      const named = new Map(platforms.map((platform) => [platform.name, platform]));
      const owner = `p${++started}`;
      return createDeliverer({ store, state: seen, platforms: named, now, owner, log: logger, policy: defaultPolicy });
    },
    beat: (deliverer) => ends(deliverer.beat(Math.floor(now() / minute) * minute)),
  };
}

/** A database lets everything else have its turn before each statement, of which a beat makes some hundred. */
const mostTurns = 1000;

/** Whether a promise settles while nothing but itself is waited for. Nothing in a world takes real time. */
export async function ends(running: Promise<unknown>): Promise<boolean> {
  let ended = false;
  void running.finally(() => {
    ended = true;
  });
  for (let turn = 0; turn < mostTurns && !ended; turn++) await new Promise((resolve) => setImmediate(resolve));
  return ended;
}
