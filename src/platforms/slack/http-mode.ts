import type { Server } from 'node:http';
import { type CustomRoute, HTTPReceiver } from '@slack/bolt';
import type { Log } from '../../core/log.ts';
import { type Connection, farewell } from './connection.ts';
import { warningsTo } from './sdk.ts';
import { within } from './within.ts';

/** Where Slack's requests come in, and what else is served there. */
export interface HttpSettings {
  readonly host: string;
  readonly port: number;
  readonly routes: readonly CustomRoute[];
}

interface Settings {
  readonly signingSecret: string;
  readonly http: HttpSettings;
  readonly log: Log;
}

/** Slack over HTTP, at `/slack/events`: https://docs.slack.dev/apis/events-api/using-http-request-urls */
export function httpMode({ signingSecret, http, log }: Settings): Connection {
  const receiver = new HTTPReceiver({ signingSecret, customRoutes: [...http.routes], logger: warningsTo(log) });
  let server: Pick<Server, 'close' | 'closeAllConnections'> | undefined;
  return {
    receiver,
    async open() {
      server = await receiver.start({ host: http.host, port: http.port }).catch((cause: unknown) => {
        throw new Error(`slack: cannot listen on ${http.host}:${http.port}: see HTTP_HOST and HTTP_PORT`, { cause });
      });
    },
    async close() {
      const closed = Promise.withResolvers<true>();
      server?.close(() => closed.resolve(true));
      if (server && (await within(closed.promise, farewell)) === undefined) server.closeAllConnections();
    },
  };
}
