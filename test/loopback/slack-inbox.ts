/** Everything the app says, for tests to take one by one: what is not taken is a leftover. */
import type { Message } from './slack-workspace.ts';

export type Filter = Partial<Message> | ((message: Message) => boolean);

const DEFAULT_MS = 2000;

const matcher = (filter: Filter): ((message: Message) => boolean) => {
  if (typeof filter === 'function') return filter;
  const wanted = Object.entries(filter);
  return (message) => wanted.every(([key, value]) => message[key as keyof Message] === value);
};

const line = (m: Message): string =>
  `${m.via} in ${m.channel}${m.thread_ts ? `/${m.thread_ts}` : ''}${m.only_for ? ` for ${m.only_for}` : ''}: ${m.text.slice(0, 80)}`;

/** Settles with the promise, or fails with what `why` says at that time. */
export const within = async <T>(promise: Promise<T>, why: () => string, ms = DEFAULT_MS): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`slack loopback: ${why()}`)), ms);
  });
  return await Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

export class Inbox {
  readonly said: Message[] = [];
  #leftover: Message[] = [];
  #waiting: { match: (message: Message) => boolean; resolve: (message: Message) => void }[] = [];

  get leftovers(): Message[] {
    return [...this.#leftover];
  }

  add(message: Message): void {
    this.said.push(message);
    const waiter = this.#waiting.find(({ match }) => match(message));
    if (!waiter) return void this.#leftover.push(message);
    this.#waiting = this.#waiting.filter((other) => other !== waiter);
    waiter.resolve(message);
  }

  /** The oldest thing not taken yet that fits, or the next one to come. */
  async next(filter: Filter, ms: number | undefined, also: () => string): Promise<Message> {
    const match = matcher(filter);
    const found = this.#leftover.find(match);
    if (found) {
      this.#leftover = this.#leftover.filter((other) => other !== found);
      return found;
    }
    const { promise, resolve } = Promise.withResolvers<Message>();
    const waiter = { match, resolve };
    this.#waiting.push(waiter);
    return await within(promise, () => this.#missing(waiter, also()), ms);
  }

  #missing(waiter: object, also: string): string {
    this.#waiting = this.#waiting.filter((other) => other !== waiter);
    const came = this.said.map(
      (message) => `\n  ${this.#leftover.includes(message) ? '' : '(taken) '}${line(message)}`,
    );
    return `no such message came. What did come:${came.join('') || '\n  nothing'}${also}`;
  }
}
