/** The resident memory of the real program, idle with both platforms connected to loopback. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startDiscord } from '../loopback/discord.ts';
import { startSlack } from '../loopback/slack.ts';
import { megabytes, milliseconds, row } from './figures.ts';

const settling = 5_000;
const root = resolve(import.meta.dirname, '../..');
const [slack, discord] = await Promise.all([startSlack(), startDiscord()]);
const start = performance.now();
const flags = (process.argv[2] ?? '').split(' ').filter(Boolean);
const bot = spawn(process.execPath, [...flags, 'src/main.ts', 'start'], {
  cwd: root,
  env: {
    ...process.env,
    ...slack.env,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    DATABASE_URL: `file:${join(mkdtempSync(join(tmpdir(), 'bench-')), 'briefing.db')}`,
    HTTP_PORT: '0',
    LOG_LEVEL: 'error',
  },
  stdio: ['ignore', 'inherit', 'inherit'],
});
await Promise.all([slack.connected(30_000), discord.connected()]);
const connected = performance.now() - start;
await setTimeout(settling);
row('both platforms connected, idle', [
  `resident ${megabytes(residentOf(bot.pid ?? 0))}`,
  `connected after ${milliseconds(connected)}`,
]);
bot.kill('SIGTERM');
await once(bot, 'exit');
await Promise.all([slack.close(), discord.close()]);

/** Bytes in memory, as Linux counts them: https://www.kernel.org/doc/html/latest/filesystems/proc.html (VmRSS). */
function residentOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
}
