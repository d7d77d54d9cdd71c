import type { State } from '../core/state.ts';
import type { Store } from '../core/store.ts';

export interface UnansweredParts {
  readonly state: State;
  readonly store: Store;
  readonly write: (text: string) => void;
}

/** `unanswered`: how often people asked what no fact covers, by topic and language, most often first: what editors should add. */
export async function unansweredCommand({ state, store, write }: UnansweredParts): Promise<number> {
  const counted = (await state.unanswered()).toSorted((a, b) => b.count - a.count);
  if (counted.length === 0) write('No question has gone unanswered yet.\n');
  for (const { topic, lang, count, texts } of counted) {
    write(`${String(count).padStart(5)}  ${lang}  ${store.topic(topic)?.name.en ?? 'no topic named'}\n`);
    for (const text of texts) write(`          ${JSON.stringify(text)}\n`);
  }
  return 0;
}
