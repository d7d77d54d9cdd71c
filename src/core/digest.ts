import type { Citer } from './cite.ts';
import { chartSection, disputeSection, lines } from './compose.ts';
import { showPeriod } from './dates.ts';
import { type Choice, choose, chooseAgain, type Field, factIds, factsOn, shorten } from './digest-choice.ts';
import { type DigestInput, dayOf, draw } from './digest-draw.ts';
import { digestPhrases } from './digest-phrases.ts';
import type { Fact } from './fact.ts';
import { toText } from './plain.ts';
import { factsOf, type Reply, type Section } from './reply.ts';

/** Facts in one digest, beside those of its dispute: what people read through on a telephone before they scroll on. */
const mostFacts = 6;
/**
 * The longest digest, in characters of plain text. The tightest platform takes 4,000 with its own markup; what a platform would have to
 * cut would be noted as told without having been seen.
 */
const longestDigest = 3_400;

/**
 * A composed digest. `facts` are those that it tells the channel for the first time in this round; with `startsOver` all had been told
 * and the round begins anew. A `quiet` period posts nothing; its reply says why, for a preview.
 */
export type Digest =
  | { readonly kind: 'digest'; readonly reply: Reply; readonly facts: readonly string[]; readonly startsOver: boolean }
  | { readonly kind: 'quiet'; readonly reply: Reply; readonly reason: string };

/** Why a period without anything to tell was skipped, as its delivery keeps it. */
export const quietReason = 'nothing new or untold in this period';

/**
 * Composes the digest of a window: what is new, the most important untold facts spread over the topics, a dispute, a chart, and a footer
 * that proves the window and says what is left. The same input gives the same digest, byte for byte.
 * Nothing is told twice before everything on the topics was told; then a subscription with `say-so` starts over, saying so, and one with
 * `skip` is quiet until something new is added.
 */
export function composeDigest(input: DigestInput): Digest {
  const { store, subscription, told } = input;
  const facts = factsOn(store, subscription.topics);
  const allTold = facts.every((fact) => told.has(fact.id));
  if (facts.length === 0 || (allTold && subscription.quiet === 'skip')) return quietDigest(input, facts.length);
  const reply = composeShort({ ...input, facts, allTold });
  return { kind: 'digest', reply, facts: factsOf(reply).filter((id) => allTold || !told.has(id)), startsOver: allTold };
}

/** A period without anything to tell: skipped, or said so. */
function quietDigest(input: DigestInput, count: number): Digest {
  const { lang, quiet } = input.subscription;
  const said = digestPhrases[lang];
  const note: Section = { kind: 'note', text: count === 0 ? said.noFacts : said.nothingNew(count) };
  const reply = draw(input, () => [note], { shown: 0, fresh: 0, left: 0 });
  return quiet === 'skip'
    ? { kind: 'quiet', reply, reason: quietReason }
    : { kind: 'digest', reply, facts: [], startsOver: false };
}

interface Telling extends DigestInput {
  /** All facts on the topics. */
  readonly facts: readonly Fact[];
  readonly allTold: boolean;
}

/** The digest with as many facts as its length allows. */
function composeShort(telling: Telling): Reply {
  const field = fieldOf(telling);
  let choice = telling.allTold ? chooseAgain(field, mostFacts) : choose(field, mostFacts);
  for (;;) {
    const reply = say(choice, telling);
    const less = shorten(choice);
    if (!less || toText(reply).length <= longestDigest) return reply;
    choice = less;
  }
}

function fieldOf({ store, subscription, window, told }: Telling): Field {
  const { topics, lang, schedule } = subscription;
  const days = { from: dayOf(window.from, schedule.zone), to: dayOf(window.to, schedule.zone) };
  return { store, lang, topics, days, told };
}

function say(choice: Choice, telling: Telling): Reply {
  const { facts, told, allTold } = telling;
  const shown = new Set([...choice.fresh, ...choice.untold].map((fact) => fact.id));
  for (const id of choice.dispute ? factIds(choice.dispute) : []) shown.add(id);
  const left = facts.filter(({ id }) => !shown.has(id) && (allTold || !told.has(id)));
  const counts = { shown: shown.size, fresh: choice.fresh.length, left: left.length };
  return draw(telling, (citer) => sectionsOf(choice, telling, citer), counts);
}

function sectionsOf(choice: Choice, { store, subscription, window, facts, allTold }: Telling, citer: Citer): Section[] {
  const { lang, schedule } = subscription;
  const said = digestPhrases[lang];
  const since = showPeriod(dayOf(window.from, schedule.zone), lang);
  const sections: Section[] = [
    lines(citer, choice.fresh, said.newHeading(since)),
    lines(citer, choice.untold, allTold ? said.againHeading : said.untoldHeading),
  ];
  if (allTold) sections.unshift({ kind: 'note', text: said.startsOver(facts.length) });
  if (choice.dispute) sections.push(disputeSection(citer, choice.dispute, { store, lang }));
  const chart = chartSection(citer, [...choice.fresh, ...choice.untold], { store, lang });
  return chart ? [...sections, chart] : sections;
}
