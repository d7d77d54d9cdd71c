import { inWords } from './commands.ts';
import { notice } from './compose.ts';
import type { Delivery } from './delivery.ts';
import { quietReason } from './digest.ts';
import { moment } from './digest-draw.ts';
import { type Numbered, noneHere, type Wording } from './digest-replies.ts';
import type { Lang } from './lang.ts';
import type { Entry, Reply } from './reply.ts';
import type { Subscription } from './subscription.ts';
import { subscriptionPhrases } from './subscription-phrases.ts';
import { button, showSchedule, showTopics, typed } from './subscription-say.ts';

/** Who the digests of the operator's configuration belong to. */
export const operator = 'operator';

/** Buttons to resume: more paused digests than this are resumed by number. */
const mostResumes = 3;

/** The digests of a channel by number, the operator's marked. */
export function list(numbered: readonly Numbered[], { lang, store }: Wording): Reply {
  const said = subscriptionPhrases[lang];
  if (numbered.length === 0) return noneHere(lang);
  const entries = numbered.map(({ number, subscription }): Entry => {
    const { id, schedule, topics, lang: digestLang, status, next } = subscription;
    const parts = [
      showTopics(topics, lang, store),
      said.language[digestLang],
      status === 'paused' ? pauseText(subscription, lang) : said.next(moment(next, schedule.zone, lang)),
      ...operatorsMark(subscription, lang),
    ];
    return {
      label: said.item(number, showSchedule(schedule, lang)),
      text: parts.join(said.separator),
      ask: inWords(lang, 'preview', id),
    };
  });
  return {
    ...overview(said.listTitle, entries, lang),
    footer: howToChange(numbered, lang),
    actions: [...resumes(numbered, lang), ...button(lang, 'status'), ...button(lang, 'preview')],
  };
}

/** What to say to change a digest, with the number of one that can be changed. */
function howToChange(numbered: readonly Numbered[], lang: Lang): string[] {
  const changeable = numbered.find(({ subscription }) => subscription.madeBy !== operator);
  if (!changeable) return [];
  const number = String(changeable.number);
  const say = {
    pause: typed('pause', number),
    resume: typed('resume', number),
    unsubscribe: typed('unsubscribe', number),
  };
  return [subscriptionPhrases[lang].howToChange(say)];
}

/** How each digest of a channel is doing: state and reason, next, last. `lastOf` is the latest delivery of a subscription. */
export function status(
  numbered: readonly Numbered[],
  lastOf: (subscription: Subscription) => Delivery | undefined,
  { lang }: Wording,
): Reply {
  const said = subscriptionPhrases[lang];
  if (numbered.length === 0) return noneHere(lang);
  const entries = numbered.map(({ number, subscription }): Entry => {
    const { schedule, next, status: state } = subscription;
    const parts = [
      ...(state === 'paused'
        ? [pauseText(subscription, lang)]
        : [said.active, said.next(moment(next, schedule.zone, lang))]),
      lastText(lastOf(subscription), subscription, lang),
      ...operatorsMark(subscription, lang),
    ];
    return { label: said.item(number, showSchedule(schedule, lang)), text: parts.join(said.separator) };
  });
  return {
    ...overview(said.statusTitle, entries, lang),
    actions: [...resumes(numbered, lang), ...button(lang, 'preview'), ...button(lang, 'list')],
  };
}

function overview(title: string, entries: readonly Entry[], lang: Lang): Reply {
  return { ...notice(lang, title, { text: '' }), sections: [{ kind: 'entries', entries }] };
}

function operatorsMark({ madeBy }: Subscription, lang: Lang): string[] {
  return madeBy === operator ? [subscriptionPhrases[lang].byOperator] : [];
}

function pauseText({ pause }: Subscription, lang: Lang): string {
  const said = subscriptionPhrases[lang];
  return pause?.by === 'platform' ? said.pausedByPlatform(pause.reason) : said.paused;
}

function lastText(delivery: Delivery | undefined, { schedule }: Subscription, lang: Lang): string {
  const said = subscriptionPhrases[lang];
  if (!delivery) return said.noneYet;
  const what = said.last[delivery.status](moment(delivery.slot, schedule.zone, lang));
  if (delivery.reason === undefined) return what;
  return said.because(what, delivery.reason === quietReason ? said.nothingToTell : delivery.reason);
}

/** A click for each paused digest; with several the button says which. */
function resumes(numbered: readonly Numbered[], lang: Lang) {
  const paused = numbered.filter(({ subscription }) => subscription.status === 'paused');
  const said = subscriptionPhrases[lang];
  return paused.slice(0, mostResumes).flatMap(({ number, subscription }) => {
    const label = numbered.length > 1 ? said.resumeNumber(number) : said.buttons.resume;
    return button(lang, 'resume', { rest: subscription.id, label });
  });
}
