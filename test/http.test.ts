import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { healthRoutes, startHealth, type Vitals } from '../src/http.ts';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Serves the vitals on a free port for as long as something is asked of it. */
async function served(vitals: Vitals, ask: (url: string) => Promise<void>): Promise<void> {
  const port = await freePort();
  const server = startHealth(
    { host: '127.0.0.1', port },
    healthRoutes(() => vitals),
    quiet,
  );
  try {
    await ask(`http://127.0.0.1:${port}`);
  } finally {
    await server.stop();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

test.each([
  ['a bot whose platforms are up is healthy', { platforms: { slack: 'up' as const }, lastBeat: Date.now() }, 200],
  ['a bot before its first beat is healthy', { platforms: { slack: 'up' as const }, lastBeat: 0 }, 200],
  [
    'a platform that is down is told',
    { platforms: { slack: 'up' as const, discord: 'down' as const }, lastBeat: 0 },
    503,
  ],
  ['a clock that stands still is told', { platforms: { slack: 'up' as const }, lastBeat: Date.now() - 600_000 }, 503],
])('%s', async (_name, state, status) => {
  await served({ facts: 3, asks: 4, ...state }, async (url) => {
    const response = await fetch(`${url}/health`);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ facts: 3, asks: 4, platforms: state.platforms });
  });
});

test('metrics are Prometheus text, and other pages are not there', async () => {
  await served({ facts: 3, asks: 4, platforms: { discord: 'up' }, lastBeat: 0 }, async (url) => {
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toContain('genai_platform_up{platform="discord"} 1\n');
    expect(text).toContain('genai_asks_total 4\n');
    expect((await fetch(`${url}/other`)).status).toBe(404);
  });
});

test('a port that is taken is told, and the bot goes on', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { promise, resolve } = Promise.withResolvers<string>();
  const server = startHealth({ host: '127.0.0.1', port }, [], {
    ...quiet,
    warn: (_fields, message) => resolve(message),
  });
  expect(await promise).toContain('HTTP_PORT');
  await server.stop().catch(() => undefined);
  await new Promise((done) => taken.close(done));
});
