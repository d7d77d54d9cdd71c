import type { Ask } from '../../core/ask.ts';
import { decode } from './decode.ts';

export const platformName = 'slack';

/** What the bot needs of a slash command: https://docs.slack.dev/interactivity/implementing-slash-commands */
interface Command {
  readonly trigger_id: string;
  readonly text: string;
  readonly team_id: string;
  readonly channel_id: string;
  readonly user_id: string;
}

/** What the bot needs of a message or a mention, of whatever subtype. */
interface Spoken {
  readonly channel: string;
  readonly ts: string;
  readonly user?: string | undefined;
  readonly text?: string | undefined;
  readonly thread_ts?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly subtype?: string | undefined;
  readonly edited?: unknown;
}

/** What the bot needs of a click on one of its buttons: https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export interface Click {
  readonly trigger_id: string;
  readonly user: { readonly id: string };
  readonly container: { readonly channel_id?: string; readonly message_ts?: string; readonly thread_ts?: string };
  readonly actions: readonly { readonly action_id: string; readonly value?: string }[];
}

/** Subtypes under which a person says something new: with a file, or in a thread and the channel at once. */
const human: ReadonlySet<string | undefined> = new Set([undefined, 'file_share', 'thread_broadcast']);

/** `/genai …`: seen by the asker alone. Slack gives each command one trigger, the same when it sends the command again. */
export function commandAsk(command: Command): Ask {
  const { channel_id: channel, user_id: user, team_id: workspace } = command;
  return {
    id: command.trigger_id,
    text: decode(command.text),
    from: { platform: platformName, workspace, channel, thread: '', user },
    audience: privateIn(channel),
  };
}

/** A mention: its conversation is the thread it stands in or begins. Undefined where no person said it just now. */
export function mentionAsk(said: Spoken, workspace: string): Ask | undefined {
  return spokenAsk(said, { workspace, thread: said.thread_ts ?? said.ts });
}

/** A direct message. Undefined where no person said it just now. */
export function messageAsk(said: Spoken, workspace: string): Ask | undefined {
  return spokenAsk(said, { workspace, thread: said.thread_ts ?? '' });
}

/** The message's own id: an event that Slack tells twice, even under two event ids, is one ask. */
function spokenAsk(said: Spoken, where: { workspace: string; thread: string }): Ask | undefined {
  const { channel, user } = said;
  if (user === undefined || said.bot_id !== undefined || said.edited !== undefined || !human.has(said.subtype)) {
    return undefined;
  }
  return {
    id: `${channel}:${said.ts}`,
    text: decode(said.text ?? ''),
    from: { platform: platformName, channel, user, ...where },
    audience: 'channel',
  };
}

/** A click on a button of kind `ask`: the reply is for the one who clicked, wherever the button stands. */
export function clickAsk(click: Click, workspace: string): Ask {
  const channel = click.container.channel_id ?? '';
  return {
    id: click.trigger_id,
    text: click.actions[0]?.value ?? '',
    from: {
      platform: platformName,
      workspace,
      channel,
      thread: click.container.thread_ts ?? '',
      user: click.user.id,
    },
    audience: privateIn(channel),
  };
}

/** A click on a button of kind `share`: a private reply is shared once, however often its button is clicked. */
export function shareAsk(click: Click, workspace: string): Ask {
  const ask = clickAsk(click, workspace);
  return { ...ask, id: `share:${ask.from.channel}:${click.container.message_ts ?? ''}`, audience: 'channel' };
}

/** In a direct conversation (`D…`) nobody else is there to share a private reply with. */
function privateIn(channel: string): Ask['audience'] {
  return channel.startsWith('D') ? 'channel' : 'asker';
}
