/** What the platforms take of one bot, and how posts keep to it. */
export interface Limit {
  readonly posts: number;
  /** In any so many milliseconds. */
  readonly ms: number;
}

export const limits = {
  /** All requests of a bot together: https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
  discord: { posts: 50, ms: 1000 },
  /**
   * In a workspace "several hundred messages per minute", of which three hundred is the least that it can mean. (One a second in a channel
   * limits nothing where each digest has a channel of its own.) https://docs.slack.dev/reference/methods/chat.postMessage#rate_limiting
   */
  slack: { posts: 300, ms: 60_000 },
} as const;

/** Instants (ascending, in milliseconds) beside a limit: how many, the most within its time, and how many it would have refused. */
export function beside(limit: Limit, times: readonly number[]): string[] {
  return [
    `${times.length} requests`,
    `most ${mostWithin(times, limit.ms)} in ${limit.ms / 1000} s`,
    `${refusals(times, limit)} too many`,
  ];
}

function mostWithin(times: readonly number[], ms: number): number {
  let from = 0;
  let most = 0;
  for (const [to, time] of times.entries()) {
    while (time - (times[from] ?? time) >= ms) from++;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

/** Of a platform that takes so many in any window, whatever its beginning. */
function refusals(times: readonly number[], { posts, ms }: Limit): number {
  const taken: number[] = [];
  for (const time of times) if (time - (taken.at(-posts) ?? Number.NEGATIVE_INFINITY) >= ms) taken.push(time);
  return times.length - taken.length;
}
