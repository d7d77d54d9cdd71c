import { type APIMessageTopLevelComponent, type ButtonInteraction, userMention } from 'discord.js';
import type { Lang } from '../../core/lang.ts';
import type { Log } from '../../core/log.ts';
import { phrases } from '../../core/phrases.ts';
import type { Answering } from './answering.ts';
import { clickOf } from './buttons.ts';
import { type Part, withoutButtons } from './components.ts';
import type { Poster } from './posting.ts';
import { createRecent } from './recent.ts';
import { type Body, bodyOf, textDisplay } from './to-message.ts';

/** Shows a private reply to its channel. */
export type Share = (click: ButtonInteraction, lang: Lang) => Promise<void>;

/** More private replies than people have in sight at a time. */
const remembered = 1000;

/**
 * The reply that was clicked is posted again as it stands, for all to see, without its buttons. Its share button goes first, so that a second
 * click has nothing to hit, and comes back only where Discord certainly refused the post.
 */
export function createSharing(answering: Answering, poster: Poster, log: Log): Share {
  const shared = createRecent(remembered);
  return async (click, lang) => {
    const parts = partsOf(click);
    await answering.update(click, messageOf(withoutButtons(parts, isShare)));
    if (!shared.add(click.message.id)) return;
    // Who shared it is named and, as with all that the bot says, not pinged.
    const sharedBy = textDisplay(`-# ${phrases[lang].sharedBy} · ${userMention(click.user.id)}`);
    const outcome = await poster.toInteraction(click, messageOf([...withoutButtons(parts, () => true), sharedBy]));
    if (outcome.kind === 'posted') return;
    log.warn({ outcome, channel: click.channelId }, 'discord: a reply could not be shared');
    if (outcome.kind === 'uncertain') return;
    shared.remove(click.message.id);
    await answering.settle(click, messageOf(parts));
  };
}

function isShare(customId: string): boolean {
  return clickOf(customId)?.kind === 'share';
}

/** The components of the clicked message, as the wire had them: the SDK's objects turn into that, and what it left raw stays. */
function partsOf({ message }: ButtonInteraction): Part[] {
  return JSON.parse(JSON.stringify(message.components)) as Part[];
}

function messageOf(parts: readonly Part[]): Body {
  // They were top-level components of a message of ours, and still are.
  return bodyOf(parts as readonly APIMessageTopLevelComponent[]);
}
