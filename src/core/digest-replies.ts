import { inWords } from './commands.ts';
import { notice } from './compose.ts';
import { moment } from './digest-draw.ts';
import type { Wish } from './digest-wish.ts';
import type { Lang } from './lang.ts';
import { phrases } from './phrases.ts';
import type { Action, Entry, Reply, Section } from './reply.ts';
import { nextSlots } from './schedule.ts';
import type { Store } from './store.ts';
import type { Subscription } from './subscription.ts';
import { paceOfRhythm } from './subscription-make.ts';
import { subscriptionPhrases } from './subscription-phrases.ts';
import { button, exampleWish, showSchedule, showTopics, typed, wishWords } from './subscription-say.ts';

/** What every reply about digests needs. */
export interface Wording {
  readonly lang: Lang;
  readonly store: Store;
}

/** A subscription with its number in the channel's list. */
export interface Numbered {
  readonly number: number;
  readonly subscription: Subscription;
}

/** A new subscription: what it is, its next three runs in its zone and in UTC, and how to change it. */
export function setUp({ number, subscription }: Numbered, zoneFrom: 'words' | 'profile', wording: Wording): Reply {
  const { lang } = wording;
  const said = subscriptionPhrases[lang];
  const { zone } = subscription.schedule;
  const change = said.toChange({
    list: typed('list'),
    pause: typed('pause', String(number)),
    unsubscribe: typed('unsubscribe', String(number)),
  });
  const note = zoneFrom === 'profile' ? [said.zoneFromProfile(zone), change].join('\n') : change;
  const { id } = subscription;
  return {
    ...notice(lang, said.setUpTitle, { text: '' }),
    sections: [
      { kind: 'entries', entries: entriesOf(subscription, wording) },
      { kind: 'entries', heading: said.nextThree, entries: runsOf(subscription, lang) },
      { kind: 'note', text: note },
    ],
    actions: [
      ...button(lang, 'preview', { rest: id }),
      ...button(lang, 'list'),
      ...button(lang, 'unsubscribe', { rest: id }),
    ],
  };
}

function entriesOf({ schedule, topics, lang: digestLang, quiet }: Subscription, { lang, store }: Wording): Entry[] {
  const said = subscriptionPhrases[lang];
  return [
    { label: said.when, text: showSchedule(schedule, lang) },
    { label: said.topics, text: showTopics(topics, lang, store) },
    { label: said.inLanguage, text: said.language[digestLang] },
    { label: said.quietPeriod, text: said.quiet[quiet] },
  ];
}

function runsOf({ schedule, next }: Subscription, lang: Lang): Entry[] {
  const said = subscriptionPhrases[lang];
  return nextSlots(schedule, next - 1, 3).map((slot) => {
    const { offset } = Temporal.Instant.fromEpochMilliseconds(slot).toZonedDateTimeISO(schedule.zone);
    return {
      label: said.inZone(moment(slot, schedule.zone, lang), offset),
      text: said.inUtc(moment(slot, 'UTC', lang)),
    };
  });
}

/** The channel has that digest already. */
export function thereAlready({ number, subscription }: Numbered, { lang }: Wording): Reply {
  const said = subscriptionPhrases[lang];
  const { id, status } = subscription;
  const resume = status === 'paused' ? button(lang, 'resume', { rest: id }) : [];
  return notice(lang, showSchedule(subscription.schedule, lang), {
    text: said.thereAlready(number),
    actions: [...resume, ...button(lang, 'list')],
  });
}

/** The channel has as many digests as it may. */
export function tooMany(most: number, lang: Lang): Reply {
  return notice(lang, subscriptionPhrases[lang].unclearTitle, {
    text: subscriptionPhrases[lang].tooMany(most),
    actions: button(lang, 'list'),
  });
}

/** What became of a subscription by `pause`, `resume` or `unsubscribe`. `subscription` is as it is afterwards. */
export function changed(
  outcome: 'paused' | 'paused-already' | 'resumed' | 'active-already' | 'removed',
  subscription: Subscription,
  { lang, store }: Wording,
): Reply {
  const said = subscriptionPhrases[lang];
  const { id, schedule, next } = subscription;
  const shown = showSchedule(schedule, lang);
  const upcoming = moment(next, schedule.zone, lang);
  const made = (title: string, text: string, actions: readonly Action[]) =>
    notice(lang, title, { text: `${shown}\n${text}`, actions });
  switch (outcome) {
    case 'paused':
      return made(said.pausedTitle, said.pausedNow, button(lang, 'resume', { rest: id }));
    case 'paused-already':
      return made(said.pausedTitle, said.pausedAlready, button(lang, 'resume', { rest: id }));
    case 'resumed':
      return made(said.resumedTitle, said.resumedNow(upcoming), button(lang, 'preview', { rest: id }));
    case 'active-already':
      return made(said.resumedTitle, said.activeAlready(upcoming), button(lang, 'preview', { rest: id }));
    case 'removed': {
      const rest = wishWords(wishOf(subscription), lang, store);
      return made(said.removedTitle, said.removedNow, button(lang, 'subscribe', { rest, label: said.buttons.again }));
    }
  }
}

function wishOf({ schedule, topics, lang, quiet }: Subscription): Wish {
  const { rhythm, time, zone } = schedule;
  return { pace: paceOfRhythm(rhythm), time, zone, topics, lang, quiet };
}

/** Why nothing was changed. */
export function refused(why: 'no-right' | 'cannot-tell' | 'operators', lang: Lang): Reply {
  const said = subscriptionPhrases[lang];
  const seeing = [...button(lang, 'list'), ...button(lang, 'status'), ...button(lang, 'preview')];
  switch (why) {
    case 'no-right': {
      const open = (['list', 'preview', 'status'] as const).map((action) => typed(action));
      return notice(lang, said.refusedTitle, { text: `${said.refused} ${phrases[lang].list(open)}`, actions: seeing });
    }
    case 'cannot-tell':
      return notice(lang, said.cannotTellTitle, { text: said.cannotTell, actions: seeing });
    case 'operators':
      return notice(lang, said.operatorsTitle, { text: said.operators, actions: seeing });
  }
}

/** Why no digest was chosen. */
export function notChosen(why: 'none' | 'which' | 'no-such', { lang }: Wording): Reply {
  const said = subscriptionPhrases[lang];
  switch (why) {
    case 'none':
      return noneHere(lang);
    case 'which':
      return notice(lang, said.whichTitle, { text: said.which, actions: button(lang, 'list') });
    case 'no-such':
      return notice(lang, said.noSuchTitle, { text: said.noSuch, actions: button(lang, 'list') });
  }
}

/** A channel without digests: how to get one, and a sample to click. */
export function noneHere(lang: Lang): Reply {
  const said = subscriptionPhrases[lang];
  return notice(lang, said.noneTitle, { text: said.none(exampleCommand(lang)), actions: button(lang, 'preview') });
}

/** A place without channels, such as a terminal. */
export function noChannel(lang: Lang): Reply {
  const said = subscriptionPhrases[lang];
  return notice(lang, said.noChannelTitle, {
    text: said.noChannel(inWords(lang, 'preview')),
    actions: button(lang, 'preview'),
  });
}

/** A digest of settings that nobody has subscribed to, marked so. */
export function asSample(digest: Reply, lang: Lang): Reply {
  const note: Section = { kind: 'note', text: subscriptionPhrases[lang].sample(exampleCommand(lang)) };
  return { ...digest, sections: [note, ...digest.sections] };
}

function exampleCommand(lang: Lang): string {
  return typed('subscribe', exampleWish[lang]);
}
