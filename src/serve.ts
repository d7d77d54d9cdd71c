import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { createBot } from './bot.ts';
import { startClock } from './clock.ts';
import { defaultPolicy } from './core/delivery-step.ts';
import type { Log } from './core/log.ts';
import type { Mind } from './core/mind.ts';
import type { OnAsk, Platform } from './core/platform.ts';
import type { Settings } from './core/settings.ts';
import type { State } from './core/state.ts';
import type { OperatorDigest } from './core/subscription-operator.ts';
import { operatorSubscriptions } from './core/subscription-operator.ts';
import { createDeliverer, type Deliverer } from './deliver.ts';
import type { Env } from './env.ts';
import { healthRoutes, type Route, startHealth, type Vitals } from './http.ts';
import { takeLoss } from './losses.ts';
import { openState } from './state/open.ts';
import { createSubscriptions } from './subscribe.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Old rows are removed once an hour: often enough that no table grows, seldom enough that nobody notices. */
const tidyMinute = 17;

/** What the operator has set, read and checked. */
export interface Configured {
  readonly env: Env;
  readonly settings: Settings;
  readonly digests: readonly OperatorDigest[];
}

/** What runs: everything that must stop again. */
interface Running {
  readonly log: Log;
  readonly state: State;
  readonly platforms: ReadonlyMap<string, Platform>;
  readonly deliverer: Deliverer;
}

/**
 * The composition root of the running bot: state, platforms, clock; stopped in reverse by SIGTERM or SIGINT.
 * A platform that cannot start is logged with what to do, and the others go on; with none the exit code is 1.
 */
export async function serve(configured: Configured, mind: Mind): Promise<number> {
  const { env, settings, digests } = configured;
  const stop = stopSignal();
  const log = pino({ level: env.LOG_LEVEL });
  const state = await openState(env.DATABASE_URL);
  await syncOperatorDigests(state, digests);
  const vitals: Vitals = { lastBeat: 0, asks: 0, facts: mind.store.facts.length, platforms: {} };
  const routes = healthRoutes(() => vitals);
  const platforms = await createPlatforms(configured, { mind, log, routes });
  const kit = { state, platforms, log, now: Date.now, newId: () => randomUUID().slice(0, 6) };
  const policy = { ...defaultPolicy, grace: settings.graceHours * hour };
  const deliverer = createDeliverer({ ...kit, store: mind.store, owner: randomUUID(), policy });
  const { onDigest } = createSubscriptions({ ...kit, ...mind, managers: settings.managers });
  const answer = createBot({
    ...kit,
    mind,
    onDigest,
    language: settings.language,
    keepsUnanswered: settings.storeUnansweredQuestions,
  });
  const running = { log, state, platforms, deliverer };
  await startAll(running, answer, vitals);
  if (!Object.values(vitals.platforms).includes('up')) {
    await state.close();
    return 1;
  }
  // Over HTTP the platform's own server has the port, and serves the same routes.
  const health = receivesOverHttp(env)
    ? undefined
    : startHealth({ host: env.HTTP_HOST, port: env.HTTP_PORT }, routes, log);
  const clock = startClock(async (at) => {
    await deliverer.beat(at);
    vitals.lastBeat = Date.now();
    if (Math.floor(at / 60_000) % 60 === tidyMinute) await tidy(state, settings);
  }, log);
  // What fell due while the bot was away is not left to the next minute.
  void deliverer.beat(Date.now());
  log.info({ facts: vitals.facts, platforms: vitals.platforms }, 'the bot is running');

  const signal = await stop;
  log.info({ signal }, 'stopping');
  await clock.stop();
  await health?.stop();
  await stopAll(running);
  return 0;
}

interface Sharing {
  readonly mind: Mind;
  readonly log: Log;
  readonly routes: readonly Route[];
}

function receivesOverHttp(env: Env): boolean {
  return env.SLACK_BOT_TOKEN !== undefined && env.SLACK_APP_TOKEN === undefined;
}

/** The platforms whose tokens are set. Their SDKs are loaded only here. */
async function createPlatforms(
  { env, settings }: Configured,
  { mind, log, routes }: Sharing,
): Promise<Map<string, Platform>> {
  const platforms: Platform[] = [];
  if (env.SLACK_BOT_TOKEN) {
    const { createSlack } = await import('./platforms/slack/slack.ts');
    platforms.push(
      createSlack({
        botToken: env.SLACK_BOT_TOKEN,
        appToken: env.SLACK_APP_TOKEN,
        signingSecret: env.SLACK_SIGNING_SECRET,
        http: { host: env.HTTP_HOST, port: env.HTTP_PORT, routes },
        apiUrl: env.SLACK_API_URL,
        managers: settings.managers,
        log,
      }),
    );
  }
  if (env.DISCORD_TOKEN) {
    const { createDiscord } = await import('./platforms/discord/discord.ts');
    platforms.push(createDiscord({ token: env.DISCORD_TOKEN, apiUrl: env.DISCORD_API_URL, store: mind.store, log }));
  }
  return new Map(platforms.map((platform) => [platform.name, platform]));
}

async function startAll({ platforms, state, log }: Running, answer: OnAsk, vitals: Vitals): Promise<void> {
  const onAsk: OnAsk = (ask) => {
    vitals.asks++;
    return answer(ask);
  };
  const starts = [...platforms.values()].map(async (platform) => {
    try {
      await platform.start({ onAsk, onEvent: (event) => takeLoss(event, { platform, state, log }) });
      vitals.platforms[platform.name] = 'up';
    } catch (error) {
      vitals.platforms[platform.name] = 'down';
      log.error(
        { err: error, platform: platform.name },
        error instanceof Error ? error.message : 'the platform could not start',
      );
    }
  });
  await Promise.all(starts);
}

async function stopAll({ platforms, deliverer, state, log }: Running): Promise<void> {
  await deliverer.stop();
  const stops = [...platforms.values()].map((platform) =>
    platform
      .stop()
      .catch((error: unknown) =>
        log.warn({ err: error, platform: platform.name }, 'the platform did not stop cleanly'),
      ),
  );
  await Promise.all(stops);
  await state.close();
}

/** The digests of config/digests.yaml as subscriptions: new ones added, changed ones changed, removed ones removed. */
async function syncOperatorDigests(state: State, digests: readonly OperatorDigest[]): Promise<void> {
  const names = new Set(['slack', 'discord', ...digests.map((digest) => digest.platform)]);
  const existing = (await Promise.all([...names].map((name) => state.subscriptionsBy(name)))).flat();
  const { put, remove } = operatorSubscriptions(digests, existing, Date.now());
  for (const subscription of put) {
    if (await state.addSubscription(subscription)) continue;
    // As it stands: another process may deliver the same digests.
    const { id } = subscription;
    await state.changeSubscription(id, (current) =>
      operatorSubscriptions(digests, [current], Date.now()).put.find((one) => one.id === id),
    );
  }
  for (const id of remove) await state.removeSubscription(id);
}

async function tidy(state: State, { retention }: Settings): Promise<void> {
  const now = Date.now();
  await state.retain({
    inbound: now - retention.inboundHours * hour,
    threads: now - retention.threadsHours * hour,
    deliveries: now - retention.deliveriesDays * day,
  });
}

function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
}
