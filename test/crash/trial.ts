import { setTimeout as sleep } from 'node:timers/promises';
import { type Failure, nonceMemory } from './chats.ts';
import { type Arrival, openScene, type Scene, type Setting } from './harness.ts';
import { hour, minute } from './makings.ts';
import { killAt, steps } from './steps.ts';

/** What became of the digests of a trial. */
export interface Tally {
  readonly kills: number;
  readonly once: number;
  readonly lost: number;
  readonly double: number;
  /** Unknown, where the platform could not be asked, and who made it was told. */
  readonly unknown: number;
}

const none: Tally = { kills: 0, once: 0, lost: 0, double: 0, unknown: 0 };

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (a, b) => ({
      kills: a.kills + b.kills,
      once: a.once + b.once,
      lost: a.lost + b.lost,
      double: a.double + b.double,
      unknown: a.unknown + b.unknown,
    }),
    none,
  );
}

/** Chances of a trial, the same for the same seed. */
export interface Dice {
  chance(probability: number): boolean;
  below(limit: number): number;
  one<T>(of: readonly [T, ...T[]]): T;
}

/** Tommy Ettinger's mulberry32 (public domain). */
export function createDice(seed: number): Dice {
  let state = seed;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    chance: (probability) => next() < probability,
    below: (limit) => Math.floor(next() * limit),
    one: (of) => of[Math.floor(next() * of.length)] ?? of[0],
  };
}

const ages = [2 * minute, 30 * minute, 3 * hour] as const;
const failures: readonly [Failure, ...Failure[]] = [
  'lost-reply',
  '500-after',
  '500-before',
  'cut-before',
  { rateLimit: 1 },
];

/** Some digests, killed on their way again and again, then left alone until they have settled. */
export async function trial(
  setting: Setting,
  dice: Dice,
): Promise<{ tally: Tally; arrivals: Arrival[]; faults: string[] }> {
  await using scene = await openScene(setting);
  const isHidden = setting.history === 'hidden';
  let kills = 0;
  for (let left = 1 + dice.below(4); left > 0; left--) {
    if (dice.chance(0.75)) await scene.passWaits();
    if (dice.chance(0.5)) scene.chat.pass(nonceMemory);
    for (let more = 1 + dice.below(3); more > 0; more--) await scene.subscribe({ ago: dice.one(ages) });
    if (!isHidden && dice.chance(0.4))
      for (let more = 1 + dice.below(3); more > 0; more--) scene.chat.failNext(dice.one(failures));
    kills += await killSomehow(scene, dice);
  }
  if (isHidden) {
    // What can be sent is sent; what is in doubt stays so until its grace is over.
    await scene.passWaits();
    await scene.run();
    scene.pass(13 * hour);
  }
  await scene.settle();
  const arrivals = await scene.arrivals();
  const tallies = arrivals.map((arrival) => tallyOf(arrival, isHidden));
  return { tally: { ...sum(tallies), kills }, arrivals, faults: [...scene.chat.faults()] };
}

function tallyOf({ posts, status, told }: Arrival, isHidden: boolean): Tally {
  if (posts > 1) return { ...none, double: 1 };
  if (posts === 1 && status === 'delivered') return { ...none, once: 1 };
  if (isHidden && status === 'unknown' && told > 0) return { ...none, unknown: 1 };
  return { ...none, lost: 1 };
}

/** Kills at a step of a delivery, at any instant, or one of two processes and then the other; how often it killed. */
async function killSomehow(scene: Scene, dice: Dice): Promise<number> {
  if (dice.chance(0.5)) {
    await killAt(scene, dice.one(steps), await scene.subscribe());
    return 1;
  }
  // Counted before either starts: when the second one's turn comes, the first may have sent all there is.
  const before = scene.chat.calls().length;
  const programs = dice.chance(0.3) ? [scene.start(), scene.start()] : [scene.start()];
  for (const program of programs) {
    // Most digests are sent within half a second of the first call.
    const isBusy = dice.chance(0.8);
    if (isBusy) await scene.until(() => scene.chat.calls().length > before, program);
    await sleep(dice.below(isBusy ? 500 : 3000));
    await program.kill();
  }
  return programs.length;
}
