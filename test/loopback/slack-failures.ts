/** What goes wrong with a call, on order. Each plan is used up by one call. */
import type { ServerResponse } from 'node:http';

export type Plan =
  /** Done, then the line is cut before a byte of the answer. */
  | 'lost-reply'
  /** Done, then the line is cut in the middle of the answer. */
  | 'half-reply'
  /** Done, then HTTP 500. */
  | '500-after'
  /** Not done, HTTP 500. */
  | '500-before'
  /** Not done, the line is cut. */
  | 'cut-before'
  /** Not done, never answered until `close()`. */
  | 'hang'
  /** Done, never answered until `close()`. */
  | 'hang-after'
  /** Not done, HTTP 429 with Retry-After. */
  | { rateLimit: number }
  /** Not done, `ok: false` with a documented error. */
  | { error: string };

const DONE = new Set<Plan>(['lost-reply', 'half-reply', '500-after', 'hang-after']);

export const isDone = (plan: Plan | undefined): boolean => plan === undefined || DONE.has(plan);

export const planName = (plan: Plan): string => (typeof plan === 'string' ? plan : JSON.stringify(plan));

/** Plans in order; one without a method means the next call that posts. */
export class Failures {
  readonly #queue: { plan: Plan; method: string | undefined }[] = [];

  add(plan: Plan, method?: string): void {
    this.#queue.push({ plan, method });
  }

  take(method: string, posts: boolean): Plan | undefined {
    const at = this.#queue.findIndex((next) => (next.method === undefined ? posts : next.method === method));
    return at < 0 ? undefined : this.#queue.splice(at, 1)[0]?.plan;
  }
}

export const sendJson = (res: ServerResponse, status: number, body: unknown): void => {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
};

/** Ends the exchange as the plan says; `body` is what the answer would have been. */
export const endBadly = (plan: Plan, res: ServerResponse, body: unknown): void => {
  if (plan === 'hang' || plan === 'hang-after') return;
  if (plan === '500-after' || plan === '500-before') {
    res.writeHead(500, { 'content-type': 'text/plain' }).end('upstream connect error');
  } else if (plan === 'half-reply') {
    const whole = Buffer.from(JSON.stringify(body));
    res.writeHead(200, { 'content-type': 'application/json', 'content-length': whole.length + 1 });
    res.write(whole.subarray(0, whole.length / 2), () => res.destroy());
  } else if (typeof plan === 'string') res.destroy();
  else if ('error' in plan) sendJson(res, 200, { ok: false, error: plan.error });
  else {
    res.setHeader('retry-after', String(plan.rateLimit));
    sendJson(res, 429, { ok: false, error: 'ratelimited' });
  }
};
