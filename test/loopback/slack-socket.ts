/** Socket Mode: https://docs.slack.dev/apis/events-api/using-socket-mode */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Fields, isFields } from './slack-schema.ts';
import { APP } from './slack-workspace.ts';

/** After this, the person sees that the app did not answer. */
const ACK_MS = 3000;

export interface Ack {
  envelope_id: string;
  type: EnvelopeType;
  payload: Fields;
  latencyMs: number;
  late: boolean;
}
type EnvelopeType = 'slash_commands' | 'events_api' | 'interactive';
export interface Envelope {
  id: string;
  type: EnvelopeType;
  payload: Fields;
  sentAt: number[];
  acks: Ack[];
  acked: Promise<Ack>;
  settle: (ack: Ack) => void;
}
export interface Retry {
  retry_attempt: number;
  retry_reason: string;
}

const FIRST: Retry = { retry_attempt: 0, retry_reason: '' };
const AGAIN: Retry = { retry_attempt: 1, retry_reason: 'timeout' };

export class Sockets {
  readonly acks: Ack[] = [];
  onAck: (envelope: Envelope, ack: Ack) => void = () => {};
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Set<string>();
  readonly #envelopes = new Map<string, Envelope>();
  #open: WebSocket[] = [];
  /** Events that came while no one was connected: Slack tries them again later. */
  #missed: Envelope[] = [];
  #waiting: (() => void)[] = [];
  #turn = 0;

  get count(): number {
    return this.#open.length;
  }

  /** For apps.connections.open: an address that works once. */
  ticket(host: string): string {
    const ticket = crypto.randomUUID();
    this.#tickets.add(ticket);
    return `ws://${host}/link/?ticket=${ticket}&app_id=${APP}`;
  }

  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = URL.parse(req.url ?? '', 'http://loopback')?.searchParams.get('ticket') ?? '';
    if (!this.#tickets.delete(ticket)) return void socket.destroy();
    this.#server.handleUpgrade(req, socket, head, (ws) => this.#welcome(ws));
  }

  connected(): Promise<void> {
    return new Promise((resolve) => (this.#open.length > 0 ? resolve() : this.#waiting.push(resolve)));
  }

  envelope(type: EnvelopeType, payload: Fields): Envelope {
    const id = crypto.randomUUID();
    const { promise: acked, resolve: settle } = Promise.withResolvers<Ack>();
    const envelope: Envelope = { id, type, payload, sentAt: [], acks: [], acked, settle };
    this.#envelopes.set(id, envelope);
    return envelope;
  }

  /** Sends an envelope that was sent before; `acked` is then the next acknowledgement. */
  again(id: string, retry: Retry): Envelope {
    const envelope = this.#envelopes.get(id);
    if (!envelope) throw new Error(`slack loopback: no envelope ${id}`);
    ({ promise: envelope.acked, resolve: envelope.settle } = Promise.withResolvers<Ack>());
    this.send(envelope, retry);
    return envelope;
  }

  /** To one of the connections, each in turn. Without any, an event waits; anything else fails in the person's face. */
  send(envelope: Envelope, retry: Retry = FIRST): void {
    const ws = this.#open[this.#turn++ % this.#open.length];
    if (ws) this.#put(ws, envelope, retry);
    else if (envelope.type === 'events_api') this.#missed.push(envelope);
    else throw new Error('slack loopback: no connection, the person sees dispatch_failed');
  }

  /** What Slack says before it recycles a connection. The client closes it and comes back. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void {
    for (const ws of this.#open)
      ws.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'loopback' } }));
  }

  /** Says goodbye to everyone, and cuts off who does not answer in time. */
  async close(ms = 50): Promise<void> {
    const gone = this.#open.map((ws) => new Promise<void>((resolve) => ws.once('close', () => resolve())));
    for (const ws of this.#open) ws.close(1001);
    const cut = setTimeout(() => this.drop(), ms);
    await Promise.all(gone);
    clearTimeout(cut);
  }

  /** Cuts every connection without a word. */
  drop(): void {
    for (const ws of this.#open) ws.terminate();
  }

  #welcome(ws: WebSocket): void {
    this.#open.push(ws);
    ws.on('message', (data) => this.#hear(String(data)));
    ws.on('error', () => ws.terminate());
    ws.on('close', () => {
      this.#open = this.#open.filter((other) => other !== ws);
    });
    const debug_info = { host: 'loopback', build_number: 1, approximate_connection_time: 18_060 };
    const connection_info = { app_id: APP };
    ws.send(JSON.stringify({ type: 'hello', num_connections: this.#open.length, debug_info, connection_info }));
    for (const envelope of this.#missed.splice(0)) this.#put(ws, envelope, AGAIN);
    for (const tell of this.#waiting.splice(0)) tell();
  }

  #put(ws: WebSocket, envelope: Envelope, retry: Retry): void {
    const { id, type, payload } = envelope;
    envelope.sentAt.push(performance.now());
    const events = type === 'events_api';
    const accepts_response_payload = type === 'slash_commands' || payload.type === 'view_submission';
    ws.send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload, ...(events && retry) }));
  }

  #hear(data: string): void {
    const said: unknown = JSON.parse(data);
    if (!isFields(said)) return;
    const envelope = this.#envelopes.get(String(said.envelope_id));
    if (!envelope) return;
    const latencyMs = performance.now() - (envelope.sentAt.at(-1) ?? 0);
    const payload = isFields(said.payload) ? said.payload : {};
    const ack: Ack = { envelope_id: envelope.id, type: envelope.type, payload, latencyMs, late: latencyMs > ACK_MS };
    envelope.acks.push(ack);
    this.acks.push(ack);
    this.onAck(envelope, ack);
    envelope.settle(ack);
  }
}
