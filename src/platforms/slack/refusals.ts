import { webApi } from '@slack/bolt';
import { neverConnected } from '../../core/never-connected.ts';

const { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } = webApi;

/**
 * What went wrong with a call, as far as it is certain.
 * `refused`: Slack did nothing. `limited`: it did nothing, and will after `ms`. `unreachable`: nothing was sent.
 * `unclear`: it may have done it.
 */
export type Failure =
  | { readonly kind: 'refused'; readonly code: string; readonly reason: string; readonly permanent: boolean }
  | { readonly kind: 'limited'; readonly ms: number; readonly reason: string }
  | { readonly kind: 'unreachable' | 'unclear'; readonly reason: string };

const gone = 'the app was removed from the workspace, or its token is no longer valid: install it again';
const forbidden = 'the settings of the workspace or the channel do not let the bot write there';

/** Refusals that will be the same next time: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const permanent: Readonly<Record<string, string>> = {
  channel_not_found: 'there is no such channel, or it is a private one and the bot is not in it: /invite it there',
  not_in_channel: 'the bot is not in the channel: /invite it there',
  is_archived: 'the channel is archived',
  is_inactive: 'the channel is archived',
  account_inactive: gone,
  invalid_auth: gone,
  not_authed: gone,
  token_expired: gone,
  token_revoked: gone,
  not_allowed_token_type: 'the token is not one of a bot: SLACK_BOT_TOKEN begins with xoxb-',
  team_access_not_granted: 'the app is not installed in this workspace',
  org_login_required: 'the workspace has moved to an organisation: install the app there',
  enterprise_is_restricted: forbidden,
  ekm_access_denied: 'the administrators have suspended writing there',
  access_denied: forbidden,
  no_permission: forbidden,
  restricted_action: forbidden,
  restricted_action_non_threadable_channel: forbidden,
  restricted_action_read_only_channel: 'the channel is read-only',
  restricted_action_thread_locked: 'the thread is locked',
  restricted_action_thread_only_channel: forbidden,
  messages_tab_disabled:
    'the app does not take direct messages: turn on its Messages tab, as in config/slack-manifest.yaml',
  user_not_found: 'there is no such person',
  users_not_found: 'there is no such person',
  user_disabled: 'this person’s account is deactivated',
  user_not_visible: 'the bot may not see this person',
  cannot_dm_bot: 'this person is a bot',
  method_not_supported_for_channel_type: 'this kind of channel cannot do that',
};

/** Documented as "some aspect of the operation" may have succeeded, or as saying nothing about it. */
const unclear: ReadonlySet<string> = new Set(['fatal_error', 'internal_error', 'service_unavailable']);
const rateLimits: ReadonlySet<string> = new Set(['ratelimited', 'rate_limited']);

/** How long to wait where Slack gives no number, or cannot be reached, in milliseconds. */
export const aWhile = 30_000;

/** Reads an error of the Web API. What is not certainly refused may have been done. */
export function failureOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) return limited(error.retryAfter * 1000);
  if (error instanceof WebAPIPlatformError) return refusal(error.data);
  if (neverSent(error)) return { kind: 'unreachable', reason: 'Slack cannot be reached' };
  if (error instanceof WebAPIHTTPError) return { kind: 'unclear', reason: `Slack answered HTTP ${error.statusCode}` };
  return { kind: 'unclear', reason: `no answer from Slack (${rootOf(error)})` };
}

/** What lies at the bottom of an error: "other side closed" rather than "fetch failed". */
function rootOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : rootOf(error.cause);
}

function limited(ms: number): Failure {
  return { kind: 'limited', ms, reason: 'Slack asks to slow down' };
}

function refusal(data: webApi.WebAPIPlatformError['data']): Failure {
  // Its type promises an error code, but the SDK takes any answer that is not Slack's, such as a proxy's page, for an error of that text.
  const code: unknown = data.error;
  if (typeof code !== 'string' || !/^[a-z][a-z0-9_]*$/u.test(code))
    return { kind: 'unclear', reason: 'the answer was not one of Slack’s' };
  if (unclear.has(code)) return { kind: 'unclear', reason: `Slack failed (${code})` };
  if (rateLimits.has(code)) return limited(aWhile);
  if (code === 'missing_scope') {
    const needed = 'needed' in data ? String(data.needed) : 'that it needs';
    return {
      kind: 'refused',
      code,
      permanent: true,
      reason: `the app lacks the permission ${needed}: add it and install the app again`,
    };
  }
  const known = permanent[code];
  const details = data.response_metadata?.messages?.join(' ') ?? '';
  const reason = known ? `${known} (${code})` : `Slack refused it (${[code, details].filter(Boolean).join(': ')})`;
  return { kind: 'refused', code, permanent: known !== undefined, reason };
}

/** Whether an error of fetch, however wrapped, says that nothing was sent. */
export function neverSent(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && neverConnected.has(cause.code)) return true;
  }
  return false;
}
