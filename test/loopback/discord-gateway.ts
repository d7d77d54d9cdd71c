import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { isJson, type Json } from './discord-form.ts';
import { applicationJson, guildCreateJson, userJson } from './discord-shapes.ts';
import type { World } from './discord-world.ts';

// The Gateway, version 10, JSON, uncompressed: https://docs.discord.com/developers/events/gateway

export const INTENT = { none: 0, guilds: 1, guildMessages: 1 << 9, directMessages: 1 << 12 };
/** GuildMembers, GuildPresences, MessageContent: this application was not approved for any. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalidSession: 9,
  hello: 10,
  ack: 11,
  sounds: 31,
};
const IGNORED = [OP.presence, OP.voice, OP.members, OP.sounds];
const HEARTBEAT_MS = 41_250;

interface Session {
  id: string;
  intents: number;
  sent: Json[];
  socket: WebSocket | undefined;
}

export class Gateway {
  readonly #world: World;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, Session>();
  readonly #arrivals = new Set<() => void>();
  /** ws://127.0.0.1:port, once it listens. */
  url = '';
  /** Everything that clients said, and how connections ended. */
  readonly log: string[] = [];

  constructor(world: World, http: Server) {
    this.#world = world;
    http.on('upgrade', (request, socket, head) => {
      this.#server.handleUpgrade(request, socket, head, (client) => this.#greet(client, request));
    });
  }

  get online(): Session[] {
    return [...this.#sessions.values()].filter((session) => session.socket);
  }

  /** Resolves when a client is identified (or resumed). */
  async connected(): Promise<void> {
    if (this.online.length > 0) return;
    await new Promise<void>((resolve) => this.#arrivals.add(resolve));
  }

  /** To every session that asked for it; those that are away get it when they resume. */
  dispatch(event: string, data: Json, intent: number): void {
    for (const session of this.#sessions.values()) {
      if (intent === INTENT.none || (session.intents & intent) !== 0) this.#send(session, event, data);
    }
  }

  /** Cuts every connection; sessions stay and can be resumed (4000), or not (4009 and the like end them). */
  drop(code = 4000, resumable = true): void {
    for (const session of this.online) {
      session.socket?.close(code);
      session.socket = undefined;
      if (!resumable) this.#sessions.delete(session.id);
    }
  }

  /** op 9: the session is over. */
  invalidate(): void {
    for (const session of this.online) {
      say(session.socket, OP.invalidSession, false);
      this.#sessions.delete(session.id);
    }
  }

  /** op 7: please reconnect and resume. */
  askToReconnect(): void {
    for (const session of this.online) say(session.socket, OP.reconnect, null);
  }

  close(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }

  #greet(client: WebSocket, request: IncomingMessage): void {
    client.on('error', (error) => this.log.push(`error ${error.message}`));
    client.on('message', (data) => this.#orHangUp(client, () => this.#hear(client, parse(String(data)))));
    client.on('close', (code) => this.#left(client, code));
    this.#orHangUp(client, () => {
      const query = new URL(request.url ?? '/', 'ws://loopback').searchParams;
      if (query.get('v') !== '10') throw new HangUp(4012, 'Invalid API version');
      if ((query.get('encoding') ?? 'json') !== 'json') throw new HangUp(4002, 'only JSON is spoken here');
      say(client, OP.hello, { heartbeat_interval: HEARTBEAT_MS });
    });
  }

  #orHangUp(client: WebSocket, act: () => void): void {
    try {
      act();
    } catch (error) {
      const { code, reason } = error instanceof HangUp ? error : { code: 4000, reason: String(error) };
      this.log.push(`refused ${code} ${reason}`);
      client.close(code, reason);
    }
  }

  #hear(client: WebSocket, { op, d }: Json): void {
    const data = isJson(d) ? d : {};
    const session = this.online.find((session) => session.socket === client);
    this.log.push(`op ${String(op)}`);
    if (op === OP.heartbeat) say(client, OP.ack);
    else if (op === OP.identify && session) throw new HangUp(4005, 'Already authenticated');
    else if (op === OP.identify) this.#identify(client, data);
    else if (op === OP.resume) this.#resume(client, data);
    else if (!session) throw new HangUp(4003, 'Not authenticated');
    else if (!IGNORED.includes(Number(op))) throw new HangUp(4001, 'Unknown opcode');
  }

  #identify(client: WebSocket, { token, intents }: Json): void {
    if (token !== this.#world.token) throw new HangUp(4004, 'Authentication failed.');
    if (typeof intents !== 'number' || intents < 0) throw new HangUp(4013, 'Invalid intent(s).');
    if ((intents & PRIVILEGED) !== 0) throw new HangUp(4014, 'Disallowed intent(s).');
    const session: Session = { id: randomUUID(), intents, sent: [], socket: client };
    this.#sessions.set(session.id, session);
    const guilds = [...this.#world.guilds.values()].filter((guild) => guild.joined);
    this.#send(session, 'READY', {
      v: 10,
      user: userJson(this.#world.bot),
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.url,
      shard: [0, 1],
      application: applicationJson(this.#world),
    });
    const asked = (intents & INTENT.guilds) !== 0;
    for (const guild of asked ? guilds : []) this.#send(session, 'GUILD_CREATE', guildCreateJson(this.#world, guild));
    this.#arrived();
  }

  #resume(client: WebSocket, { token, session_id, seq }: Json): void {
    if (token !== this.#world.token) throw new HangUp(4004, 'Authentication failed.');
    const session = this.#sessions.get(String(session_id));
    if (!session) {
      say(client, OP.invalidSession, false);
      return;
    }
    if (Number(seq) > session.sent.length) throw new HangUp(4007, 'Invalid seq');
    session.socket?.terminate();
    session.socket = client;
    for (const missed of session.sent.slice(Number(seq))) client.send(JSON.stringify(missed));
    this.#send(session, 'RESUMED', {});
    this.#arrived();
  }

  #send(session: Session, event: string, data: Json): void {
    const payload = { op: OP.dispatch, t: event, s: session.sent.length + 1, d: structuredClone(data) };
    session.sent.push(payload);
    session.socket?.send(JSON.stringify(payload));
  }

  #arrived(): void {
    for (const resolve of this.#arrivals) resolve();
    this.#arrivals.clear();
  }

  #left(client: WebSocket, code: number): void {
    this.log.push(`closed ${code}`);
    const session = this.online.find((session) => session.socket === client);
    if (!session) return;
    session.socket = undefined;
    if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
  }
}

class HangUp extends Error {
  readonly code: number;
  readonly reason: string;

  constructor(code: number, reason: string) {
    super(reason);
    this.code = code;
    this.reason = reason;
  }
}

function say(client: WebSocket | undefined, op: number, d: unknown = null): void {
  client?.send(JSON.stringify({ op, d, s: null, t: null }));
}

function parse(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : {};
  } catch {
    return {};
  }
}
