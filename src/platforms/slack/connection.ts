import type { Receiver } from '@slack/bolt';

/** How Slack reaches the bot: over a socket that the bot opens, or over HTTP. */
export interface Connection {
  readonly receiver: Receiver;
  /** Receives from now on. Rejects with what to do about it. */
  open(): Promise<void>;
  /** Receives nothing more. Bounded; never rejects. */
  close(): Promise<void>;
}

/** How long a peer has to say goodbye, in milliseconds. */
export const farewell = 2000;
