import { createLane, type Lane } from './core/delivery-lanes.ts';
import type { Policy } from './core/delivery-step.ts';
import { createWatch, type Watch } from './core/delivery-watch.ts';
import { type Composer, createComposer } from './core/digest-shared.ts';
import type { Log } from './core/log.ts';
import type { Platform } from './core/platform.ts';
import type { Among, State } from './core/state.ts';
import type { Store } from './core/store.ts';
import { carry } from './deliver-carry.ts';
import { createPlanner } from './deliver-plan.ts';
import { within } from './deliver-wait.ts';

/**
 * Deliveries in hand at a time on one platform. A post takes 0.2 to 0.3 s: half as many keep the tightest overall limit (50 requests a second,
 * https://docs.discord.com/developers/topics/rate-limits#global-rate-limit) busy, the others are there for the slow ones.
 */
const width = 24;

/** How long a beat lasts at most, in milliseconds: what takes longer goes on by itself, and the next beat comes to the platforms that are free. */
const longestBeat = 50_000;

export interface DelivererParts {
  readonly store: Store;
  readonly state: State;
  /** The platforms that are on, by name. */
  readonly platforms: ReadonlyMap<string, Platform>;
  readonly now: () => number;
  /** A name that no other process has: what its deliveries are leased to. */
  readonly owner: string;
  readonly log: Log;
  readonly policy: Policy;
}

/** Plans and delivers digests. Several deliverers on one state share the work and never post one twice. */
export interface Deliverer {
  /**
   * Plans every subscription that is due at an instant and delivers what is open, on every platform at its own pace. Ends when all in hand is
   * done, or before the next minute: a platform that is still busy then takes up what is due since as soon as it is free. Never rejects.
   */
  beat(at: number): Promise<void>;
  /** Takes up nothing more; ends when what is in hand is done. */
  stop(): Promise<void>;
}

export function createDeliverer(parts: DelivererParts): Deliverer {
  const { platforms, policy, log } = parts;
  const composer = sharedComposer(parts.store);
  let stopped = false;

  const names = [...platforms.keys()];
  const everywhere: Among[] = [...names.map((only) => ({ only })), { except: names }];
  const rounds = everywhere.map((among) => {
    const platform = 'only' in among ? platforms.get(among.only) : undefined;
    const watch = createWatch(policy);
    return inTurn(async (at) => {
      const compose = composer.take();
      try {
        await deliverAll({ ...parts, among, platform, watch, compose, goesOn: () => !stopped }, at);
      } catch (error) {
        log.error({ err: error, ...among }, 'the deliveries of a beat broke off');
      } finally {
        composer.giveBack();
      }
    });
  });

  return {
    async beat(at) {
      await within(longestBeat, Promise.all(rounds.map((round) => round.run(at))), []);
    },
    async stop() {
      stopped = true;
      await Promise.all(rounds.map((round) => round.ended()));
    },
  };
}

/** One composer for all who compose at the same time. In quiet hours it would only take up memory. */
function sharedComposer(store: Store): { take(): Composer; giveBack(): void } {
  let composer: Composer | undefined;
  let taken = 0;
  return {
    take() {
      taken++;
      composer ??= createComposer(store);
      return composer;
    },
    giveBack() {
      if (--taken === 0) composer = undefined;
    },
  };
}

/** Work that is done one after the other: two rounds that plan at once would tell one channel the same facts. Of those that wait the latest is enough. */
function inTurn(work: (at: number) => Promise<void>): { run(at: number): Promise<void>; ended(): Promise<void> } {
  let next: number | undefined;
  let running: Promise<void> | undefined;

  async function go(): Promise<void> {
    for (let at = next; at !== undefined; at = next) {
      next = undefined;
      await work(at);
    }
    running = undefined;
  }

  return {
    run(at) {
      next = at;
      running ??= go();
      return running;
    },
    ended: async () => await running,
  };
}

interface Round extends DelivererParts {
  readonly among: Among;
  /** Undefined for the deliveries of platforms that are not on. */
  readonly platform: Platform | undefined;
  readonly watch: Watch;
  readonly compose: Composer;
  readonly goesOn: () => boolean;
}

async function deliverAll(round: Round, at: number): Promise<void> {
  const { watch, now, goesOn } = round;
  watch.begin(at, now());
  const lane = createLane(width);
  const takeAll = createTaker(round, lane);
  const plan = createPlanner(round, at);
  try {
    // What is open is settled first: the window of a digest that did not come belongs to the next one.
    await takeAll();
    await lane.drained();
    // The next ones are planned while these are carried: else the platform would wait for them.
    for (let more = await plan(); more && goesOn(); ) {
      const both = [plan(), takeAll()] as const;
      // Where one fails, the other is not left running behind the end of the round.
      await Promise.allSettled(both);
      [more] = await Promise.all(both);
    }
  } finally {
    await lane.drained();
  }
}

/** Claims what is open, each when there is room for it here and on the platform, until there is none. */
function createTaker(round: Round, lane: Lane): () => Promise<void> {
  const { state, owner, now, policy, platform, among, watch, goesOn } = round;

  async function takeOne(): Promise<boolean> {
    await lane.room();
    await platform?.room();
    if (!goesOn()) return false;
    const claimedAt = now();
    watch.note(claimedAt);
    const delivery = await state.claimDelivery({ owner, now: claimedAt, leaseUntil: claimedAt + policy.lease, among });
    if (!delivery) return false;
    lane.add(carry({ ...round, lane, claimedAt, since: watch.since() }, delivery));
    return true;
  }

  return async () => {
    while (await takeOne());
  };
}
