import type { webApi } from '@slack/bolt';
import type { Place } from '../../core/ask.ts';
import { onceMore } from './once-more.ts';
import { failureOf } from './refusals.ts';
import { respond } from './respond.ts';
import type { Message } from './to-message.ts';

/** The longest that an answer waits for a rate limit to pass, in milliseconds: later, nobody looks for it. */
const longestWait = 10_000;

/** Sends the answers to people. Each rejects, with the place and the cause, where the answer surely or perhaps did not arrive. */
export function createAnswers(client: webApi.WebClient) {
  async function send(place: Place, call: () => Promise<unknown>): Promise<void> {
    try {
      await onceMore(call, longestWait);
    } catch (cause) {
      throw new Error(`slack: the answer in ${place.channel} failed: ${failureOf(cause).reason}`, { cause });
    }
  }

  /** To everyone there: in the thread of a mention, in a direct conversation. */
  async function say(place: Place, message: Message): Promise<void> {
    await send(place, () => client.chat.postMessage({ channel: place.channel, ...inThread(place), ...message }));
  }

  return {
    say,

    /** To the person alone, through the response_url of what they did; as an ephemeral message where that does not work. */
    async whisper(place: Place, message: Message, responseUrl: string): Promise<void> {
      const how = { response_type: 'ephemeral', replace_original: false, ...inThread(place) };
      if (await respond(responseUrl, { ...how, ...message })) return;
      const { channel, user } = place;
      const { text, blocks } = message;
      await send(place, () => client.chat.postEphemeral({ channel, user, ...inThread(place), text, blocks }));
    },

    /** To everyone there, in place of the private message whose button was clicked. */
    async share(place: Place, message: Message, responseUrl: string): Promise<void> {
      const how = { response_type: 'in_channel', replace_original: false, ...inThread(place) };
      if (!(await respond(responseUrl, { ...how, ...message }))) await say(place, message);
      await respond(responseUrl, { delete_original: true });
    },
  };
}

function inThread({ thread }: Place): { thread_ts?: string } {
  return thread === '' ? {} : { thread_ts: thread };
}
