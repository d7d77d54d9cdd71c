// Snowflakes: https://docs.discord.com/developers/reference#snowflakes
// Tests speak of 'C1' and 'U1'; on the wire each such name has one 19-digit id (discord.js recognises 17 to 19 digits).

const EPOCH = 1_420_070_400_000;

export class Ids {
  readonly #now: () => number;
  readonly #ids = new Map<string, string>();
  readonly #names = new Map<string, string>();
  #last = 0n;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A new id, later than every one before. */
  next(): string {
    const wanted = BigInt(Math.trunc(this.#now()) - EPOCH) << 22n;
    this.#last = wanted > this.#last ? wanted : this.#last + 1n;
    return String(this.#last);
  }

  /** The id behind a name (an id stands for itself). */
  of(nameOrId: string): string {
    if (/^\d{17,19}$/.test(nameOrId)) return nameOrId;
    const known = this.#ids.get(nameOrId);
    if (known !== undefined) return known;
    const id = this.next();
    this.#ids.set(nameOrId, id);
    this.#names.set(id, nameOrId);
    return id;
  }

  /** The name that tests gave, or the id itself. */
  name(id: string): string {
    return this.#names.get(id) ?? id;
  }
}

export const timeOf = (id: string): number => Number(BigInt(id) >> 22n) + EPOCH;
