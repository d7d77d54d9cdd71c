import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Log } from './core/log.ts';

/** What health and metrics tell. */
export interface Vitals {
  readonly facts: number;
  readonly platforms: Record<string, 'up' | 'down'>;
  /** The instant of the last beat, in milliseconds UTC; 0 before the first. */
  lastBeat: number;
  asks: number;
}

/** A clock that has not beaten for this long has stopped, in milliseconds: three beats. */
const silence = 180_000;

export interface HealthServer {
  stop(): Promise<void>;
}

/** A page that the bot serves by itself, or within the server of a platform that receives over HTTP. */
export interface Route {
  readonly path: string;
  readonly method: 'GET';
  handler(request: IncomingMessage, response: ServerResponse): void;
}

/** `/health` (JSON; 503 where a platform is down or the clock stands still) and `/metrics` (Prometheus text). */
export function healthRoutes(vitals: () => Vitals): Route[] {
  const metrics = (response: ServerResponse) =>
    answer(response, 200, { type: 'text/plain; version=0.0.4', body: metricsOf(vitals()) });
  return [
    { path: '/health', method: 'GET', handler: (_request, response) => answerHealth(response, vitals()) },
    { path: '/metrics', method: 'GET', handler: (_request, response) => metrics(response) },
  ];
}

/** Serves routes on an address of their own. A port that is taken is logged and not fatal: the bot works without. */
export function startHealth(at: { host: string; port: number }, routes: readonly Route[], log: Log): HealthServer {
  const server = createServer((request, response) => {
    const route = routes.find(({ path }) => path === request.url);
    if (route) route.handler(request, response);
    else answer(response, 404, { type: 'text/plain', body: 'only /health and /metrics are here\n' });
  });
  server.on('error', (error) =>
    log.warn({ err: error, ...at }, 'health and metrics are off: set HTTP_PORT to a free port'),
  );
  server.listen(at.port, at.host);
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerHealth(response: ServerResponse, vitals: Vitals): void {
  const down = Object.values(vitals.platforms).includes('down');
  const still = vitals.lastBeat > 0 && Date.now() - vitals.lastBeat > silence;
  const body = `${JSON.stringify({ status: down || still ? 'failing' : 'ok', ...vitals })}\n`;
  answer(response, down || still ? 503 : 200, { type: 'application/json', body });
}

function metricsOf({ platforms, lastBeat, asks, facts }: Vitals): string {
  const rows = Object.entries(platforms).map(
    ([name, state]) => `genai_platform_up{platform="${name}"} ${state === 'up' ? 1 : 0}`,
  );
  return [
    ...rows,
    `genai_last_beat_seconds ${Math.floor(lastBeat / 1000)}`,
    `genai_asks_total ${asks}`,
    `genai_facts ${facts}`,
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
    '',
  ].join('\n');
}

function answer(response: ServerResponse, status: number, { type, body }: { type: string; body: string }): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}
