/** response_url: five messages within half an hour. https://docs.slack.dev/interactivity/handling-user-interaction */
import { contentOf } from './slack-content.ts';
import { Refusal } from './slack-refusal.ts';
import type { Fields } from './slack-schema.ts';
import type { Message, Via, Workspace } from './slack-workspace.ts';

const MAX_USES = 5;
const MAX_AGE_MS = 30 * 60_000;

interface Slot {
  id: string;
  channel: string;
  user: string;
  /** The message whose button was clicked. */
  source: Message | undefined;
  made: number;
  uses: number;
}

export class ResponseUrls {
  readonly #slots = new Map<string, Slot>();
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  make(given: Pick<Slot, 'channel' | 'user' | 'source'>): string {
    const id = crypto.randomUUID();
    this.#slots.set(id, { ...given, id, made: Date.now(), uses: 0 });
    return id;
  }

  post(id: string, args: Fields): Fields {
    const slot = this.#slots.get(id);
    if (!slot || Date.now() - slot.made > MAX_AGE_MS) throw new Refusal('expired_url');
    if (slot.uses >= MAX_USES) throw new Refusal('used_url');
    slot.uses += 1;
    if (args.delete_original === true) this.#workspace.remove(this.#source(slot));
    else if (args.replace_original === true) {
      this.#workspace.change(this.#source(slot), { ...contentOf(args), via: 'response_url', args, reply_to: slot.id });
    } else this.#add(slot, args, 'response_url');
    return { ok: true };
  }

  /** An acknowledgement that carries a message. */
  ack(id: string, args: Fields): void {
    const slot = this.#slots.get(id);
    if (slot && Object.keys(args).length > 0) this.#add(slot, args, 'ack');
  }

  #source(slot: Slot): Message {
    const source = slot.source && this.#workspace.find(slot.channel, slot.source.ts);
    if (!source) throw new Refusal('message_not_found');
    return source;
  }

  #add(slot: Slot, args: Fields, via: Via): void {
    const only_for = args.response_type === 'in_channel' ? undefined : slot.user;
    const thread_ts = typeof args.thread_ts === 'string' ? args.thread_ts : undefined;
    const message = { ...contentOf(args), via, args, only_for, thread_ts, reply_to: slot.id };
    this.#workspace.add({ channel: slot.channel, ...message });
  }
}
