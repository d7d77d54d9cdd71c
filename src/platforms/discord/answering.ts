import {
  DiscordAPIError,
  InteractionResponseType,
  type Message,
  MessageFlags,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import { idOf } from './posting.ts';
import type { Body } from './to-message.ts';

/** An interaction, as far as it is answered here: the token is good for 15 minutes. */
interface Answerable {
  readonly id: string;
  readonly applicationId: string;
  readonly token: string;
}

/**
 * Answers, over a client that repeats what fails: each of these calls may be repeated. To acknowledge twice is refused and does no harm,
 * an edit and a deletion come to the same, and of two replies with one nonce Discord makes one.
 */
export interface Answering {
  /** Within three seconds of the event: "thinking …", which only the asker sees. */
  defer(to: Answerable): Promise<void>;
  /** Fills what was deferred; where there is nothing to say, takes it away. */
  settle(to: Answerable, body: Body | undefined): Promise<void>;
  /** Changes the message whose button was clicked, as the first answer to the click. */
  update(to: Answerable, body: Body): Promise<void>;
  /** Replies to a message; gives the id of the reply. */
  reply(to: Pick<Message, 'id' | 'channelId'>, body: Body): Promise<string>;
}

export function createAnswering(rest: () => REST): Answering {
  /** https://docs.discord.com/developers/interactions/receiving-and-responding#create-interaction-response */
  async function acknowledge(to: Answerable, body: object): Promise<void> {
    try {
      await rest().post(Routes.interactionCallback(to.id, to.token), { body, auth: false });
    } catch (error) {
      if (!isRepeated(error)) throw error;
    }
  }

  return {
    async defer(to) {
      const type = InteractionResponseType.DeferredChannelMessageWithSource;
      await acknowledge(to, { type, data: { flags: MessageFlags.Ephemeral } });
    },
    async settle(to, body) {
      const route = Routes.webhookMessage(to.applicationId, to.token, '@original');
      await (body ? rest().patch(route, { body, auth: false }) : rest().delete(route, { auth: false }));
    },
    async update(to, body) {
      await acknowledge(to, { type: InteractionResponseType.UpdateMessage, data: body });
    },
    async reply({ id, channelId }, body) {
      const reference = { message_reference: { message_id: id, fail_if_not_exists: false } };
      const once = { nonce: id, enforce_nonce: true };
      return idOf(await rest().post(Routes.channelMessages(channelId), { body: { ...body, ...reference, ...once } }));
    },
  };
}

function isRepeated(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
}
