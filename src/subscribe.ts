import type { Ask, Place } from './core/ask.ts';
import { resumed } from './core/delivery-plan.ts';
import type { Digest } from './core/digest.ts';
import { list, operator, status } from './core/digest-overview.ts';
import { previewOf } from './core/digest-preview.ts';
import {
  asSample,
  changed,
  type Numbered,
  noChannel,
  notChosen,
  refused,
  setUp,
  thereAlready,
  tooMany,
  type Wording,
} from './core/digest-replies.ts';
import { chosen, soonest } from './core/digest-target.ts';
import { toldOrOnTheWay } from './core/digest-told.ts';
import { unclear } from './core/digest-unclear.ts';
import { type Wish, withZone } from './core/digest-wish.ts';
import { readWish, type WishParts } from './core/digest-words.ts';
import type { Lang } from './core/lang.ts';
import type { Log } from './core/log.ts';
import type { Request } from './core/parse.ts';
import type { Platform } from './core/platform.ts';
import type { Reply } from './core/reply.ts';
import type { State } from './core/state.ts';
import type { Subscription } from './core/subscription.ts';
import { defaults, fulfils, makeSubscription, type WholeWish } from './core/subscription-make.ts';
import { properZone } from './core/subscription-zone-words.ts';

/** Digests of one channel: ten a week are more than one a working day, and their list still fits one screen. */
const mostPerChannel = 10;

export interface SubscriptionParts extends WishParts {
  readonly state: State;
  /** The platforms that digests can be posted on, by name. A place on none of them has no channel. */
  readonly platforms: ReadonlyMap<string, Platform>;
  readonly now: () => number;
  /** A short random id, a new one at each call. */
  readonly newId: () => string;
  /** Users who may change the digests of any channel. */
  readonly managers: readonly string[];
  readonly log: Log;
}

type DigestRequest = Extract<Request, { command: 'digest' }>;

/** Digests as people see and change them in chat. */
export interface Subscriptions {
  /** The reply to a digest command. Rejects where the state fails. */
  onDigest(ask: Ask, request: DigestRequest, lang: Lang): Promise<Reply>;
}

export function createSubscriptions(parts: SubscriptionParts): Subscriptions {
  return {
    async onDigest({ from, zone }, { action, words }, lang) {
      const saying: Saying = { ...parts, from, zone, words, wording: { lang, store: parts.store } };
      if (action === 'preview') return await preview(saying);
      const platform = parts.platforms.get(from.platform);
      if (!platform) return noChannel(lang);
      switch (action) {
        case 'list':
          return list(await digestsIn(saying), saying.wording);
        case 'status':
          return await statusOf(saying);
        case 'subscribe':
          return await subscribe({ ...saying, platform });
        case 'pause':
        case 'resume':
        case 'unsubscribe':
          return await change(action, { ...saying, platform });
      }
    },
  };
}

/** A digest command of one person, with all that is needed to do it. */
interface Saying extends SubscriptionParts {
  readonly from: Place;
  readonly zone: string | undefined;
  readonly words: string;
  readonly wording: Wording;
}

interface Changing extends Saying {
  readonly platform: Platform;
}

/** The digests of a channel, oldest first: also those that the operator set up without saying in which workspace the channel is. */
async function digestsIn({ state, from }: Saying): Promise<Numbered[]> {
  const own = await state.subscriptionsOf(from.platform, from);
  const others = from.workspace === '' ? [] : await state.subscriptionsOf(from.platform, { ...from, workspace: '' });
  return [...own, ...others]
    .toSorted((a, b) => a.madeAt - b.madeAt)
    .map((subscription, index) => ({ number: index + 1, subscription }));
}

async function statusOf(saying: Saying): Promise<Reply> {
  const numbered = await digestsIn(saying);
  const latest = numbered.map(
    async ({ subscription: { id } }) => [id, (await saying.state.deliveriesOf(id, 1))[0]] as const,
  );
  const last = new Map(await Promise.all(latest));
  return status(numbered, ({ id }) => last.get(id), saying.wording);
}

async function subscribe(saying: Changing): Promise<Reply> {
  const { from, wording, words } = saying;
  const refusal = await refusalAt(from, saying);
  if (refusal) return refusal;
  const said = readWish(words, saying);
  const read = withZone(said, profileZone(saying));
  if (read.kind === 'unclear') return unclear(read.doubts, read.heard, wording);
  const wish = wholeWish(read.wish, wording);
  const here = await digestsIn(saying);
  const same = here.find(({ subscription }) => fulfils(subscription, wish));
  if (same) return thereAlready(same, wording);
  if (here.length >= mostPerChannel) return tooMany(mostPerChannel, wording.lang);
  const subscription = await added(wish, saying);
  const isProfile = said.kind === 'wish' && said.wish.zone === undefined;
  return setUp({ number: here.length + 1, subscription }, isProfile ? 'profile' : 'words', wording);
}

function profileZone({ zone }: Saying): string | undefined {
  return zone === undefined ? undefined : properZone(zone);
}

