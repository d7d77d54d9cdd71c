/** The program as people start it: a process of its own, in a folder of its own, with nothing in its environment but what the test sets. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestContext } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
export const factsDir = join(root, 'facts');

/** What a process has said so far, and its exit code where it has ended. */
export interface Program {
  readonly output: { stdout: string; stderr: string };
  /** Resolves when this stands in what it has said; rejects where it ends before. */
  says(text: string): Promise<void>;
  /** Asks it to stop. */
  terminate(): void;
  readonly ended: Promise<number | null>;
}

/** What a test that runs beside others clears away when it has ended. */
export type AtEnd = TestContext['onTestFinished'];

interface Start {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What is piped into it. */
  readonly input?: string;
  readonly cwd?: string;
}

/** A folder that goes with the test. */
export function aFolder(atEnd: AtEnd): string {
  const folder = mkdtempSync(join(tmpdir(), 'genai-'));
  atEnd(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** `node src/main.ts …`. What still runs when the test ends is killed. */
export function startProgram(atEnd: AtEnd, { args = [], env = {}, input = '', cwd = aFolder(atEnd) }: Start): Program {
  const usual = { FACTS_DIR: factsDir, HTTP_PORT: '0' };
  const child = spawn(process.execPath, [join(root, 'src/main.ts'), ...args], { cwd, env: { ...usual, ...env } });
  const ended = once(child, 'close').then(([code]): number | null => code);
  atEnd(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  child.stdin.end(input);
  const output = { stdout: '', stderr: '' };
  const waiting = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
      for (const look of waiting) look();
    });
  }
  return {
    output,
    ended,
    terminate: () => void child.kill('SIGTERM'),
    async says(text) {
      const { promise, resolve: found } = Promise.withResolvers<'said'>();
      const look = () => {
        if (`${output.stdout}${output.stderr}`.includes(text)) found('said');
      };
      waiting.add(look);
      look();
      if ((await Promise.race([promise, ended])) !== 'said')
        throw new Error(`it ended and never said "${text}":\n${output.stdout}${output.stderr}`);
      waiting.delete(look);
    },
  };
}
