import type { ButtonInteraction, ChatInputCommandInteraction, Message } from 'discord.js';
import type { Ask } from '../../core/ask.ts';
import { rootCommand } from '../../core/commands.ts';
import { notice } from '../../core/compose.ts';
import { languageOfLocale } from '../../core/lang.ts';
import { phrases } from '../../core/phrases.ts';
import type { OnAsk } from '../../core/platform.ts';
import type { Answering } from './answering.ts';
import { clickOf } from './buttons.ts';
import type { Door } from './door.ts';
import { createRecent } from './recent.ts';
import type { Rights } from './rights.ts';
import type { Share } from './sharing.ts';
import { askOfClick, askOfCommand, askOfMessage } from './to-ask.ts';
import { type Body, toMessage } from './to-message.ts';

export interface HandlerParts {
  readonly onAsk: OnAsk;
  readonly answering: Answering;
  readonly rights: Rights;
  readonly share: Share;
  readonly door: Door;
}

/** What happens when somebody speaks to the bot. None of them throws. */
export interface SpokenTo {
  onCommand(command: ChatInputCommandInteraction): void;
  onClick(click: ButtonInteraction): void;
  onMessage(message: Message): void;
}

/** How many answers are kept in mind: replies to them are said to the bot. */
const remembered = 1000;

export function createHandlers({ onAsk, answering, rights, share, door }: HandlerParts): SpokenTo {
  const answers = createRecent(remembered);

  async function answerPrivately(
    event: ChatInputCommandInteraction | ButtonInteraction,
    toAsk: () => Ask,
  ): Promise<void> {
    await answering.defer(event);
    const ask = toAsk();
    const reply = await rights.during(ask.from, event.memberPermissions, () => onAsk(ask));
    const body = reply && toMessage(reply, { audience: ask.from.workspace === '' ? 'channel' : 'asker' });
    await answering.settle(event, body);
  }

  async function answerInPublic(message: Message, ask: Ask): Promise<void> {
    const reply = await onAsk(ask);
    if (!reply) return;
    const body = toMessage(reply, { audience: 'channel' });
    answers.add(await answering.reply(message, body));
  }

  return {
    onCommand(command) {
      if (command.commandName !== rootCommand.name) return;
      const sorry = () => answering.settle(command, apology(command.id, command.locale));
      door.enter(
        { name: 'a command', id: command.id },
        () => answerPrivately(command, () => askOfCommand(command)),
        sorry,
      );
    },
    onClick(click) {
      const meant = clickOf(click.customId);
      if (meant?.kind === 'share') {
        door.enter({ name: 'a click', id: click.id }, () => share(click, meant.lang));
      } else if (meant) {
        const sorry = () => answering.settle(click, apology(click.id, click.locale));
        const toAsk = () => askOfClick(click, meant.text);
        door.enter({ name: 'a click', id: click.id }, () => answerPrivately(click, toAsk), sorry);
      }
    },
    onMessage(message) {
      const ask = askOfMessage(message, { id: message.client.user.id, isAnswer: answers.has });
      if (!ask) return;
      const sorry = async () => void (await answering.reply(message, apology(message.id, ask.locale)));
      door.enter({ name: 'a message', id: message.id }, () => answerInPublic(message, ask), sorry);
    },
  };
}

/** What the asker sees where an answer failed on its way: the id stands in the log too. */
function apology(id: string, locale: string | undefined): Body {
  const lang = languageOfLocale(locale) ?? 'en';
  const said = phrases[lang];
  return toMessage(notice(lang, said.wentWrongTitle, { text: said.wentWrong(id) }), { audience: 'channel' });
}
