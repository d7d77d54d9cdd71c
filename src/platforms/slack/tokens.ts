import { failureOf } from './refusals.ts';

const app = 'api.slack.com/apps > your app';
const getBotToken = `Copy the bot token (xoxb-…) from ${app} > OAuth & Permissions`;
const getAppToken = `Create an app-level token (xapp-…) with the scope connections:write under ${app} > Basic Information > App-Level Tokens`;

/** Why the bot token did not open Slack, and what to do. Never shows the token. */
export function botTokenProblem(cause: unknown, apiUrl: string): Error {
  return problemOf(cause, apiUrl, (code) => {
    const removed = code === 'account_inactive' || code === 'token_revoked';
    if (removed)
      return `SLACK_BOT_TOKEN is of an app that was removed. Install it again under ${app} > Install App. ${getBotToken}`;
    if (code === 'not_allowed_token_type') return `SLACK_BOT_TOKEN is a token of another kind. ${getBotToken}`;
    return `SLACK_BOT_TOKEN is wrong. ${getBotToken}`;
  });
}

/** Why the app token did not open a Socket Mode connection, and what to do. Never shows the token. */
export function appTokenProblem(cause: unknown, apiUrl: string): Error {
  return problemOf(cause, apiUrl, (code) => {
    if (code === 'missing_scope') return `SLACK_APP_TOKEN lacks the scope connections:write. ${getAppToken}`;
    if (code === 'not_allowed_token_type') return `SLACK_APP_TOKEN is a token of another kind. ${getAppToken}`;
    return `SLACK_APP_TOKEN is wrong, or Socket Mode is off under ${app} > Socket Mode. ${getAppToken}`;
  });
}

function problemOf(cause: unknown, apiUrl: string, cure: (code: string) => string): Error {
  const failure = failureOf(cause);
  if (failure.kind === 'refused')
    return new Error(`slack: ${cure(failure.code)} (Slack says ${failure.code}).`, { cause });
  return new Error(
    `slack: ${new URL(apiUrl).host} did not let the bot in: ${failure.reason}. Try again, or see SLACK_API_URL.`,
    { cause },
  );
}
