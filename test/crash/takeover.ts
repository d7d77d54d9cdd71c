import { openScene, type Scene, type Setting } from './harness.ts';
import { minute } from './makings.ts';

/** How many digests two processes share. */
const shared = 8;

/** By how much the clocks of the two are ahead, and how long before the survivor's next beat the other may come, in milliseconds. */
export interface Shift {
  readonly survivor: number;
  readonly victim: number;
  readonly before: number;
}

const inRealTime: Shift = { survivor: 0, victim: 0, before: minute / 2 };

/** Two processes on one database, of which one dies in the middle of its work. Resolves with the seconds in which the other had done the rest. */
export async function takeOver(scene: Scene, { survivor: ahead, victim, before }: Shift): Promise<number> {
  // The beat at its start is over when a digest of its own is posted: it takes no part in what comes.
  await scene.subscribe({ ago: 5 * minute });
  const survivor = scene.start(ahead);
  await scene.until(scene.isSettled, survivor);
  await scene.until(() => minute - ((scene.now() + ahead) % minute) > before, survivor);
  // Nor may it come to its next beat before the other has begun, however long that takes to start.
  survivor.pause();
  for (let count = 0; count < shared; count++) await scene.subscribe({ ago: 5 * minute });
  const dying = scene.start(victim);
  let stored = 0;
  scene.chat.listen({
    async stored() {
      stored++;
      if (stored !== shared / 2) return;
      await dying.kill();
      survivor.goOn();
    },
  });
  await scene.until(() => dying.end !== undefined, survivor);
  const since = performance.now();
  await scene.until(scene.isSettled, survivor);
  await survivor.stop();
  return (performance.now() - since) / 1000;
}

/** The same with nobody's clock moved. Rejects where a digest did not arrive once, or the one that died left nothing behind. */
export async function takeOverInRealTime(setting: Setting): Promise<number> {
  await using scene = await openScene(setting);
  const seconds = await takeOver(scene, inRealTime);
  const arrivals = await scene.arrivals();
  const isTakenOver = arrivals.some(({ attempts }) => attempts === 2);
  if (!isTakenOver || arrivals.some(({ posts }) => posts !== 1)) throw new Error(JSON.stringify(arrivals));
  return seconds;
}
