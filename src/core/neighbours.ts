import { nearnessIn } from './nearest.ts';
import { knownCounts, type Readings } from './readings.ts';

/** How near the known questions of a fact are to a question, each from 0 to 1. */
export interface Neighbours {
  readonly nearest: number;
  /** The mean of the few nearest: one question may be near by chance. */
  readonly mean: number;
}

/** So many of a fact's known questions count, or all where it has fewer. */
const counted = 4;

/** Finds the neighbours that each fact has among its known questions; facts without a near one are left out. */
export function createNeighbours(
  readings: Pick<Readings, 'questions' | 'owners' | 'lengths'>,
  worth: (term: string) => number,
): (asked: readonly string[]) => Map<number, Neighbours> {
  const { questions, owners } = readings;
  const nearness = nearnessIn(questions, worth);
  const known = knownCounts(readings);

  return (asked) => {
    const found = new Map<number, number[]>();
    nearness(asked, (question, near) => {
      for (const fact of owners[question] ?? []) {
        const nearest = found.get(fact);
        if (nearest) insert(nearest, near);
        else found.set(fact, [near]);
      }
    });
    return new Map(found.entries().map(([fact, nearest]) => [fact, neighboursOf(nearest, known[fact] ?? 0)]));
  };
}

function neighboursOf(nearest: readonly number[], known: number): Neighbours {
  const sum = nearest.reduce((total, near) => total + near, 0);
  return { nearest: nearest[0] ?? 0, mean: sum / Math.min(counted, known) };
}

/** Keeps the nearest, nearest first. */
function insert(nearest: number[], near: number): void {
  if (nearest.length === counted && near <= (nearest[counted - 1] ?? 0)) return;
  let at = nearest.length;
  while (at > 0 && near > (nearest[at - 1] ?? 0)) at--;
  nearest.splice(at, 0, near);
  if (nearest.length > counted) nearest.pop();
}
