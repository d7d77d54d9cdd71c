/** The loopback Slack without its verbs: tokens, wiring, records. */
import { changedEvent, EVENT_SCOPES, eventCallback, messageEvent } from './slack-events.ts';
import { type Call, type Hook, HttpSide } from './slack-http.ts';
import { Inbox } from './slack-inbox.ts';
import { answer, METHODS } from './slack-methods.ts';
import { Refusal } from './slack-refusal.ts';
import { ResponseUrls } from './slack-response-url.ts';
import type { Fields } from './slack-schema.ts';
import { type Ack, type Envelope, Sockets } from './slack-socket.ts';
import { type Message, Workspace } from './slack-workspace.ts';

export interface SlackOptions {
  /** The bot token's scopes. */
  scopes?: string[];
  /** The events that the app is subscribed to, named as in the manifest: `app_mention`, `message.im`. */
  events?: string[];
}
/** Something that Slack did not accept: a call, or an acknowledgement. */
export interface Refused {
  what: string;
  error: string;
  body: Fields;
  args: Fields;
}

const SCOPES = `app_mentions:read chat:write commands channels:history channels:read groups:history groups:read
  im:history im:read im:write users:read`.split(/\s+/);
const EVENTS = `app_mention message.im app_uninstalled tokens_revoked channel_archive channel_unarchive channel_left
  group_archive group_unarchive group_left member_joined_channel member_left_channel`.split(/\s+/);

export class SlackServer {
  readonly botToken = 'xoxb-loopback';
  readonly appToken = 'xapp-1-loopback';
  readonly scopes: string[];
  readonly events: string[];
  readonly workspace = new Workspace();
  protected readonly sockets = new Sockets();
  protected readonly inbox = new Inbox();
  protected readonly responses = new ResponseUrls(this.workspace);
  protected readonly http: HttpSide;
  /** Which response_url an envelope's acknowledgement may write to. */
  protected readonly answerable = new Map<string, string>();
  /** What the Web API says to the bot's token since it was revoked. */
  protected revoked: string | undefined;
  readonly #refusedAcks: Refused[] = [];
  #host = '';

  constructor({ scopes = SCOPES, events = EVENTS }: SlackOptions = {}) {
    this.scopes = scopes;
    this.events = events;
    this.http = new HttpSide({
      api: (method, args, token) => this.#api(method, args, token),
      respond: (id, args) => this.responses.post(id, args),
      posts: (method) => METHODS[method]?.posts ?? false,
    });
    this.http.server.on('upgrade', (req, socket, head) => this.sockets.upgrade(req, socket, head));
    this.sockets.onAck = (envelope, ack) => this.#acked(envelope, ack);
    this.workspace.onSaid = (message, before) => this.#said(message, before);
  }

  async listen(): Promise<this> {
    this.#host = await this.http.listen();
    return this;
  }

  async close(): Promise<void> {
    await this.sockets.close();
    await this.http.close();
  }

  get apiUrl(): string {
    return `http://${this.#host}/api/`;
  }

  /** For a bot in a process of its own. */
  get env(): Record<string, string> {
    return { SLACK_BOT_TOKEN: this.botToken, SLACK_APP_TOKEN: this.appToken, SLACK_API_URL: this.apiUrl };
  }

  /** Every call that came in, in order. */
  get calls(): Call[] {
    return this.http.calls;
  }

  /** Every acknowledgement, with its latency. */
  get acks(): Ack[] {
    return this.sockets.acks;
  }

  /** Everything that Slack would not have accepted; failures that a test ordered are not in it. */
  get refused(): Refused[] {
    const calls = this.calls.flatMap(({ method, args, outcome, refusal }) =>
      refusal ? [{ what: method, error: outcome, body: refusal, args }] : [],
    );
    return [...calls, ...this.#refusedAcks];
  }

  set onPost(hook: Hook) {
    this.http.onPost = hook;
  }

  set onStored(hook: Hook) {
    this.http.onStored = hook;
  }

  protected responseUrl(id: string): string {
    return `http://${this.#host}/respond/${id}`;
  }

  /** Puts an event before the app, if it is subscribed to it and has the scope. */
  protected emit(event: Fields, name = String(event.type)): Envelope | undefined {
    const scope = EVENT_SCOPES[name];
    if (!this.events.includes(name) || (scope !== undefined && !this.scopes.includes(scope))) return undefined;
    const envelope = this.sockets.envelope('events_api', eventCallback(event, this.workspace.nextId('Ev')));
    this.sockets.send(envelope);
    return envelope;
  }

  #api(method: string, args: Fields, token: string): { body: Fields; headers: Record<string, string> } {
    if (token === '') throw new Refusal('not_authed');
    if (method === 'apps.connections.open') {
      if (token === this.botToken) throw new Refusal('not_allowed_token_type');
      if (token !== this.appToken) throw new Refusal('invalid_auth');
      return { body: { ok: true, url: this.sockets.ticket(this.#host) }, headers: {} };
    }
    if (token === this.appToken) throw new Refusal('not_allowed_token_type');
    if (token !== this.botToken) throw new Refusal('invalid_auth');
    if (this.revoked) throw new Refusal(this.revoked);
    const body = answer(method, { workspace: this.workspace, args, scopes: this.scopes });
    return { body, headers: { 'x-oauth-scopes': this.scopes.join(',') } };
  }

  /** What the app says comes back to it as an event where it listens, in direct messages always. */
  #said(message: Message, before: Message | undefined): void {
    this.inbox.add(message);
    const channel = this.workspace.channels.get(message.channel);
    if (!channel || message.only_for || this.sockets.count === 0) return;
    const event = before ? changedEvent(message, before, channel) : messageEvent(message, channel);
    this.emit(event, `message.${channel.kind}`);
  }

  #acked(envelope: Envelope, ack: Ack): void {
    const refuse = (error: string, body: Fields = {}): void => {
      this.#refusedAcks.push({ what: `ack of ${envelope.type}`, error, body, args: ack.payload });
    };
    if (ack.late) refuse('operation_timeout');
    const slot = this.answerable.get(envelope.id);
    try {
      if (slot) this.responses.ack(slot, ack.payload);
      else if (Object.keys(ack.payload).length > 0) refuse('payload_ignored');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refuse('invalid_command_response', error.body);
    }
  }
}
