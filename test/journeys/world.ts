/** The whole bot on both platforms: real SDKs, loopback platforms, a state in memory, and a clock that only the test moves. */
import { createBot } from '../../src/bot.ts';
import type { Ask } from '../../src/core/ask.ts';
import { defaultPolicy } from '../../src/core/delivery-step.ts';
import type { Log } from '../../src/core/log.ts';
import type { OnAsk } from '../../src/core/platform.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { State } from '../../src/core/state.ts';
import { createDeliverer, type Deliverer } from '../../src/deliver.ts';
import { openState } from '../../src/state/open.ts';
import { createSubscriptions } from '../../src/subscribe.ts';
import { realMind } from '../support/mind.ts';
import { discordStage } from './discord-stage.ts';
import { slackStage } from './slack-stage.ts';
import type { Stage } from './stage.ts';

/** Journeys run on each. */
export const stageNames = ['slack', 'discord'] as const;
type StageName = (typeof stageNames)[number];

/** A Wednesday, 11:00 in Berlin. */
const beginning = Date.parse('2026-12-02T10:00:00Z');

/** What was asked, and what the bot made of it; nothing where it was answered before. */
interface Asked {
  readonly ask: Ask;
  readonly reply: Reply | undefined;
}

export interface World {
  readonly state: State;
  readonly stages: Readonly<Record<StageName, Stage>>;
  /** Everything that reached the bot, once it was answered. */
  readonly asked: readonly Asked[];
  /** Why a platform could not start. */
  readonly broken: ReadonlyMap<string, Error>;
  /** The time by which the bot goes; milliseconds UTC. */
  readonly clock: { now: number };
  /** A deliverer of its own, as another process or the next start would have. */
  newDeliverer(): Deliverer;
  /** What an operator should not have to read, and what the platforms did not take. */
  troubles(): string[];
  close(): Promise<void>;
}

/** The real facts, read once for all worlds of a test file. */
export const mind = realMind();

/** A world with everything connected; with a wrong token, everything but that platform. */
export async function aWorld(wrong: { readonly slack?: string; readonly discord?: string } = {}): Promise<World> {
  const troubles: string[] = [];
  const log = logTo(troubles);
  const clock = { now: beginning };
  const state = await openState('file::memory:');
  const stages = {
    slack: await slackStage(log, wrong.slack),
    discord: await discordStage(log, mind.store, wrong.discord),
  };
  const platforms = new Map(stageNames.map((name) => [stages[name].platform.name, stages[name].platform]));
  let ids = 0;
  const kit = { state, platforms, log, now: () => clock.now, newId: () => `id-${++ids}` };
  const { onDigest } = createSubscriptions({ ...kit, ...mind, managers: [] });
  const answer = createBot({ ...kit, mind, onDigest, language: 'en', keepsUnanswered: false });
  const asked: Asked[] = [];
  const onAsk: OnAsk = async (ask) => {
    const reply = await answer(ask);
    asked.push({ ask, reply });
    return reply;
  };
  const broken = new Map<string, Error>();
  const starts = [...platforms].map(async ([name, platform]) => {
    await platform
      .start({ onAsk, onEvent: () => Promise.resolve() })
      .catch((error: Error) => void broken.set(name, error));
  });
  await Promise.all(starts);
  const all = Object.values(stages);
  return {
    state,
    stages,
    asked,
    broken,
    clock,
    newDeliverer: () =>
      createDeliverer({ ...kit, store: mind.store, owner: `deliverer-${++ids}`, policy: defaultPolicy }),
    troubles: () => [...troubles, ...all.flatMap((stage) => stage.complaints())],
    async close() {
      await Promise.all(all.map((stage) => stage.close()));
      await state.close();
    },
  };
}

function logTo(troubles: string[]): Log {
  const add = (fields: object, message: string) => void troubles.push(`${message} ${JSON.stringify(fields)}`);
  return { info: () => undefined, warn: add, error: add };
}
