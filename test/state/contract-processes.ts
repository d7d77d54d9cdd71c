import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { State } from '../../src/core/state.ts';
import type { StateTest } from './database.ts';
import { aSubscription, monday, week } from './examples.ts';

const program = fileURLToPath(new URL('hammer.ts', import.meta.url));
const timeout = 30_000;

interface Hammer {
  readonly child: ChildProcess;
  /** What it printed in all, when it has ended. */
  readonly lines: Promise<string[]>;
  readonly errors: Promise<string>;
}

/** Starts processes that all begin to open and use the database at the same time. */
function hammer(url: string, slotsOfEach: readonly number[]): Hammer[] {
  const hammers = slotsOfEach.map((slots, index) => {
    const child = spawn(process.execPath, [program, url, `p${index}`, String(slots)], { stdio: 'pipe' });
    const lines = text(child.stdout).then((printed) => printed.split('\n').slice(0, -1));
    return { child, lines, errors: text(child.stderr) };
  });
  for (const { child } of hammers) child.stdin.write('go\n');
  return hammers;
}

async function ended({ child, lines, errors }: Hammer): Promise<string[]> {
  expect(await errors).toBe('');
  if (child.exitCode === null) await once(child, 'exit');
  expect(child.exitCode).toBe(0);
  return lines;
}

function said(lines: readonly string[], word: string): string[] {
  return lines.flatMap((line) => (line.startsWith(`${word} `) ? line.slice(word.length + 1) : []));
}

/** What the database holds of all that processes said was done. */
async function missing(state: State, lines: readonly string[]): Promise<string[]> {
  const deliveries = new Map((await state.deliveriesOf('sub-1', 1_000_000)).map((each) => [each.id, each.status]));
  const told = await state.toldIn('slack', aSubscription());
  const again: string[] = [];
  for (const event of said(lines, 'took')) if (await state.takeEvent(event, 1)) again.push(event);
  return [
    ...again,
    ...said(lines, 'planned').filter((slot) => !deliveries.has(`sub-1@${slot}`)),
    ...said(lines, 'delivered').filter((id) => deliveries.get(id) !== 'delivered' || !told.has(id)),
  ];
}

export function processesContract(test: StateTest): void {
  test('processes that start together on an empty database share the work: each thing is done once, no error', {
    timeout,
  }, async ({ url, open }) => {
    const slots = Array.from({ length: 100 }, (_, slot) => slot);
    const lines = (await Promise.all(hammer(url, [100, 100, 100]).map(ended))).flat();
    const planned = slots.map((slot) => monday + slot * week);
    expect(
      said(lines, 'planned')
        .map(Number)
        .toSorted((a, b) => a - b),
    ).toEqual(planned);
    expect(said(lines, 'took').toSorted()).toEqual(slots.map((slot) => `Ev${slot}`).toSorted());
    expect(said(lines, 'delivered').toSorted()).toEqual(planned.map((slot) => `sub-1@${slot}`).toSorted());
    expect(await missing(await open(), lines)).toEqual([]);
  });

  test('a process that is killed while it writes loses nothing it was told is done, and holds up no other', {
    timeout,
  }, async ({ url, open }) => {
    const [killed, other] = hammer(url, [1_000_000, 60]);
    if (!killed || !other) throw new Error('two were started');
    let printed = 0;
    killed.child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.length;
      if (printed > 1000) killed.child.kill('SIGKILL');
    });
    await once(killed.child, 'exit');
    expect(killed.child.signalCode).toBe('SIGKILL');
    const lines = [...(await killed.lines), ...(await ended(other))];
    expect(lines.length).toBeGreaterThan(40);
    expect(await missing(await open(), lines)).toEqual([]);
  });
}
