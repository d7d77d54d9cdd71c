/** The HTTP side: reads a call, records it, lets the failure plan have its way, answers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endBadly, Failures, isDone, planName, sendJson } from './slack-failures.ts';
import { Refusal } from './slack-refusal.ts';
import { type Fields, isFields } from './slack-schema.ts';

/** One call as it came in. `outcome` is `ok`, the refusal, or the failure plan that met it. */
export interface Call {
  method: string;
  args: Fields;
  at: number;
  outcome: string;
  /** The whole refusal, where there is one. */
  refusal: Fields | undefined;
}
/** What stands behind the server. Both throw a Refusal for what Slack would refuse. */
interface Backend {
  api: (method: string, args: Fields, token: string) => { body: Fields; headers: Record<string, string> };
  respond: (id: string, args: Fields) => Fields;
  posts: (method: string) => boolean;
}
export type Hook = (n: number, call: Call) => void | Promise<void>;

const JSON_ARGS = new Set(['blocks', 'attachments', 'metadata', 'view']);
const TEXT_ARGS = new Set(['text', 'channel', 'user', 'ts']);

/** The SDK sends a form: nested values as JSON, booleans as words. */
const fromForm = (form: URLSearchParams): Fields => {
  const args: Fields = {};
  for (const [key, value] of form) {
    if (JSON_ARGS.has(key)) args[key] = parsed(value) ?? value;
    else if (value === 'true' || value === 'false') args[key] = TEXT_ARGS.has(key) ? value : value === 'true';
    else args[key] = value;
  }
  return args;
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

const readArgs = async (req: IncomingMessage): Promise<Fields> => {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString('utf8');
  if (!req.headers['content-type']?.includes('json')) return fromForm(new URLSearchParams(body));
  const args = parsed(body);
  return isFields(args) ? args : {};
};

export class HttpSide {
  readonly calls: Call[] = [];
  readonly failures = new Failures();
  /** A posting call has come in; nothing is stored yet. */
  onPost: Hook = () => {};
  /** Its message is stored; nothing is answered yet. */
  onStored: Hook = () => {};
  readonly server: Server;
  readonly #backend: Backend;
  #posted = 0;

  constructor(backend: Backend) {
    this.#backend = backend;
    this.server = createServer((req, res) => {
      this.#handle(req, res).catch((error: unknown) => this.#fault(error, req, res));
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as AddressInfo;
    return `127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }

  async #handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const [, door, name = ''] = URL.parse(req.url ?? '', 'http://loopback')?.pathname.split('/') ?? [];
    const { token: inBody, ...args } = await readArgs(req);
    const token = req.headers.authorization?.replace(/^Bearer /, '') ?? String(inBody ?? '');
    if (door === 'api') await this.#exchange(this.#record(name, args), res, () => this.#backend.api(name, args, token));
    else if (door === 'respond') {
      const call = this.#record('response_url', args);
      await this.#exchange(call, res, () => ({ body: this.#backend.respond(name, args), headers: {} }));
    } else sendJson(res, 404, { ok: false, error: 'not_found' });
  }

  /** A client that was killed while it spoke is nobody's fault; a hook or this double that throws is. */
  #fault(error: unknown, req: IncomingMessage, res: ServerResponse): void {
    const outcome = `loopback fault: ${error}`;
    if (req.complete)
      Object.assign(this.#record(req.url ?? '', {}), { outcome, refusal: { ok: false, error: outcome } });
    res.destroy();
  }

  #record(method: string, args: Fields): Call {
    const call: Call = { method, args, at: Date.now(), outcome: 'ok', refusal: undefined };
    this.calls.push(call);
    return call;
  }

  async #exchange(call: Call, res: ServerResponse, work: () => ReturnType<Backend['api']>): Promise<void> {
    const posts = call.method === 'response_url' || this.#backend.posts(call.method);
    const plan = this.failures.take(call.method, posts);
    const n = posts ? ++this.#posted : 0;
    if (posts) await this.onPost(n, call);
    if (plan) call.outcome = planName(plan);
    if (plan && !isDone(plan)) return endBadly(plan, res, undefined);
    const { body, headers } = this.#attempt(call, work);
    if (posts && body.ok) await this.onStored(n, call);
    if (plan) return endBadly(plan, res, body);
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    sendJson(res, this.#status(call, body), body);
  }

  #attempt(call: Call, work: () => ReturnType<Backend['api']>): ReturnType<Backend['api']> {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      call.outcome = error.message;
      call.refusal = error.body;
      return { body: error.body, headers: {} };
    }
  }

  /** The Web API refuses with 200, a response_url with 404 (used up, expired) or 400. */
  #status(call: Call, body: Fields): number {
    if (body.ok || call.method !== 'response_url') return 200;
    return body.error === 'used_url' || body.error === 'expired_url' ? 404 : 400;
  }
}
