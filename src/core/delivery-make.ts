import { inWords } from './commands.ts';
import { notice } from './compose.ts';
import type { Delivery } from './delivery.ts';
import { deliveryId } from './delivery-id.ts';
import type { Due } from './delivery-plan.ts';
import type { Step } from './delivery-step.ts';
import type { Digest } from './digest.ts';
import { moment } from './digest-draw.ts';
import { digestPhrases } from './digest-phrases.ts';
import type { Action, Reply } from './reply.ts';
import type { Subscription } from './subscription.ts';

/** The delivery of a composed digest for a due slot; of a quiet one, already skipped. */
export function makeDelivery(subscription: Subscription, due: Extract<Due, { kind: 'due' }>, digest: Digest): Delivery {
  const { id, platform, workspace, channel } = subscription;
  const { slot, window } = due;
  const isQuiet = digest.kind === 'quiet';
  return {
    id: deliveryId(id, slot),
    subscription: id,
    platform,
    workspace,
    channel,
    slot,
    window,
    status: isQuiet ? 'skipped' : 'planned',
    reply: digest.reply,
    facts: isQuiet ? [] : digest.facts,
    attempts: 0,
    notBefore: slot,
    reason: isQuiet ? digest.reason : undefined,
  };
}

/** The subscription after a delivery that did not come: its next window begins where this one began, and it may be paused. */
export function afterLoss(subscription: Subscription, { delivery, effects }: Step): Subscription {
  const { from, to } = delivery.window;
  const isLast = subscription.windowFrom === to && effects.some((effect) => effect.kind === 'uncover');
  const uncovered = isLast ? { ...subscription, windowFrom: from } : subscription;
  const pause = effects.find((effect) => effect.kind === 'pause');
  return pause ? { ...uncovered, status: 'paused', pause: { by: 'platform', reason: pause.reason } } : uncovered;
}

/** What who made a subscription is told of a delivery that did not come: what, why, and how it goes on. `subscription` is as it is afterwards. */
export function noticeOf({ slot, channel, status, reason = '' }: Delivery, subscription: Subscription): Reply {
  const { lang, schedule, next } = subscription;
  const said = digestPhrases[lang];
  const kind = status === 'failed' || status === 'unknown' ? status : 'skipped';
  const what = said.notice[kind]({ slot: moment(slot, schedule.zone, lang), channel, reason });
  if (subscription.status === 'active') {
    const text = `${what}\n${said.goesOn(moment(next, schedule.zone, lang))}`;
    return notice(lang, said.noticeTitle[kind], { text });
  }
  return notice(lang, said.noticeTitle[kind], {
    text: `${what}\n${said.paused}`,
    actions: [resumeButton(subscription)],
  });
}

/** What who made a subscription is told when its channel is lost: archived, deleted, or the bot was removed from it. */
export function lossNotice(subscription: Subscription, reason: string): Reply {
  const { lang, channel } = subscription;
  const said = digestPhrases[lang];
  const text = `${said.lost(channel, reason)}\n${said.paused}`;
  return notice(lang, said.noticeTitle.lost, { text, actions: [resumeButton(subscription)] });
}

function resumeButton({ id, lang }: Subscription): Action {
  return { kind: 'ask', label: digestPhrases[lang].resumeButton, text: inWords(lang, 'resume', id) };
}
