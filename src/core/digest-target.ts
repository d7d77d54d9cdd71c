import type { Numbered } from './digest-replies.ts';

/** Which digest of a channel a person means by the words after a command, or why none. */
export type Target =
  | { readonly kind: 'one'; readonly numbered: Numbered }
  | { readonly kind: 'none' | 'which' | 'no-such' };

/** A number as in the list: `2`, `#2`, `[2]`, `第 2 份`. Ids of subscriptions are longer. */
const listNumber = /^[#[(]?(?:第\s*)?(\d{1,2})\s*(?:[\])]|份|个)?$/u;

/** Chooses by number or id; where nothing is said and there is one digest, that one. */
export function chosen(words: string, digests: readonly Numbered[]): Target {
  const said = words.trim();
  const [first, second] = digests;
  if (said === '' && second) return { kind: 'which' };
  const number = Number(listNumber.exec(said)?.[1]);
  const meant = said === '' ? first : digests.find((one) => one.number === number || one.subscription.id === said);
  if (meant) return { kind: 'one', numbered: meant };
  return { kind: first ? 'no-such' : 'none' };
}

/** The digest that comes next, of those that are not paused where there are such. */
export function soonest(digests: readonly Numbered[]): Numbered | undefined {
  const active = digests.filter(({ subscription }) => subscription.status === 'active');
  return active.toSorted((a, b) => a.subscription.next - b.subscription.next)[0] ?? digests[0];
}
