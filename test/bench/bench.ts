/**
 * `npm run bench`: what a person waits for, and what a machine carries. Figures are printed beside a baseline of the same run; no test asserts a time.
 * Each row runs in a process of its own, so that none warms up another.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { milliseconds, percentiles, row } from './figures.ts';

const root = resolve(import.meta.dirname, '../..');
const startFlags = packageJson.scripts.start.split(' ').filter((word) => word.startsWith('--'));
const runs = 7;

function heading(text: string): void {
  process.stdout.write(`\n${text}\n`);
}

function timed(args: readonly string[], input = ''): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    execFileSync(process.execPath, args, { cwd: root, input });
    return performance.now() - start;
  });
  return percentiles(times).p50;
}

function part(name: string, ...args: readonly string[]): void {
  spawnSync(process.execPath, ['--expose-gc', ...flagsOf(name), resolve(import.meta.dirname, name), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
}

/** The fan-out is the bot's own work: it gets the flags of `npm start`. */
function flagsOf(name: string): string[] {
  return name === 'fanout.ts' ? startFlags : [];
}

heading('Start to first answer (median of seven)');
const bare = timed(['-e', '0']);
const answer = timed(['src/main.ts', 'chat'], 'chips\n');
row('node -e 0', [milliseconds(bare)]);
row('first answer in the terminal', [milliseconds(answer), `${(answer / bare).toFixed(1)} times the bare start`]);

heading('Answers to the questions of test/answers, beside plain MiniSearch with default options over the same facts');
for (const count of ['0', '10000', '100000']) {
  part('answers.ts', count, 'ours');
  part('answers.ts', count, 'minisearch');
}

heading('Digests');
part('digests.ts');

heading('Fan-out: digests due in one minute, beside what the platform allows');
part('fanout.ts', 'discord=2000');
part('fanout.ts', 'slack=600');
part('fanout.ts', 'discord=2000', 'slack=200');

heading('The running bot');
part('idle.ts', startFlags.join(' '));
