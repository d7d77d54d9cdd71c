import { nearnessIn } from './nearest.ts';
import type { Readings } from './readings.ts';
import type { Weighed } from './worth.ts';

/** How near the nearest known question of each fact is. */
export interface Neighbours {
  /** The facts that have a near one. */
  readonly facts: readonly number[];
  /** How near a fact's nearest is, from 0 to 1; 0 where none is near. */
  of(fact: number): number;
}

/** Finds the facts whose known questions are near to a question. What it finds holds until the next time. */
export function createNeighbours(
  { questions, owners, lengths }: Pick<Readings, 'questions' | 'owners' | 'lengths'>,
  worths: Float32Array,
): (asked: readonly Weighed[]) => Neighbours {
  const nearness = nearnessIn(questions, worths);

  const nearest = new Float32Array(lengths.length);
  let facts: number[] = [];

  function tell(question: number, near: number): void {
    for (const fact of owners[question] ?? []) {
      const before = nearest[fact] ?? 0;
      if (before === 0) facts.push(fact);
      if (near > before) nearest[fact] = near;
    }
  }

  return (asked) => {
    for (const fact of facts) nearest[fact] = 0;
    facts = [];
    nearness(asked, tell);
    return { facts, of: (fact) => nearest[fact] ?? 0 };
  };
}
