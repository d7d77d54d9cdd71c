import { neverSent } from './refusals.ts';

/** How long Slack has to take an answer, in milliseconds. The SDK's own `respond` would wait for ever. */
const patience = 5000;

/**
 * Sends a payload to a response_url: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 * True where Slack took it, false where it surely did not (used up, expired, unreachable). Rejects where that is not known.
 */
export async function respond(url: string, payload: object, ms = patience): Promise<boolean> {
  let status: number;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(payload),
      redirect: 'error',
      signal: AbortSignal.timeout(ms),
    });
    status = response.status;
    await response.body?.cancel();
  } catch (cause) {
    if (neverSent(cause)) return false;
    // The address itself is a secret for half an hour, and stays out of the message.
    throw new Error('slack: whether an answer arrived is not known', { cause });
  }
  if (status >= 500) throw new Error(`slack: whether an answer arrived is not known (HTTP ${status})`);
  return status < 400;
}
