import type { Policy } from './delivery-step.ts';

/**
 * What a process knows by itself. A slot that came while it was there was posted by nobody else; one from before may have been, by a state that
 * was since restored from a backup, and is looked for before it is sent.
 */
export interface Watch {
  /** A round begins that plans what is due at `due`. */
  begin(due: number, now: number): void;
  /** The process shows that it is there. Where it was silent for long, it may be a copy that was put aside and woken up: it knows nothing of before. */
  note(now: number): void;
  /** The first slot that it knows of. */
  since(): number;
}

export function createWatch({ prompt, silence }: Pick<Policy, 'prompt' | 'silence'>): Watch {
  let there = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let before = Number.POSITIVE_INFINITY;
  let round = { due: Number.POSITIVE_INFINITY, now: Number.POSITIVE_INFINITY };

  function note(now: number): void {
    // A clock that was set, forward or back, makes what it said before worthless.
    if (Math.abs(now - last) > silence) there = now;
    last = now;
  }

  return {
    note,
    begin(due, now) {
      note(now);
      before = round.due;
      round = { due, now };
    },
    // What an earlier round had planned already is due again only where the state was put back while it ran.
    since: () => Math.max(there, Math.min(before, round.now - prompt)),
  };
}
