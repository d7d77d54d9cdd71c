import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { isErrorName, Refusal, rateLimited, refusal } from './discord-errors.ts';
import type { World } from './discord-world.ts';

// HTTP: takes requests, records them, breaks them as planned, answers.

/** `message` is a post to a channel; the others belong to interactions. */
export type Posting = 'message' | 'callback' | 'followup' | 'edit';

/** lost-reply and 500-after: it stands, the bot is not told. The rest: it does not stand. */
export type Plan =
  | 'lost-reply'
  | '500-after'
  | '500-before'
  | 'cut-before'
  | 'hang'
  | { rateLimit: number; global?: boolean }
  | { error: string };

export interface Recorded {
  method: string;
  path: string;
  query: Record<string, string>;
  body: unknown;
  time: number;
  /** Not there where no answer was given. */
  status?: number;
}

export interface Call {
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
}

export interface Route {
  /** `POST /channels/:channel/messages` */
  on: string;
  posting?: Posting;
  /** Carries its own token in the path, no Authorization. */
  open?: boolean;
  /** What comes back is the JSON answer; nothing is 204. */
  handle: (call: Call) => unknown;
}

/** Called for each posting call, the first is 1. */
export type Hook = (n: number, post: { kind: Posting; path: string; body: unknown }) => void | Promise<void>;

/** A reset (ECONNRESET), which the SDK by default takes as a reason to post again; a plain close it does not. */
const CUT = Symbol('the line is cut');

export class Rest {
  readonly #world: World;
  readonly #routes: Route[];
  readonly requests: Recorded[] = [];
  readonly plans: { plan: Plan; kind: Posting }[] = [];
  onPost: Hook | undefined;
  onPosted: Hook | undefined;
  #posts = 0;

  constructor(world: World, server: Server, routes: Route[]) {
    this.#world = world;
    this.#routes = routes;
    server.on('request', (request, response) => void this.#serve(request, response));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://loopback');
    const [method, query] = [request.method ?? 'GET', Object.fromEntries(url.searchParams)];
    const record: Recorded = { method, path: url.pathname, query, body: undefined, time: this.#world.now() };
    this.requests.push(record);
    response.on('error', () => undefined);
    const answer = (status: number, body?: unknown, headers: Record<string, string> = {}) => {
      record.status = status;
      const type = body === undefined ? {} : { 'content-type': 'application/json' };
      const limits = limitsOf(method, url.pathname);
      response
        .writeHead(status, { ...type, ...limits, ...headers })
        .end(body === undefined ? '' : JSON.stringify(body));
    };
    try {
      record.body = await bodyOf(request);
      const result = await this.#answer(request, record, url.searchParams);
      answer(result === undefined ? 204 : 200, result);
    } catch (error) {
      if (error === CUT) request.socket.resetAndDestroy();
      else if (error instanceof Refusal) answer(error.status, error.body, error.headers);
      else {
        this.#world.failures.push(`loopback discord is broken: ${String(error)}`);
        answer(500, { message: String(error), code: 0 });
      }
    }
  }

  async #answer(request: IncomingMessage, record: Recorded, query: URLSearchParams): Promise<unknown> {
    const [, version, path] = record.path.match(/^\/api\/(v\d+)(\/.*)$/) ?? [];
    if (version !== 'v10' || path === undefined) throw refusal('InvalidAPIVersionProvided');
    const found = this.#routes.flatMap((route) => {
      const params = match(route.on, `${record.method} ${path}`);
      return params ? [{ route, params }] : [];
    })[0];
    if (!found) {
      this.#world.failures.push(`the loopback does not know ${record.method} ${path}`);
      throw refusal('NotFound');
    }
    const { route, params } = found;
    const authorized = request.headers.authorization === `Bot ${this.#world.token}`;
    if (!route.open && !authorized) throw refusal('Unauthorized');
    const call = { params, query, body: record.body };
    return route.posting ? this.#post(route, call, path) : route.handle(call);
  }

  async #post(route: Route, call: Call, path: string): Promise<unknown> {
    const kind = route.posting ?? 'message';
    const n = ++this.#posts;
    const post = { kind, path, body: call.body };
    await this.onPost?.(n, post);
    const plan = this.#takePlan(kind);
    await before(plan);
    const result = await route.handle(call);
    await this.onPosted?.(n, post);
    if (plan === 'lost-reply') throw CUT;
    if (plan === '500-after') throw refusal('InternalServerError');
    return result;
  }

  #takePlan(kind: Posting): Plan | undefined {
    const index = this.plans.findIndex((planned) => planned.kind === kind);
    return index < 0 ? undefined : this.plans.splice(index, 1)[0]?.plan;
  }
}

async function before(plan: Plan | undefined): Promise<void> {
  if (plan === 'cut-before') throw CUT;
  if (plan === '500-before') throw refusal('InternalServerError');
  if (plan === 'hang') await new Promise(() => undefined);
  if (typeof plan !== 'object') return;
  if ('rateLimit' in plan) throw rateLimited(plan.rateLimit, plan.global);
  if (isErrorName(plan.error)) throw refusal(plan.error);
}

function match(on: string, asked: string): Record<string, string> | undefined {
  const [wanted, given] = [on.split('/'), asked.split('/')];
  if (wanted.length !== given.length) return undefined;
  const pairs = wanted.map((part, index) => [part, decodeURIComponent(given[index] ?? '')] as const);
  if (pairs.some(([part, value]) => !part.startsWith(':') && part !== value)) return undefined;
  return Object.fromEntries(
    pairs.filter(([part]) => part.startsWith(':')).map(([part, value]) => [part.slice(1), value]),
  );
}

/** Generous, so that the SDK never waits by itself; use a plan to see it limited. */
function limitsOf(method: string, path: string): Record<string, string> {
  const bucket = Buffer.from(`${method} ${path.replaceAll(/\d{17,19}/g, ':id')}`).toString('base64url');
  return {
    'x-ratelimit-limit': '50',
    'x-ratelimit-remaining': '49',
    'x-ratelimit-reset': (Date.now() / 1000 + 1).toFixed(3),
    'x-ratelimit-reset-after': '1.000',
    'x-ratelimit-bucket': bucket.slice(0, 32),
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('InvalidJSON');
  }
}
