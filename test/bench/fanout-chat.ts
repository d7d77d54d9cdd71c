/**
 * The loopback platform of fanout.ts, in a process of its own: neither its work nor its memory is the bot's.
 * Says where it is once it has its channels, and to any message what was posted; ends with its parent.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { openChat } from '../crash/chats.ts';

/** Before any answer: a post to the real platforms takes 0.2 to 0.3 s. */
const answerTime = 250;

/** What a bot and its subscriptions need to know of the platform. */
export interface Opened {
  readonly env: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly channels: readonly string[];
}

/** When the posts came in, in milliseconds, and what was refused. */
export interface History {
  readonly received: readonly number[];
  readonly faults: readonly string[];
  /** How long the platform itself stood still at most, in milliseconds: what came in meanwhile it received all at once. */
  readonly pause: number;
}

const chat = await openChat(process.argv[2] === 'slack' ? 'slack' : 'discord');
const channels = Array.from({ length: Number(process.argv[3]) }, (_, index) => chat.addChannel(`c${index}`));
const received: number[] = [];
const pauses = monitorEventLoopDelay({ resolution: 1 });
pauses.enable();
chat.listen({
  async received() {
    received.push(performance.now());
    await sleep(answerTime);
  },
});
process.on('message', () =>
  process.send?.({ received, faults: chat.faults(), pause: pauses.max / 1e6 } satisfies History),
);
process.once('disconnect', () => process.exit());
process.send?.({ env: chat.env, workspace: chat.workspace, channels } satisfies Opened);
