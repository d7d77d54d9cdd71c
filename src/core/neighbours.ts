import { nearnessIn } from './nearest.ts';
import type { Readings } from './readings.ts';
import type { Weighed } from './worth.ts';

/** Finds how near the nearest known question of each fact is, from 0 to 1; facts without a near one are left out. */
export function createNeighbours(
  { questions, owners }: Pick<Readings, 'questions' | 'owners'>,
  worths: Float32Array,
): (asked: readonly Weighed[]) => Map<number, number> {
  const nearness = nearnessIn(questions, worths);

  return (asked) => {
    const nearest = new Map<number, number>();
    nearness(asked, (question, near) => {
      for (const fact of owners[question] ?? []) {
        if (near > (nearest.get(fact) ?? 0)) nearest.set(fact, near);
      }
    });
    return nearest;
  };
}
