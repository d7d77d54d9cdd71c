import type { App, BlockButtonAction } from '@slack/bolt';
import { rootCommand } from '../../core/commands.ts';
import type { Handlers } from '../../core/platform.ts';
import type { createAnswers } from './answers.ts';
import type { Door } from './door.ts';
import type { People } from './people.ts';
import { channelLost, type Loss, losses } from './permissions.ts';
import { clickAsk, commandAsk, mentionAsk, messageAsk, shareAsk } from './to-ask.ts';
import { toMessage } from './to-message.ts';

interface Room {
  readonly handlers: Handlers;
  readonly door: Door;
  readonly people: People;
  readonly answers: ReturnType<typeof createAnswers>;
}

/** Hears commands, mentions, direct messages and clicks. Each is acknowledged first: Slack waits three seconds. */
export function hearPeople(app: App, { handlers, door, people, answers }: Room): void {
  app.command(`/${rootCommand.name}`, ({ ack, command }) =>
    door.pass('a command', async () => {
      await ack();
      const ask = await people.introduce(commandAsk(command));
      const reply = await handlers.onAsk(ask);
      if (reply) await answers.whisper(ask.from, toMessage(reply, ask.audience), command.response_url);
    }),
  );

  // Bolt acknowledges events by itself.
  app.event('app_mention', ({ event, context }) =>
    door.pass('a mention', async () => {
      const ask = mentionAsk(event, context.teamId ?? '');
      const reply = ask && (await handlers.onAsk(await people.introduce(ask)));
      if (reply) await answers.say(ask.from, toMessage(reply, ask.audience));
    }),
  );

  app.event('message', ({ event, context }) =>
    door.pass('a direct message', async () => {
      const ask = event.channel_type === 'im' ? messageAsk(event, context.teamId ?? '') : undefined;
      const reply = ask && (await handlers.onAsk(await people.introduce(ask)));
      if (reply) await answers.say(ask.from, toMessage(reply, ask.audience));
    }),
  );

  app.action<BlockButtonAction>(/^ask-/u, ({ ack, body, context }) =>
    door.pass('a click', async () => {
      await ack();
      const ask = await people.introduce(clickAsk(body, context.teamId ?? ''));
      const reply = await handlers.onAsk(ask);
      if (reply) await answers.whisper(ask.from, toMessage(reply, ask.audience), body.response_url);
    }),
  );

  app.action<BlockButtonAction>(/^share-/u, ({ ack, body, context }) =>
    door.pass('a click', async () => {
      await ack();
      const ask = await people.introduce(shareAsk(body, context.teamId ?? ''));
      const reply = await handlers.onAsk(ask);
      if (reply) await answers.share(ask.from, toMessage(reply, 'shared'), body.response_url);
    }),
  );
}

/** Hears what happens to the app and to its channels. */
export function hearChanges(app: App, { handlers, door }: Room): void {
  for (const name of ['app_uninstalled', 'tokens_revoked'] as const) {
    app.event(name, ({ event, context }) =>
      door.pass(name, async () => {
        // People's own tokens are revoked under the same event; the bot then stays.
        if (event.type === 'tokens_revoked' && !event.tokens.bot?.length) return;
        await handlers.onEvent({ kind: 'removed', workspace: context.teamId ?? '' });
      }),
    );
  }
  for (const name of Object.keys(losses) as Loss[]) {
    app.event(name, ({ event, context }) =>
      door.pass(name, () => handlers.onEvent(channelLost(event, context.teamId ?? ''))),
    );
  }
}
