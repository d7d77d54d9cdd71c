/**
 * How often something may be done: evenly so many times a second, but for `burst` of them at once after a pause or a late timer, and never
 * more than `most` in any stretch of `ms` milliseconds.
 */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
  readonly most: number;
  readonly ms: number;
}

/** What tells the time and lets it pass, in milliseconds; its instants never go back. */
export interface Timer {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** What a rate remembers: when the latest were done, and until when all would have lasted, had they come evenly. */
interface Done {
  readonly times: readonly { readonly at: number }[];
  readonly evenly: number;
}

const rested: Done = { times: [], evenly: Number.NEGATIVE_INFINITY };

/** How long until one more may be done: evenly by the generic cell rate algorithm, which alone would have to be slower by its burst, and by the count. */
function waitFor({ perSecond, burst, most, ms }: Rate, { times, evenly }: Done, now: number): number {
  const counted = (times.at(-most)?.at ?? Number.NEGATIVE_INFINITY) + ms;
  return Math.max(0, counted - now, evenly - ((burst - 1) * 1000) / perSecond - now);
}

function doneWith({ perSecond, most }: Rate, { times, evenly }: Done, one: Done['times'][number]): Done {
  return { times: [...times, one].slice(-most), evenly: Math.max(evenly, one.at) + 1000 / perSecond };
}

function hasRested({ ms }: Rate, { times, evenly }: Done, now: number): boolean {
  return evenly <= now && (times.at(-1)?.at ?? Number.NEGATIVE_INFINITY) + ms <= now;
}

/** By so many ticks of the process what was let through is on its way, a new connection included. */
const ticksToLeave = 5;

/** A line before something that may not be done too often. */
export interface Line {
  /** Ends when it may be done once more: first come, first served. */
  turn(): Promise<void>;
  /** Ends when nobody waits and a turn would come at once. Takes none. */
  room(): Promise<void>;
  /** Whether nobody waits, and nothing that was done counts any more. */
  isRested(): boolean;
}

/** The time is read as each leaves, so that a late timer makes no burst. */
export function createLine(rate: Rate, { now, sleep }: Timer): Line {
  let done = rested;
  let waiting = 0;
  let last = Promise.resolve();

  async function free(): Promise<void> {
    for (let ms = waitFor(rate, done, now()); ms > 0; ms = waitFor(rate, done, now())) await sleep(ms);
  }

  /** Where the process is held up just then, it is done that much later. */
  async function countFromWhenItLeaves(one: { at: number }): Promise<void> {
    for (let tick = 0; tick < ticksToLeave; tick++) await sleep(0);
    one.at = now();
  }

  async function leave(): Promise<void> {
    await free();
    const one = { at: now() };
    done = doneWith(rate, done, one);
    waiting--;
    void countFromWhenItLeaves(one);
  }

  return {
    turn() {
      waiting++;
      last = last.then(leave);
      return last;
    },
    async room() {
      while (waiting > 0) await last;
      await free();
    },
    isRested: () => waiting === 0 && hasRested(rate, done, now()),
  };
}

/** A line for each of many places; those that have rested are forgotten. */
export function createLines(rate: Rate, timer: Timer): (place: string) => Promise<void> {
  const lines = new Map<string, Line>();
  return (place) => {
    for (const [name, line] of lines) if (line.isRested()) lines.delete(name);
    const line = lines.get(place) ?? createLine(rate, timer);
    lines.set(place, line);
    return line.turn();
  };
}
