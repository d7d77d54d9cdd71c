import { composeDigest, type Digest } from './digest.ts';
import type { DigestInput } from './digest-draw.ts';
import type { Store } from './store.ts';

/** Composed digests that are kept, the oldest dropped first: enough for the variants of one minute, and little memory. */
const mostKept = 512;

export type Composer = (input: Omit<DigestInput, 'store'>) => Digest;

/** Composes digests, equal ones once: a thousand channels with one wish share one composition. */
export function createComposer(store: Store): Composer {
  const kept = new Map<string, Digest>();
  return (input) => {
    const key = keyOf(input);
    const known = kept.get(key);
    if (known) return known;
    const digest = composeDigest({ ...input, store });
    const [oldest] = kept.keys();
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
    kept.set(key, digest);
    return digest;
  };
}

/** Inputs with one key have one digest, byte for byte: everything that composing reads is in it. */
function keyOf({ subscription, window, told, nextRun }: Omit<DigestInput, 'store'>): string {
  const { topics, lang, schedule, quiet } = subscription;
  const channel = [...told].toSorted();
  return JSON.stringify([topics.toSorted(), lang, schedule.zone, quiet, window.from, window.to, nextRun, channel]);
}
