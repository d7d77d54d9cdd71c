/** Where a person speaks. `workspace` is the team or server the channel belongs to; empty where there is none. */
export interface Place {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  /** The thread (or the direct conversation) whose memory a follow-up uses. */
  readonly thread: string;
  readonly user: string;
}

/**
 * What a person wants, free of any platform. A mention is the same ask as `/genai ask`.
 * `id` is the platform's id of the event: a second delivery of the same event has the same id and is not answered again.
 * `text` is what follows `/genai` or the mention: a command of `core/commands`, or a question.
 */
export interface Ask {
  readonly id: string;
  readonly text: string;
  readonly from: Place;
  /** Who will see the reply: only the asker (a slash command), or everyone there (a mention). Private replies can be shared. */
  readonly audience: 'asker' | 'channel';
  /** The person's BCP 47 locale and IANA zone, where the platform tells them. */
  readonly locale?: string | undefined;
  readonly zone?: string | undefined;
}
