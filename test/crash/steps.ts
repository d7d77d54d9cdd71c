import type { DeliveryStatus } from '../../src/core/delivery.ts';
import type { Subscription } from '../../src/core/subscription.ts';
import type { Failure } from './chats.ts';
import type { Write } from './databases.ts';
import type { Scene } from './harness.ts';

/** A step of a delivery at which the program is killed. */
export interface Step {
  readonly name: string;
  /** What goes wrong with the call. */
  readonly failure?: Failure;
  /** The kill comes before this is written, or when the post has come as far as this. */
  readonly at: Write | 'received' | 'stored';
  /** What the kill leaves behind. */
  readonly leaves: { readonly status: DeliveryStatus | undefined; readonly posts: 0 | 1 };
}

/** Writes of a program, in their order. */
const writes = {
  plan: { on: 'insert', when: 'true' },
  claim: { on: 'update', when: 'new.attempts > old.attempts' },
  /** The claim is renewed before each call. */
  call: {
    on: 'update',
    when: "new.status = 'sending' and new.attempts = old.attempts and new.not_before = old.not_before",
  },
  doubt: { on: 'update', when: "new.status = 'sending' and new.not_before > old.not_before" },
  deliver: { on: 'update', when: "new.status = 'delivered'" },
  /** Who made the subscription was told before. */
  fail: { on: 'update', when: "new.status = 'failed'" },
} satisfies Record<string, Write>;

export const stepOf = {
  due: { name: 'before it is planned', at: writes.plan, leaves: { status: undefined, posts: 0 } },
  planned: { name: 'planned', at: writes.claim, leaves: { status: 'planned', posts: 0 } },
  called: { name: 'claimed, before the call', at: writes.call, leaves: { status: 'sending', posts: 0 } },
  stored: { name: 'stored, the reply lost', at: 'stored', leaves: { status: 'sending', posts: 1 } },
  delivered: {
    name: 'after the reply, before the commit',
    at: writes.deliver,
    leaves: { status: 'sending', posts: 1 },
  },
  told: {
    name: 'told that it was refused, before the commit',
    at: writes.fail,
    leaves: { status: 'sending', posts: 0 },
  },
} satisfies Record<string, Step>;

/** Where a post stands and the program has not noted it. */
export const stepsInDoubt: readonly Step[] = [stepOf.stored, stepOf.delivered];

/**
 * Every step of a delivery that arrives, in an order in which a failure meets the post that it is meant for: what was killed just before
 * one stands already, and is not sent again at the next start.
 */
export const steps: readonly [Step, ...Step[]] = [
  stepOf.due,
  stepOf.planned,
  stepOf.called,
  stepOf.stored,
  { name: '500 after posting', failure: '500-after', at: writes.doubt, leaves: { status: 'sending', posts: 1 } },
  { name: 'received and not stored', failure: 'cut-before', at: 'received', leaves: { status: 'sending', posts: 0 } },
  stepOf.delivered,
  { name: '500 before posting', failure: '500-before', at: writes.doubt, leaves: { status: 'sending', posts: 0 } },
];

/** Starts the program and kills it when the delivery of a subscription is at a step. Resolves with what that left behind. */
export async function killAt(scene: Scene, { failure, at }: Step, victim: Subscription): Promise<Step['leaves']> {
  const { chat, state } = scene;
  if (failure) chat.failNext(failure);
  await (typeof at === 'string' ? killAtPost(scene, at, victim.channel) : killAtGate(scene, only(at, victim)));
  const [delivery] = await state.deliveriesOf(victim.id, 1);
  return { status: delivery?.status, posts: chat.postsIn(victim.channel) > 0 ? 1 : 0 };
}

function only({ on, when }: Write, { id }: Subscription): Write {
  return { on, when: `new.subscription = '${id}' and ${when}` };
}

/** Where the step does not come, the kill comes when there is nothing left to do. */
async function killAtGate(scene: Scene, write: Write): Promise<void> {
  const gate = await scene.database.gate(write);
  const program = scene.start();
  await scene.until(async () => (await gate.reached()) || (await scene.isIdle()), program);
  await program.kill();
  await gate.open();
}

async function killAtPost(scene: Scene, at: 'received' | 'stored', victim: string): Promise<void> {
  const program = scene.start();
  const kill = async (channel: string) => {
    if (channel === victim) await program.kill();
  };
  scene.chat.listen(at === 'received' ? { received: kill } : { stored: kill });
  await scene.until(async () => program.end !== undefined || (await scene.isIdle()), program);
  await program.kill();
  scene.chat.listen({});
  // A request that came in is worked on, whoever lives to hear the answer.
  await new Promise((resolve) => setImmediate(resolve));
}
