import { Refusal } from './discord-errors.ts';

// Invalid Form Body (50035): every problem at once, each at its path, as
// https://docs.discord.com/developers/reference#error-messages shows it.

export type Json = Record<string, unknown>;
type Key = string | number;
type Problem = { path: Key[]; code: string; message: string };

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Discord counts code points, not UTF-16 units. */
export const lengthOf = (text: string): number => [...text].length;

export class Form {
  readonly #problems: Problem[];
  readonly #path: Key[];

  constructor(problems: Problem[] = [], path: Key[] = []) {
    this.#problems = problems;
    this.#path = path;
  }

  at(...keys: Key[]): Form {
    return new Form(this.#problems, [...this.#path, ...keys]);
  }

  refuse(code: string, message: string): void {
    this.#problems.push({ path: this.#path, code, message });
  }

  /** The value as text, if it is a text of `min` to `max` characters; what is wrong is noted. */
  text(value: unknown, min: number, max: number): string | undefined {
    if (value === undefined || value === null) {
      if (min > 0) this.refuse('BASE_TYPE_REQUIRED', 'This field is required');
      return undefined;
    }
    if (typeof value !== 'string') {
      this.refuse('STRING_TYPE_CONVERT', `Could not interpret "${JSON.stringify(value)}" as string.`);
      return undefined;
    }
    this.#length(lengthOf(value), min, max);
    return value;
  }

  list(value: unknown, min: number, max: number): unknown[] {
    if (!Array.isArray(value)) {
      this.refuse('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
      return [];
    }
    this.#length(value.length, min, max);
    return value;
  }

  oneOf(value: unknown, choices: readonly unknown[]): void {
    if (!choices.includes(value)) {
      this.refuse('BASE_TYPE_CHOICES', `Value must be one of {${choices.map(String).join(', ')}}.`);
    }
  }

  url(value: unknown, schemes: string[]): void {
    const text = this.text(value, 1, 2048);
    if (text === undefined) return;
    const scheme = URL.parse(text)?.protocol.slice(0, -1);
    if (scheme === undefined) this.refuse('URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    else if (!schemes.includes(scheme)) {
      const known = schemes.map((known) => `'${known}'`).join(', ');
      this.refuse('URL_TYPE_INVALID_SCHEME', `Scheme "${scheme}" is not supported. Scheme must be one of (${known}).`);
    }
  }

  throwIfRefused(): void {
    if (this.#problems.length === 0) return;
    const errors: Json = {};
    for (const { path, code, message } of this.#problems) {
      const found = leaf(errors, path)._errors;
      if (Array.isArray(found)) found.push({ code, message });
      else leaf(errors, path)._errors = [{ code, message }];
    }
    throw new Refusal(400, { message: 'Invalid Form Body', code: 50035, errors });
  }

  #length(length: number, min: number, max: number): void {
    if (length >= min && length <= max) return;
    if (min > 0) this.refuse('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    else this.refuse('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  }
}

function leaf(errors: Json, path: Key[]): Json {
  let here = errors;
  for (const key of path) {
    const next = here[key];
    if (isJson(next)) here = next;
    else {
      const fresh: Json = {};
      here[key] = fresh;
      here = fresh;
    }
  }
  return here;
}
