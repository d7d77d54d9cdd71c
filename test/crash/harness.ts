import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import type { Delivery, DeliveryStatus } from '../../src/core/delivery.ts';
import { isOpen } from '../../src/core/delivery-step.ts';
import type { State } from '../../src/core/state.ts';
import type { Subscription } from '../../src/core/subscription.ts';
import { openState } from '../../src/state/open.ts';
import type { PostgresServer } from '../support/postgres.ts';
import { type Chat, type ChatName, type History, openChat } from './chats.ts';
import { type Database, openPostgres, openSqlite } from './databases.ts';
import { makeFolder, minute, settingsIn, weekly } from './makings.ts';
import { type Program, startProgram } from './program.ts';

/** What became of a subscription's digests. */
export interface Arrival {
  readonly channel: string;
  /** How many messages stand in its channel. */
  readonly posts: number;
  /** Of its latest delivery; undefined where there is none. */
  readonly status: DeliveryStatus | undefined;
  readonly attempts: number | undefined;
  readonly reason: string | undefined;
  /** How many direct messages about this channel its maker got. */
  readonly told: number;
}

/** A platform, a database, and programs that come and go. Everything ends with it. */
export interface Scene extends AsyncDisposable {
  readonly chat: Chat;
  readonly database: Database;
  readonly state: State;
  /** What the clock of a program started now shows. */
  now(): number;
  /** Time passes: for the next programs, and for what the platform forgets. */
  pass(ms: number): void;
  /** The clock of the machine is set: that of the platform is not. */
  setClock(ms: number): void;
  /** Adds a subscription with a channel of its own, due some time ago (two minutes unless told). */
  subscribe(over?: { readonly ago?: number } & Partial<Subscription>): Promise<Subscription>;
  /** Starts the program, its clock so far ahead of the scene's. */
  start(more?: number): Program;
  /** Starts the program, waits until there is nothing to do, and stops it. */
  run(): Promise<void>;
  /** Waits until something is so, while a program runs. Rejects where the program ends by itself, or it takes too long. */
  until(isSo: () => boolean | Promise<boolean>, program: Program): Promise<void>;
  /** Whether nothing is due or on its way. */
  isSettled(): Promise<boolean>;
  /** Whether there is nothing to do now: what is on its way waits for its next attempt. */
  isIdle(): Promise<boolean>;
  /** Lets time pass until every lease and every wait is over. */
  passWaits(): Promise<void>;
  /** Runs the program, as often as waits make it necessary, until everything is settled. Rejects where that does not come. */
  settle(): Promise<void>;
  arrivals(): Promise<Arrival[]>;
}

export interface Setting {
  readonly chat: ChatName;
  /** Undefined: a SQLite file. */
  readonly server?: PostgresServer | undefined;
  readonly history?: History;
}

/** How often the program may be started before its deliveries must be settled. */
const mostRounds = 12;
/** How long the program may take to get anywhere, on a busy machine, in milliseconds. */
const patience = 150_000;

export async function openScene({ chat: name, server, history = 'open' }: Setting): Promise<Scene> {
  const folder = makeFolder();
  const chat = await openChat(name, history);
  const database = server ? await openPostgres(server) : openSqlite(folder);
  const state = await openState(database.url);
  const subscriptions: Subscription[] = [];
  const programs: Program[] = [];
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const env = { ...chat.env, ...settingsIn(folder), DATABASE_URL: database.url };

  const latest = async ({ id }: Subscription) => (await state.deliveriesOf(id, 1))[0];
  /** One after the other: a server has no connections to waste. */
  async function open(): Promise<Delivery[]> {
    const found: Delivery[] = [];
    for (const subscription of subscriptions) {
      const delivery = await latest(subscription);
      if (delivery && isOpen(delivery)) found.push(delivery);
    }
    return found;
  }
  const isDue = async () => (await state.dueSubscriptions(now(), 1)).length > 0;

  const scene: Scene = {
    chat,
    database,
    state,
    now,
    pass(ms) {
      ahead += ms;
      chat.pass(ms);
    },
    setClock(ms) {
      ahead += ms;
    },
    async subscribe({ ago = 2 * minute, ...over } = {}) {
      const id = `s${subscriptions.length}`;
      const place = { platform: name, workspace: chat.workspace, channel: chat.addChannel(`c${id}`) };
      const subscription = { ...weekly(id, now() - ago), ...place, madeBy: chat.subscriber, ...over };
      subscriptions.push(subscription);
      await state.addSubscription(subscription);
      return subscription;
    },
    start(more = 0) {
      const program = startProgram({ folder, env, ahead: ahead + more });
      programs.push(program);
      return program;
    },
    async run() {
      const program = scene.start();
      await scene.until(() => isUp(program), program);
      await scene.until(scene.isIdle, program);
      await program.stop();
    },
    async until(isSo, program) {
      const deadline = performance.now() + patience;
      for (;;) {
        const isLate = program.end !== undefined || performance.now() > deadline;
        if (await isSo()) return;
        if (isLate) {
          const calls = chat.calls().slice(-20);
          throw new Error(inspect({ isSo, arrivals: await scene.arrivals(), calls, printed: program.printed }));
        }
        await sleep(20);
      }
    },
    async isSettled() {
      return !(await isDue()) && (await open()).length === 0;
    },
    async isIdle() {
      return !(await isDue()) && !(await open()).some((each) => isInHand(each, now()));
    },
    async passWaits() {
      const until = (await open()).map(freeFrom);
      scene.pass(Math.max(0, ...until.map((instant) => instant + 1000 - now())));
    },
    async settle() {
      for (let round = 0; round < mostRounds; round++) {
        await scene.passWaits();
        await scene.run();
        if (await scene.isSettled()) return;
      }
      throw new Error(`not settled: ${inspect(await scene.arrivals())}`);
    },
    async arrivals() {
      const found: Arrival[] = [];
      for (const subscription of subscriptions) {
        const { channel } = subscription;
        const told = chat.told().filter((text) => text.includes(channel)).length;
        const { status, attempts, reason } = (await latest(subscription)) ?? {};
        found.push({ channel, posts: chat.postsIn(channel), status, attempts, reason, told });
      }
      return found;
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(programs.filter(({ end }) => end === undefined).map((program) => program.kill()));
      await Promise.all([state.close(), database.close(), chat.close()]);
      rmSync(folder, { recursive: true });
    },
  };
  return scene;
}

/** Whether a program has begun its first beat. */
function isUp({ printed }: Program): boolean {
  return printed.includes('the bot is running');
}

/** When an open delivery is free for any process. */
function freeFrom({ notBefore, leaseUntil = notBefore }: Delivery): number {
  return Math.max(notBefore, leaseUntil);
}

/** Whether an open delivery can be taken up, or somebody is at it. One that waits for its next attempt is not. */
function isInHand(delivery: Delivery, now: number): boolean {
  const { notBefore, leaseUntil = notBefore } = delivery;
  return notBefore !== leaseUntil || notBefore <= now;
}
