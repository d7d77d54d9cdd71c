import { ANSWER_WITHIN_MS, type Interaction } from './discord-interactions.ts';
import type { Message } from './discord-message.ts';

// Waiting for what the bot says; who waits in vain is told what came instead.

export type Filter = (message: Message) => boolean;

/** What the bot said and no test has looked at yet. */
export class Inbox {
  readonly #context: () => string[];
  readonly #waiting = new Set<() => void>();
  #unread: Message[] = [];

  constructor(context: () => string[]) {
    this.#context = context;
  }

  get unread(): readonly Message[] {
    return this.#unread;
  }

  arrive(message: Message): void {
    this.#unread.push(message);
    for (const look of this.#waiting) look();
  }

  read(message: Message): void {
    this.#unread = this.#unread.filter((other) => other !== message);
  }

  /** The first unread message that fits, now or later. */
  async next(fits: Filter, timeoutMs: number): Promise<Message> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const message = this.#unread.find(fits);
        if (!message) return;
        this.read(message);
        done();
        resolve(message);
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`no such message came within ${timeoutMs} ms.\n${this.describe()}`));
      }, timeoutMs);
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(look);
      };
      this.#waiting.add(look);
      look();
    });
  }

  describe(): string {
    const messages = this.#unread.map((message) => `  ${message.channel}: ${JSON.stringify(message.text)}`);
    return ['Unread messages:', ...(messages.length > 0 ? messages : ['  none']), ...this.#context()].join('\n');
  }
}

/** What a person finally sees of a command or a click. */
export interface Shown {
  message: Message;
  ephemeral: boolean;
  /** From the command or click to the first answer. */
  answeredAfterMs: number;
  /** Whether "thinking …" came first. */
  deferred: boolean;
}

/** A command or a click on its way. */
export class Invocation {
  readonly #interaction: Interaction;
  readonly #inbox: Inbox;

  constructor(interaction: Interaction, inbox: Inbox) {
    this.#interaction = interaction;
    this.#inbox = inbox;
  }

  get id(): string {
    return this.#interaction.id;
  }

  get token(): string {
    return this.#interaction.token;
  }

  get followups(): readonly Message[] {
    return this.#interaction.followups;
  }

  /** The message that the bot finally shows: posted, filled in after "thinking …", or updated. */
  async reply(timeoutMs = ANSWER_WITHIN_MS): Promise<Shown> {
    const interaction = this.#interaction;
    return new Promise((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`${interaction.name}: ${why}.\n${this.#inbox.describe()}`));
      const timer = setTimeout(() => fail(`no reply within ${timeoutMs} ms`), timeoutMs);
      interaction.changed = () => {
        const { shown: message, answer, late } = interaction;
        if (!message && !late) return;
        clearTimeout(timer);
        if (!message || !answer) return fail('"The application did not respond": no answer within 3 s');
        this.#inbox.read(message);
        const deferred = answer.type === 5;
        resolve({ message, ephemeral: message.ephemeral, answeredAfterMs: answer.afterMs, deferred });
      };
      interaction.changed();
    });
  }
}
