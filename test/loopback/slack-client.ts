/** The real Web API client on a loopback Slack, for tests of what it refuses. */
import { type Logger, LogLevel, webApi } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import { type Slack, startSlack } from './slack.ts';
import type { Fields } from './slack-schema.ts';
import type { SlackOptions } from './slack-server.ts';

const nothing = (): void => {};

/** A logger that the SDK may talk to without end. */
export const quiet: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};

interface Ready {
  slack: Slack;
  /** Calls a method through the real client; a refusal comes back as its body. */
  call: (method: string, args?: Fields) => Promise<Fields>;
}

export const ready = async (options: SlackOptions = {}, token?: string): Promise<Ready> => {
  const slack = await startSlack(options);
  slack.user('U1', { tz: 'Asia/Shanghai', locale: 'zh-CN', admin: true });
  slack.user('U2');
  slack.channel('C1', { creator: 'U1' });
  slack.channel('CAWAY', { member: false });
  slack.channel('CSHUT', { archived: true });
  slack.channel('GAWAY', { kind: 'groups', member: false });
  onTestFinished(async () => await slack.close());
  const settings = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger: quiet };
  const client = new webApi.WebClient(token ?? slack.botToken, settings);
  const call: Ready['call'] = async (method, args) => {
    try {
      return { ...(await client.apiCall(method, args)) };
    } catch (error) {
      if (error instanceof webApi.WebAPIPlatformError) return { ...error.data };
      throw error;
    }
  };
  return { slack, call };
};
