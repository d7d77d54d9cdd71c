import type { PostOutcome } from './platform.ts';

/** The deliveries of one platform that are in hand. */
export interface Lane {
  /** Ends when there is room for one more. */
  room(): Promise<void>;
  /** Takes a delivery in hand until it ends. It must not reject. */
  add(delivery: Promise<void>): void;
  /** Ends when all have. */
  drained(): Promise<void>;
  note(outcome: PostOutcome): void;
  /** Whether the last posts, as many as the lane is wide, all got no answer or were told to wait: no use to go on in this round. */
  isDown(): boolean;
}

/** A lane for one round of deliveries, at most `width` at a time. */
export function createLane(width: number): Lane {
  const running = new Set<Promise<void>>();
  let unanswered = 0;
  return {
    async room() {
      while (running.size >= width) await Promise.race(running);
    },
    add(delivery) {
      const run = delivery.finally(() => running.delete(run));
      running.add(run);
    },
    async drained() {
      await Promise.all(running);
    },
    note({ kind }) {
      unanswered = kind === 'uncertain' || kind === 'wait' ? unanswered + 1 : 0;
    },
    isDown: () => unanswered >= width,
  };
}
