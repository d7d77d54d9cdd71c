import type { Ask, Place } from './ask.ts';
import type { Reply } from './reply.ts';

/**
 * What became of a post.
 * `refused`: the platform said no before anything was sent; `permanent` ones will be refused again (archived, not in channel, missing access, revoked token).
 * `wait`: not sent, may be sent again after `ms` milliseconds (429). `uncertain`: no certain answer (5xx, time-out, cut line): the post may stand.
 */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly message: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly permanent: boolean }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'uncertain'; readonly reason: string };

/**
 * What a look for an earlier post found. `cannot-look` is not `absent`: nothing may be sent blindly then. `isPassing` where the same look may
 * succeed later, as after a rate limit, a failure of the platform or a cut line.
 */
export type FindOutcome =
  | { readonly kind: 'found'; readonly message: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'cannot-look'; readonly reason: string; readonly isPassing?: boolean };

/** A channel to post to. */
export type Channel = Pick<Place, 'workspace' | 'channel'>;

/** Answers an ask; undefined where the event was answered before and nothing is to be said. Never rejects. */
export type OnAsk = (ask: Ask) => Promise<Reply | undefined>;

/**
 * What only the platform can tell of its own accord: the bot was removed from a workspace (its tokens and subscriptions go),
 * or lost a channel (its subscriptions pause with the reason).
 */
export type PlatformEvent =
  | { readonly kind: 'removed'; readonly workspace: string }
  | { readonly kind: 'channel-lost'; readonly workspace: string; readonly channel: string; readonly reason: string };

export interface Handlers {
  readonly onAsk: OnAsk;
  readonly onEvent: (event: PlatformEvent) => Promise<void>;
}

/** The port behind which every chat platform and the terminal stand. What a platform cannot do is solved in its own folder. */
export interface Platform {
  readonly name: string;
  /** Connects and begins to hand over asks. Rejects with a message that says what to do where the token is wrong. */
  start(handlers: Handlers): Promise<void>;
  /**
   * Ends when the platform’s limits leave room for one more call; with a channel, when that may get its next post, where it has a limit of its
   * own. A delivery waits for the first before it is claimed and for the second before it is marked as being sent: `post` and `findPost` then
   * wait for hardly anything, and a crash leaves few in doubt. Never rejects.
   */
  room(to?: Channel): Promise<void>;
  /** Posts once, never retrying by itself. `deliveryId` (at most 25 characters) travels with the post so that `findPost` can find it. Never rejects. */
  post(to: Channel, reply: Reply, deliveryId: string): Promise<PostOutcome>;
  /** Looks for the post with this delivery id among the channel's messages since an instant (milliseconds UTC). Never rejects. */
  findPost(to: Channel, deliveryId: string, since: number): Promise<FindOutcome>;
  /** Tells one person something in a direct message. Never rejects. */
  tell(user: string, reply: Reply, workspace: string): Promise<PostOutcome>;
  /** Whether a person may manage a channel, as the platform's own rights say now. Rejects where it cannot be found out. */
  mayManage(place: Place): Promise<boolean>;
  /** Stops receiving, lets running replies finish (bounded), closes. */
  stop(): Promise<void>;
}
