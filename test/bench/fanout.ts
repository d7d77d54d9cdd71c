/**
 * Many digests due in one minute, on one machine: `fanout.ts discord|slack [digests]`, each in a channel of its own, of sixty different wishes.
 * The real SDK posts to a loopback platform that answers after a quarter of a second. It refuses nothing: what its limit would have refused
 * is counted, as the requests were sent and as they were received. TMPDIR chooses the disk of the state.
 */
import { fork } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { StatementSync } from 'node:sqlite';
import { defaultPolicy } from '../../src/core/delivery-step.ts';
import type { Log } from '../../src/core/log.ts';
import type { Platform } from '../../src/core/platform.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { State } from '../../src/core/state.ts';
import { createStore } from '../../src/core/store.ts';
import type { Subscription } from '../../src/core/subscription.ts';
import { createDeliverer } from '../../src/deliver.ts';
import { openState } from '../../src/state/open.ts';
import { realKnowledge } from '../support/mind.ts';
import type { History, Opened } from './fanout-chat.ts';
import { beside, limits } from './fanout-limits.ts';
import { megabytes, milliseconds, row } from './figures.ts';

const name = process.argv[2] === 'slack' ? 'slack' : 'discord';
const count = Number(process.argv[3] ?? 1000);
const limit = limits[name];
const minute = Math.floor(Date.now() / 60_000) * 60_000;
const day = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const log: Log = { info() {}, warn() {}, error: complain };
const store = createStore(realKnowledge());

const chat = fork(resolve(import.meta.dirname, 'fanout-chat.ts'), [name, String(count)]);
const [opened]: Opened[] = await once(chat, 'message');
if (!opened) throw new Error('the loopback platform did not open');
const platform = await connect(opened);
const state = await openState(`file:${join(folder, 'briefing.db')}`);
for (const subscription of subscriptions(opened)) await state.putSubscription(subscription);

const outcomes = new Map<string, number>();
const memory: string[] = [];
const composed = { times: 0 };
const sent: number[] = [];
// Of both SDKs: https://github.com/nodejs/undici/blob/main/docs/docs/api/DiagnosticsChannel.md
subscribe('undici:client:sendHeaders', () => sent.push(performance.now()));
const database = clockDatabase();
const deliverer = createDeliverer({
  store,
  state: counting(state),
  platforms: new Map([[name, watched(platform)]]),
  now: Date.now,
  owner: 'bench',
  log,
  policy: defaultPolicy,
});
const before = process.cpuUsage();
const start = performance.now();
await deliverer.beat(minute);
const took = performance.now() - start;
const { user, system } = process.cpuUsage(before);

chat.send('what was posted?');
const [history]: History[] = await once(chat, 'message');
if (!history) throw new Error('the loopback platform has no history');
report(history);
await platform.stop();
await state.close();
chat.disconnect();
rmSync(folder, { recursive: true });

function report({ received, faults }: History): void {
  const { posts, ms } = limit;
  const posted = outcomes.get('posted') ?? 0;
  const least = (posted / posts) * ms;
  const cpu = (user + system) / 1000;
  row(`${name}, ${count} digests due at once`, [
    `${((posted / took) * 1000).toFixed(1)} a second`,
    `${percent(least / took)} of ${posts} in ${ms / 1000} s`,
  ]);
  row('  outcomes', [...[...outcomes].map(([kind, times]) => `${times} ${kind}`), ...faults]);
  row('  as sent', beside(limit, sent));
  row('  as received', beside(limit, received));
  row('  composed', [`${composed.times} times`]);
  row('  database', [each(database.ms), `${percent(database.ms / took)} of the time`]);
  row('  CPU', [each(cpu), `${percent(cpu / took)} of a core`, `load ${loadavg()[0]?.toFixed(1)}`]);
  row('  resident', memory);
}

function each(ms: number): string {
  return `${milliseconds(ms / count)} a digest`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

async function connect({ env }: Opened): Promise<Platform> {
  const { DISCORD_TOKEN = '', DISCORD_API_URL = '', SLACK_API_URL = '', SLACK_BOT_TOKEN = '', SLACK_APP_TOKEN } = env;
  const slack = { apiUrl: SLACK_API_URL, botToken: SLACK_BOT_TOKEN, appToken: SLACK_APP_TOKEN, managers: [], log };
  const made =
    name === 'slack'
      ? (await import('../../src/platforms/slack/slack.ts')).createSlack(slack)
      : (await import('../../src/platforms/discord/discord.ts')).createDiscord({
          token: DISCORD_TOKEN,
          apiUrl: DISCORD_API_URL,
          store,
          log,
        });
  await made.start({ onAsk: async () => undefined, onEvent: async () => {} });
  return made;
}

/** Due this minute. The wishes: ten choices of topics, two languages, three zones. */
function subscriptions({ workspace, channels }: Opened): Subscription[] {
  const zones = ['UTC', 'Europe/Berlin', 'Asia/Shanghai'];
  return channels.map((channel, index): Subscription => {
    const zone = zones[Math.floor(index / 20) % 3] ?? 'UTC';
    const time = Temporal.Instant.fromEpochMilliseconds(minute).toZonedDateTimeISO(zone).toPlainTime();
    return {
      id: `bench-${index}`,
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

/** The platform, its outcomes counted and the memory noted at a tenth, a half and all of the posts. */
function watched(real: Platform): Platform {
  let answered = 0;
  return {
    ...real,
    async post(...post) {
      const outcome = await real.post(...post);
      outcomes.set(outcome.kind, (outcomes.get(outcome.kind) ?? 0) + 1);
      if ([count / 10, count / 2, count].includes(++answered)) {
        globalThis.gc?.();
        memory.push(`${megabytes(process.memoryUsage.rss())} at ${answered}`);
      }
      return outcome;
    },
  };
}

/** The state, counting the digests that were composed: one that is shared is the same object in each of its deliveries. */
function counting(real: State): State {
  const seen = new WeakSet<Reply>();
  return {
    ...real,
    planDelivery(delivery, subscription) {
      if (!seen.has(delivery.reply)) composed.times++;
      seen.add(delivery.reply);
      return real.planDelivery(delivery, subscription);
    },
  };
}

/** Adds up how long statements hold the process up. */
function clockDatabase(): { readonly ms: number } {
  const spent = { ms: 0 };
  const { all } = StatementSync.prototype;
  StatementSync.prototype.all = function (...values: []) {
    const from = performance.now();
    try {
      return Reflect.apply(all, this, values);
    } finally {
      spent.ms += performance.now() - from;
    }
  };
  return spent;
}

function complain(fields: object, message: string): void {
  process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);
}
