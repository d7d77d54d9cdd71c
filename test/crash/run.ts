import { inspect, parseArgs } from 'node:util';
import { type PostgresServer, postgresFolder, startPostgres } from '../support/postgres.ts';
import { chatNames } from './chats.ts';
import type { Setting } from './harness.ts';
import { takeOverInRealTime } from './takeover.ts';
import { createDice, sum, type Tally, trial } from './trial.ts';

/**
 * node test/crash/run.ts [--kills N] [--seed S]: kills the program N times (200 unless told) on its way through digests, on both platforms
 * and both databases, counts what arrived, and ends with 1 where a digest was lost or came twice. The seed decides what is killed when;
 * the machine decides what that meets.
 */

/** Programs at a time: they mostly load. */
const width = 3;
/** Every seventh trial is on a platform that cannot be asked. */
const hiddenEvery = 7;
/** So many trials may break off before the rest is not worth waiting for. */
const mostBrokenOff = 5;

interface Row {
  readonly setting: Setting;
  readonly tallies: Tally[];
}

const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } });
const wanted = Number(values.kills ?? 200);
const seed = Number(values.seed ?? Date.now() % 1_000_000);

const server = postgresFolder === undefined ? undefined : await startPostgres();
if (!server) say('PostgreSQL is left out: no initdb and postgres on this machine');
say(`seed ${seed}`);
const rows = rowsOf(server);
let brokenOff = 0;
const takeovers = rows.map(({ setting }) => reported(nameOf(setting), () => takeOverInRealTime(setting)));
await trials();
const seconds = await Promise.all(takeovers);
await server?.stop();

say(table(rows));
for (const [index, { setting }] of rows.entries()) {
  say(`${nameOf(setting)}: the other process had taken over after ${seconds[index]?.toFixed(0)} s`);
}
const { lost, double } = sum(rows.flatMap(({ tallies }) => tallies));
process.exitCode = lost + double + brokenOff > 0 ? 1 : 0;

function rowsOf(postgres: PostgresServer | undefined): Row[] {
  const servers = postgres ? [undefined, postgres] : [undefined];
  return chatNames.flatMap((chat) => servers.map((server) => ({ setting: { chat, server }, tallies: [] })));
}

/** Trials in turn on every platform and database, until there were kills enough. */
async function trials(): Promise<void> {
  let begun = 0;
  const kills = () => sum(rows.flatMap(({ tallies }) => tallies)).kills;
  async function goOn(): Promise<void> {
    while (kills() < wanted && brokenOff < mostBrokenOff) {
      const number = begun++;
      const row = rows[number % rows.length];
      if (row) await reported(`trial ${number}`, () => oneOf(row, number));
    }
  }
  await Promise.all(Array.from({ length: width }, goOn));
}

async function oneOf({ setting, tallies }: Row, number: number): Promise<void> {
  const history = number % hiddenEvery === hiddenEvery - 1 ? 'hidden' : 'open';
  const { tally, arrivals, faults } = await trial({ ...setting, history }, createDice(seed * 1000 + number));
  tallies.push(tally);
  if (tally.lost + tally.double + faults.length === 0) return;
  say(`trial ${number}, ${nameOf(setting)}, history ${history}: ${inspect({ arrivals, faults })}`);
}

/** What does not end well is said at once, and the others go on. */
async function reported<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    brokenOff++;
    say(`${what} broke off: ${inspect(error)}`);
    return undefined;
  }
}

function table(rows: readonly Row[]): string {
  const head = ['platform', 'database', 'kills', 'delivered once', 'lost', 'double', 'unknown (told)'];
  const lines = rows.map(({ setting, tallies }) => {
    const { kills, once, lost, double, unknown } = sum(tallies);
    return [setting.chat, databaseOf(setting), kills, once, lost, double, unknown];
  });
  const all = sum(rows.flatMap(({ tallies }) => tallies));
  const total = ['all', '', all.kills, all.once, all.lost, all.double, all.unknown];
  return [head, ...lines, total]
    .map((cells) =>
      cells
        .map((cell) => String(cell).padEnd(15))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}

function nameOf(setting: Setting): string {
  return `${setting.chat} with ${databaseOf(setting)}`;
}

function databaseOf({ server }: Setting): string {
  return server ? 'PostgreSQL' : 'SQLite';
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
