/** Structured logging as the rest of the program needs it; pino fits it. Never given a token or a person's text. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
