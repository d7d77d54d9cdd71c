import { setTimeout as sleep } from 'node:timers/promises';
import { App, type webApi } from '@slack/bolt';
import type { Log } from '../../core/log.ts';
import { createLine, createLines } from '../../core/pace.ts';
import type { Platform } from '../../core/platform.ts';
import { createAnswers } from './answers.ts';
import type { Connection } from './connection.ts';
import { createDoor } from './door.ts';
import { findPost } from './find-post.ts';
import { type HttpSettings, httpMode } from './http-mode.ts';
import { channelPace, lookPace, workspacePace } from './limits.ts';
import { hearChanges, hearPeople } from './listen.ts';
import { createPeople } from './people.ts';
import { scopes } from './permissions.ts';
import { createPosting } from './posting.ts';
import { mayManage } from './rights.ts';
import { onceOnly, postingClient, quiet, readingClient } from './sdk.ts';
import { socketMode } from './socket-mode.ts';
import { platformName } from './to-ask.ts';
import { botTokenProblem } from './tokens.ts';

/** With `appToken` Slack is reached by Socket Mode, else over HTTP with `signingSecret` and `http`. */
export interface SlackSettings {
  readonly botToken: string;
  readonly appToken?: string | undefined;
  readonly signingSecret?: string | undefined;
  readonly http?: HttpSettings | undefined;
  readonly apiUrl: string;
  /** Ids of the users who may manage digests in every channel. */
  readonly managers: readonly string[];
  readonly log: Log;
}

/** How long running answers may take when the bot stops, in milliseconds. */
const lastWords = 5000;

/** Slack behind the port, with the real Bolt. */
export function createSlack(settings: SlackSettings): Platform {
  const { apiUrl, managers, log } = settings;
  const posting = postingClient(settings);
  const reading = readingClient(settings);
  const timer = { now: () => performance.now(), sleep };
  const { turn, room } = createLine(workspacePace, timer);
  const turnIn = createLines(channelPace, timer);
  const looks = createLine(lookPace, timer);
  const posts = createPosting({ posting, reading, turn });
  const door = createDoor(log);
  const people = createPeople({ client: reading, log });
  const answers = createAnswers(posting);
  const connection = connectionOf(settings);

  return {
    name: platformName,
    async start(handlers) {
      const self = await reading.auth.test().catch((error: unknown) => {
        throw botTokenProblem(error, apiUrl);
      });
      warnOfMissing(self, log);
      const app = createApp(settings, self, connection);
      hearPeople(app, { handlers, door, people, answers });
      hearChanges(app, { handlers, door, people, answers });
      await connection.open();
    },
    room: (to) => (to ? turnIn(to.channel) : room()),
    post: posts.post,
    findPost: ({ channel }, deliveryId, since) => findPost(reading, { channel, deliveryId, since, turn: looks.turn }),
    tell: (user, reply) => posts.tell(user, reply),
    mayManage: (place) => mayManage(reading, managers, place),
    async stop() {
      await Promise.all([connection.close(), door.drain(lastWords)]);
    },
  };
}

function connectionOf({ appToken, signingSecret, http, apiUrl, log }: SlackSettings): Connection {
  if (appToken !== undefined) return socketMode({ appToken, apiUrl, log });
  if (signingSecret !== undefined && http !== undefined) return httpMode({ signingSecret, http, log });
  throw new Error('slack: set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP');
}

/** The tokens were tried already: Bolt is told who the bot is, and asks nothing itself. */
function createApp(settings: SlackSettings, self: webApi.AuthTestResponse, connection: Connection): App {
  const app = new App({
    token: settings.botToken,
    ...(self.bot_id !== undefined && { botId: self.bot_id }),
    ...(self.user_id !== undefined && { botUserId: self.user_id }),
    receiver: connection.receiver,
    tokenVerificationEnabled: false,
    clientOptions: onceOnly(settings),
    convoStore: false,
    // Messages of bots, this one among them, are told apart in to-ask.
    ignoreSelf: false,
    logger: quiet,
  });
  app.error(async (error) => settings.log.error({ err: error }, 'slack: Bolt could not handle what came in'));
  return app;
}

/** An app that was set up by hand often lacks a permission: what then fails is said at the start. */
function warnOfMissing(self: webApi.AuthTestResponse, log: Log): void {
  const granted = self.response_metadata?.scopes;
  if (granted === undefined) return;
  for (const [scope, use] of Object.entries(scopes)) {
    if (!granted.includes(scope))
      log.warn(
        { scope },
        `slack: the app lacks the permission ${scope} and cannot ${use}: see config/slack-manifest.yaml`,
      );
  }
}
