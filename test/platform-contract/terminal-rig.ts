import { PassThrough } from 'node:stream';
import { createTerminal } from '../../src/platforms/terminal/terminal.ts';
import type { Rig } from './contract.ts';

const columns = 80;

/** A terminal of 80 columns, and the person before it. */
export function terminalRig(): Promise<Rig> {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { columns });
  let screen = '';
  output.on('data', (chunk: Buffer) => {
    screen += chunk.toString();
  });
  const person = { platform: 'terminal', workspace: '', channel: 'terminal', thread: '', user: 'you' };
  return Promise.resolve({
    platform: createTerminal({ input, output }, 'en-US'),
    manager: person,
    member: undefined,
    say(text) {
      input.write(`${text}\n`);
      return Promise.resolve();
    },
    shown: () => screen,
    direct: () => screen,
    complaints: () => screen.split('\n').filter((line) => widthOf(line) > columns && !hasLink.test(line)),
    vanish: undefined,
    close() {
      input.destroy();
      output.destroy();
      return Promise.resolve();
    },
  });
}

/** An address is not broken: it would lead nowhere. */
const hasLink = /https?:\/\//u;

/** In columns: a wide character takes two. */
function widthOf(line: string): number {
  return line.length + (line.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/gu)?.length ?? 0);
}
