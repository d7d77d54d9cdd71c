/** The two platforms as people see them: the same verbs on both, so that one journey runs on either. */
import type { Place } from '../../src/core/ask.ts';
import type { Lang } from '../../src/core/lang.ts';
import type { Platform } from '../../src/core/platform.ts';

/** How people speak to the bot: `/genai …`, its mention in a channel, a direct message. */
export type Way = 'slash' | 'mention' | 'dm';

/** Somebody with a channel of their own, so that no journey hears of another. */
export interface Person {
  readonly user: string;
  readonly channel: string;
}

interface Traits {
  /** The language of their app; English unless told. */
  readonly lang?: Lang;
  /** Whether they may manage their channel. */
  readonly manager?: boolean;
}

/** A message of the bot as the person who asked sees it. */
export interface Seen {
  /** The words, without the marks and escapes of the platform. */
  readonly text: string;
  readonly seenBy: 'asker' | 'everyone';
  /** Who it pings, at worst. */
  readonly pings: readonly string[];
  readonly buttons: readonly string[];
  /** The asker presses the button with this label, and sees the answer to it. */
  click(label: string): Promise<Seen>;
  /** The asker presses the button that shows the message to everyone. */
  share(label: string): Promise<Seen>;
}

/** A loopback platform with the real platform of the bot on it. */
export interface Stage {
  readonly platform: Platform;
  /** A person in their channel, by the ids that the bot knows. */
  place(person: Person): Place;
  person(traits?: Traits): Person;
  /** Says something and waits for the answer. */
  say(way: Way, text: string, person: Person): Promise<Seen>;
  /** Opens a thread in the person's channel; what is said there mentions the bot. */
  thread(person: Person): (text: string, by?: Person) => Promise<Seen>;
  /** What a bot, an edit and a cry to everyone bring before the bot; none of it is meant for it. */
  babble(text: string, person: Person): Promise<void>;
  /** Mentions the bot once; the platform tells of it twice. */
  stutter(text: string, person: Person): Promise<Seen>;
  /** What the bot has said in the person's channel for everyone, oldest first. */
  standing(person: Person): Seen[];
  /** What the bot has told them directly, oldest first. */
  direct(person: Person): Seen[];
  /** What the platform refused, or a person saw go wrong. */
  complaints(): string[];
  /** Nobody answers there any more. */
  vanish(): Promise<void>;
  close(): Promise<void>;
}
