/** What a parameter of a statement can be. Instants are integer milliseconds, documents are JSON text. */
export type Value = string | number | null;

/** A row as the database gives it; `rows.ts` says what is in it. */
export type Row = Readonly<Record<string, unknown>>;

/** Runs one statement with parameters `$1`, `$2` … and gives its rows, none for a statement without `returning`. */
export interface Queries {
  query(sql: string, values?: readonly Value[]): Promise<readonly Row[]>;
}

/** Statements, and several of them as one. */
export interface Writing extends Queries {
  /** Runs statements as one: all of them count where `work` gives a value, none where it gives undefined or throws. */
  transaction<T>(work: (tx: Queries) => Promise<T | undefined>): Promise<T | undefined>;
}

/** A database, as far as the two differ. The SQL is the same for both; rejections say `state: …` and carry their cause. */
export interface Driver extends Writing {
  /**
   * The same, where the answer need not wait for the disk: the end of a process loses nothing of it, a power cut may lose the latest, together
   * with all that came after it. Whatever is then written the usual way takes it along.
   */
  readonly soon: Writing;
  /** A transaction that waits until no other process is inside one of these: for changes of the schema. */
  exclusively<T>(work: (tx: Queries) => Promise<T | undefined>): Promise<T | undefined>;
  /** Ends a `select` of a transaction whose rows nobody else may change before its end. */
  readonly forUpdate: string;
  /** Ends a `select` that picks one row of a queue, so that others pick the next one instead of waiting for it. */
  readonly skipLocked: string;
  close(): Promise<void>;
}

/** Wraps what a database threw. The statement holds no values, so nothing private can be in the message. */
export function failed(what: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
  return new Error(`state: ${what.trim().replace(/\s+/g, ' ').slice(0, 120)}: ${reason}`, { cause });
}