/** A wish with nothing left open: in the language that the person speaks where it names none. */
function wholeWish(wish: Wish, { lang }: Wording): WholeWish {
  const { zone = defaults.zone, quiet = defaults.quiet } = wish;
  return { ...wish, zone, lang: wish.lang ?? lang, quiet };
}

/** A subscription of who speaks, added under an id that no other has. */
async function added(wish: WholeWish, { state, newId, from, now }: Saying): Promise<Subscription> {
  for (;;) {
    const subscription = makeSubscription(wish, { id: newId(), place: from, madeBy: from.user, now: now() });
    if (await state.addSubscription(subscription)) return subscription;
  }
}

async function change(action: 'pause' | 'resume' | 'unsubscribe', saying: Changing): Promise<Reply> {
  const { from, wording, words } = saying;
  const target = chosen(words, await digestsIn(saying));
  const meant = target.kind === 'one' ? target.numbered.subscription : await digestElsewhere(saying);
  if (!meant) return notChosen(target.kind === 'one' ? 'none' : target.kind, wording);
  if (meant.madeBy === operator && action !== 'resume') return refused('operators', wording.lang);
  const place = { ...from, workspace: meant.workspace || from.workspace, channel: meant.channel, thread: '' };
  const refusal = await refusalAt(place, saying);
  if (refusal) return refusal;
  return await changeTo(action, meant.id, saying);
}

/** The digest with this id in another channel: who is told in a direct message that theirs is paused resumes it there. */
async function digestElsewhere({ state, from, words }: Saying): Promise<Subscription | undefined> {
  const found = await state.subscription(words.trim());
  const isNear = from.workspace === '' || found?.workspace === '' || found?.workspace === from.workspace;
  return found?.platform === from.platform && isNear ? found : undefined;
}

async function changeTo(
  action: 'pause' | 'resume' | 'unsubscribe',
  id: string,
  { state, now, wording }: Saying,
): Promise<Reply> {
  if (action === 'unsubscribe') {
    const subscription = await state.subscription(id);
    if (!subscription) return notChosen('no-such', wording);
    await state.removeSubscription(id);
    return changed('removed', subscription, wording);
  }
  const { status, said } = switches[action];
  let isNews = false;
  // As it stands, not as it was read: while the platform was asked for the person's rights, its digest may have been planned.
  const subscription = await state.changeSubscription(id, (current) => {
    isNews = current.status !== status;
    if (!isNews) return undefined;
    return status === 'active' ? resumed(current, now()) : { ...current, status, pause: pausedInChat };
  });
  return subscription
    ? changed(isNews ? said : `${status}-already`, subscription, wording)
    : notChosen('no-such', wording);
}

/** The status that a word asks for, and what is said when it has it. */
const switches = {
  pause: { status: 'paused', said: 'paused' },
  resume: { status: 'active', said: 'resumed' },
} as const;

const pausedInChat = { by: 'person', reason: 'paused in chat' } as const;

/** What a person hears who may not change the digests of a place, or of whom it cannot be found out; undefined where they may. */
async function refusalAt(place: Place, { platform, managers, log, wording }: Changing): Promise<Reply | undefined> {
  if (managers.includes(place.user)) return undefined;
  try {
    return (await platform.mayManage(place)) ? undefined : refused('no-right', wording.lang);
  } catch (error) {
    log.warn(
      { err: error, platform: place.platform },
      'it could not be found out whether a person may manage a channel',
    );
    return refused('cannot-tell', wording.lang);
  }
}

/** What the next digest will say: of the one that is meant, or that comes next; where there is none, a sample. */
async function preview(saying: Saying): Promise<Reply> {
  const { words, wording } = saying;
  const here = await digestsIn(saying);
  const target = chosen(words, here);
  const meant = target.kind === 'one' ? target.numbered : words === '' && soonest(here);
  if (meant) return (await previewIn(saying, meant.subscription)).reply;
  const sample = sampleOf(saying);
  if (!sample) return notChosen(target.kind === 'one' ? 'none' : target.kind, wording);
  return asSample((await previewIn(saying, sample)).reply, wording.lang);
}

/** A digest that nobody set up, with what is said of it; undefined where the words say something else. */
function sampleOf(saying: Saying): Subscription | undefined {
  const { from, words, now, wording } = saying;
  const read = readWish(words, saying);
  const heard = read.kind === 'wish' ? read.wish : read.heard;
  if (read.kind === 'unclear' && read.doubts.some(({ kind }) => kind !== 'missing')) return undefined;
  const wish = {
    ...heard,
    pace: heard.pace ?? defaults.pace,
    time: heard.time ?? defaults.time,
    zone: heard.zone ?? profileZone(saying),
  };
  return makeSubscription(wholeWish(wish, wording), { id: '', place: from, madeBy: from.user, now: now() });
}

async function previewIn({ state, store, now }: Saying, subscription: Subscription): Promise<Digest> {
  return previewOf(subscription, { store, told: await toldOrOnTheWay(state, subscription), now: now() });
}
