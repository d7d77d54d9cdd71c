import type { PostOutcome } from './platform.ts';

/** A queue of one platform's deliveries. */
export interface Lane {
  /** Begins a task as soon as there is room for it; ends when it has begun. */
  add(task: () => Promise<void>): Promise<void>;
  note(outcome: PostOutcome): void;
  /** Whether the last posts, as many as the lane is wide, all got no answer or were told to wait: no use to go on in this round. */
  isDown(): boolean;
}

/** One lane a platform, each with at most `width` tasks at a time. */
export interface Lanes {
  of(platform: string): Lane;
  /** Ends when all tasks have. */
  drained(): Promise<void>;
}

/** Lanes for one round of deliveries. Tasks must not reject. */
export function createLanes(width: number): Lanes {
  const lanes = new Map<string, Lane & { running: Set<Promise<void>> }>();
  return {
    of(platform) {
      const lane = lanes.get(platform) ?? createLane(width);
      lanes.set(platform, lane);
      return lane;
    },
    async drained() {
      await Promise.all([...lanes.values()].flatMap(({ running }) => [...running]));
    },
  };
}

function createLane(width: number) {
  const running = new Set<Promise<void>>();
  let unanswered = 0;
  return {
    running,
    async add(task: () => Promise<void>): Promise<void> {
      while (running.size >= width) await Promise.race(running);
      const run = task().finally(() => running.delete(run));
      running.add(run);
    },
    note({ kind }: PostOutcome): void {
      unanswered = kind === 'uncertain' || kind === 'wait' ? unanswered + 1 : 0;
    },
    isDown: () => unanswered >= width,
  };
}
