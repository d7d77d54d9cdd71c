/** trigger_id: what lets an app open a view for the person who just acted. */
import { Refusal } from './slack-refusal.ts';

/** A trigger is good for three seconds, once. */
const TRIGGER_MS = 3000;

export class Triggers {
  readonly #made = new Map<string, number>();
  readonly #used = new Set<string>();

  make(): string {
    const id = `${Date.now()}.${this.#made.size + 1}.${crypto.randomUUID().replaceAll('-', '')}`;
    this.#made.set(id, Date.now());
    return id;
  }

  use(id: string): void {
    const made = this.#made.get(id);
    if (made === undefined) throw new Refusal('invalid_trigger_id');
    if (this.#used.has(id)) throw new Refusal('exchanged_trigger_id');
    if (Date.now() - made > TRIGGER_MS) throw new Refusal('expired_trigger_id');
    this.#used.add(id);
  }
}
