import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const clock = new URL('clock.ts', import.meta.url).href;
const gatekeeper = new URL('gatekeeper.ts', import.meta.url).href;

/** The real program, running. */
export interface Program {
  /** What it printed so far. */
  readonly printed: string;
  /** The exit code or signal that it ended with; undefined while it runs. */
  readonly end: number | NodeJS.Signals | undefined;
  /** SIGKILL. Resolves when it is gone. */
  kill(): Promise<void>;
  /** It stands still, until it may go on. */
  pause(): void;
  goOn(): void;
  /** SIGTERM. Resolves when it is gone; rejects where it does not end well. */
  stop(): Promise<void>;
}

/** How it is started: in a folder of its own, with no environment but this, its clock so far ahead (milliseconds). */
export interface Start {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly ahead: number;
}

/** `node src/main.ts start`. */
export function startProgram({ folder, env, ahead }: Start): Program {
  const child = spawn(process.execPath, ['--import', clock, '--import', gatekeeper, main, 'start'], {
    cwd: folder,
    env: { ...env, CLOCK_AHEAD: String(ahead) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const gone = once(child, 'exit');
  const endOf = () => child.signalCode ?? child.exitCode ?? undefined;
  return {
    get printed() {
      return printed;
    },
    get end() {
      return endOf();
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    pause: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    async stop() {
      child.kill('SIGTERM');
      await gone;
      if (endOf() !== 0) throw new Error(`the program ended with ${endOf()}:\n${printed}`);
    },
  };
}
