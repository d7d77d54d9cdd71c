/** A documented `ok: false` of the Web API. */
import type { Fields } from './slack-schema.ts';

export class Refusal extends Error {
  readonly body: Fields;

  constructor(error: string, more: Fields = {}) {
    super(error);
    this.body = { ok: false, error, ...more };
  }
}

/** Refused with the list of what is wrong, as Slack does it for blocks, views and arguments. */
export const refusedFor = (error: string, problems: string[]): Refusal =>
  new Refusal(error, {
    ...(error === 'invalid_blocks' && { errors: problems }),
    response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
  });
