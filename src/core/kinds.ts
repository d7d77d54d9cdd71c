import type { Fact } from './fact.ts';
import type { Entity } from './glossary.ts';
import { yearsNamed } from './period.ts';
import type { Asked } from './question.ts';
import type { Found } from './search.ts';
import type { Store } from './store.ts';

const hasNumber =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|many|most|few|several|numerous|half)\b/iu;
const exactNumber = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b/iu;
const hasMoney = /[$€£¥]|\b(?:yuan|dollars?|renminbi|usd|cny)\b/iu;
const reason =
  /\b(?:because|since|due|reasons?|thanks to|so that|in order|to (?:avoid|escape|win|attract|gain|get)|as they|in the hope)\b|因为|由于|原因|为了|因此|为的是|以便|看中/iu;

/** From this share of its known questions on a fact is known to be asked why: for fewer somebody made a reason of what is none. */
const knownForReasons = 0.1;

/** Whether a fact can answer a kind of question: it has what such an answer must have, or, where no form shows that, is known to. */
export function canAnswer({ fact, answers }: Found, asked: Asked, store: Store): boolean {
  switch (asked) {
    case 'count':
    case 'share':
    case 'amount':
      return hasNumber.test(fact.text.en);
    case 'money':
      return hasMoney.test(fact.text.en);
    case 'when':
      return answers.has(asked) || namesYear(fact) || fact.kind === 'event';
    case 'where':
      return answers.has(asked) || tellsOf('place', fact, store);
    case 'why':
      return (answers.get(asked) ?? 0) >= knownForReasons || givesReason(fact);
    default:
      return true;
  }
}

function namesYear({ text }: Fact): boolean {
  return yearsNamed(text.en).length > 0;
}

function tellsOf(kind: Entity['kind'], { entities }: Fact, store: Store): boolean {
  return entities.some((id) => store.entity(id)?.kind === kind);
}

function givesReason({ text }: Fact): boolean {
  return reason.test(text.en) || reason.test(text.zh);
}

/** How much a fact that gives what is asked for goes before one that does not, beside its relevance. */
const boosts: Readonly<Record<Asked, (fact: Fact, store: Store) => number>> = {
  count: (fact) => (hasFigure(fact, (unit) => unit !== '%') ? 1.1 : 0) + (exactNumber.test(fact.text.en) ? 0.6 : 0),
  share: (fact) => (hasFigure(fact, (unit) => unit === '%') ? 1.1 : 0),
  amount: (fact) => (fact.figures.length > 0 ? 1.1 : 0),
  money: (fact) => (hasFigure(fact, (unit) => unit === 'USD' || unit === 'CNY') ? 0.6 : 0),
  when: (fact) => (fact.kind === 'event' ? 0.9 : 0) + (namesYear(fact) ? 0.75 : 0),
  who: (fact, store) => (tellsOf('person', fact, store) ? 0.45 : 0),
  where: (fact, store) => (tellsOf('place', fact, store) ? 0.45 : 0),
  why: (fact) => (givesReason(fact) ? 1.5 : 0),
  how: () => 0,
  compare: () => 0,
};

function hasFigure({ figures }: Fact, isUnit: (unit: string) => boolean): boolean {
  return figures.some(({ unit }) => isUnit(unit.en));
}

/** The same for a fact that is known to answer such questions, in full where this share of its known questions are. */
const knownBoost = 2;
const knownShare = 0.2;

/** What a found fact gains for the kinds of question asked. */
export function boostOf({ fact, answers }: Found, asked: ReadonlySet<Asked>, store: Store): number {
  return [...asked].reduce(
    (sum, kind) => sum + boosts[kind](fact, store) + knownBoost * Math.min(1, (answers.get(kind) ?? 0) / knownShare),
    0,
  );
}
