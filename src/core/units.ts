import type { Meaning, Span } from './scan.ts';
import type { Token } from './words.ts';

/** A term of the index and how well a fact that has it matches the unit it stands for, from 0 to 1. */
interface Term {
  readonly term: string;
  readonly strength: number;
}

/** One thing that a question speaks of. A fact matches it by the strongest of its terms. */
export interface Unit {
  readonly label: string;
  readonly terms: readonly Term[];
  /** Its share of the question: a pair of Chinese characters is part of a word, and "China" is what every fact is about. */
  readonly share: number;
  /** A fact without it is no answer, however much else it has. */
  readonly must: boolean;
  /** A fact must tell of it itself: that it is asked with it is not enough. */
  readonly told?: boolean | undefined;
  /** It colours the question ("a bunch of", "begin"): a fact may well lack it. */
  readonly light: boolean;
  readonly entity?: string | undefined;
  readonly topic?: string | undefined;
  readonly concept?: string | undefined;
}

/** Every fact is about China, so naming it tells little. */
export const home = 'china';
const homeShare = 0.2;
/** Unknown single Chinese characters are mostly remains of a word that was understood. */
const loneCharacterShare = 0.3;
const lightShare = 0.25;
const nearStrength = 0.7;
const namedByTopic = 0.6;
const roleStrength = 0.55;
const topicStrength = 0.25;

/** The units that a fact should have: all but the light ones. */
export function heavyUnits(units: readonly Unit[]): Unit[] {
  return units.filter(({ light }) => !light);
}

/** What a question's spans speak of. The same thing named twice counts once. */
export function unitsOf(spans: readonly Span[]): Unit[] {
  const units = new Map<string, Unit>();
  const titled = isTitled(spans);
  for (let at = 0; at < spans.length; at++) {
    const span = spans[at];
    if (!span) continue;
    const run = isUnknownHan(span) ? spans.slice(at, endOfRun(spans, at)) : [span];
    at += run.length - 1;
    const tokens = run.flatMap((part) => part.tokens);
    const place = { plain: titled || at === run.length - 1, light: false };
    for (const unit of run.length > 1 ? wordUnits(tokens, place) : unitsOfSpan(span, place)) {
      const key = unit.concept ?? unit.terms.map((term) => term.term).join();
      if (!units.has(key)) units.set(key, unit);
    }
  }
  return [...units.values()];
}

/** Whether most words have capitals, as in a headline or when shouting: there they make no names. */
function isTitled(spans: readonly Span[]): boolean {
  const words = spans.flatMap(({ tokens }) => tokens.filter(({ raw, han }) => !han && /^\p{L}{2,}$/u.test(raw)));
  return words.length > 3 && words.filter(({ raw }) => capital.test(raw)).length > 0.7 * words.length;
}

function isUnknownHan(span: Span): boolean {
  return span.meanings.length === 0 && span.tokens[0]?.han === true;
}

function endOfRun(spans: readonly Span[], start: number): number {
  let end = start;
  for (let span = spans[end]; span && isUnknownHan(span); span = spans[end]) end++;
  return end;
}

function unitsOfSpan(span: Span, { plain }: WordPlace): Unit[] {
  const meant = (kind: Meaning['kind']) => span.meanings.find((meaning) => meaning.kind === kind);
  const of = (kind: Meaning['kind']) => meant(kind)?.id;
  const [entity, elsewhere, concept, topic] = [of('entity'), of('elsewhere'), meant('concept'), of('topic')];
  const label = labelOf(span.tokens);
  if (entity !== undefined) return [entityUnit(entity, label)];
  if (elsewhere !== undefined) {
    return [
      { label, terms: [{ term: `x:${elsewhere}`, strength: 1 }], share: 1, must: true, told: true, light: false },
    ];
  }
  const role = of('role');
  if (role !== undefined) return [{ ...entityUnit(role, label), must: false, share: 1 }];
  const light = of('light') !== undefined && (plain || !isNameOfItsOwn(span));
  if (concept !== undefined) return [conceptUnit(concept, { topic, label, light }, span.tokens)];
  if (topic !== undefined) return topicUnits(topic, span.tokens);
  return of('filler') === undefined ? wordUnits(span.tokens, { plain, light }) : [];
}

/** The unit for something that the store knows by its name. */
export function entityUnit(entity: string, label: string): Unit {
  const terms = [
    { term: `e:${entity}`, strength: 1 },
    { term: `o:${entity}`, strength: 0.8 },
    { term: `n:${entity}`, strength: namedByTopic },
  ];
  const isHome = entity === home;
  return { label, terms, share: isHome ? homeShare : 1, must: !isHome, light: isHome, entity };
}

/** A concept is matched by its own word best, by any word for it nearly as well, less by a concept that answers for it, by its topic a little. */
function conceptUnit(meaning: Meaning, named: Pick<Unit, 'topic' | 'label' | 'light'>, tokens: readonly Token[]): Unit {
  const { id: concept, must = false, near = [] } = meaning;
  const words = wordTerms(tokens);
  const terms: Term[] = [
    ...(words.length === 1 && !must ? words : []),
    { term: `c:${concept}`, strength: 0.95 },
    ...near.map((id) => ({ term: `c:${id}`, strength: nearStrength })),
    ...(must ? [] : [{ term: `q:${concept}`, strength: roleStrength }]),
    ...(named.topic === undefined ? [] : [{ term: `t:${named.topic}`, strength: topicStrength }]),
  ];
  return { ...named, concept, must, terms, share: named.light ? lightShare : 1 };
}

/** A topic's word without a concept of its own: its words count, and the topic a little. */
function topicUnits(topic: string, tokens: readonly Token[]): Unit[] {
  const words = wordTerms(tokens);
  return words.map((word) => ({
    label: labelOf(tokens),
    terms: [word, { term: `t:${topic}`, strength: 0.6 }],
    share: 1 / words.length,
    must: false,
    light: false,
    topic,
  }));
}

const capital = /^\p{Lu}\p{L}/u;

/** A word with a capital that only shares its stem with a light one: Titanic is no titan. */
function isNameOfItsOwn({ tokens, meanings }: Span): boolean {
  return tokens.every(({ raw }) => capital.test(raw) && meanings.every(({ id }) => id !== raw.toLowerCase()));
}

const yearOrSign = /^(?:(?:19|20)\d\ds?|[$€£¥%])$/u;

interface WordPlace {
  /** It stands where a capital makes no name: at the beginning, or where most words have one. */
  readonly plain: boolean;
  readonly light: boolean;
}

/**
 * A word without a meaning in the glossary: the fact's text or the role of one of its entities may have it. One that looks like a name
 * ("GPT-5", "Llama") is a name that the store does not know: only a fact that has it is an answer.
 */
function wordUnits(tokens: readonly Token[], { plain, light }: WordPlace): Unit[] {
  const [token] = tokens;
  if (!token || yearOrSign.test(token.raw)) return [];
  const lone = token.han && tokens.length === 1;
  const words = lone ? [{ term: `z:${token.key}`, strength: 1 }] : wordTerms(tokens);
  const share = (lone ? loneCharacterShare : 1) * (light ? lightShare : 1);
  const isName = !light && (/\d/.test(token.raw) || (!plain && capital.test(token.raw)));
  return words.map((word) => ({
    label: labelOf(tokens),
    terms: [word, { term: `r:${word.term.slice(2)}`, strength: roleStrength }],
    share: share / words.length,
    must: isName,
    light: light || lone,
  }));
}

function labelOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.raw).join(tokens[0]?.han ? '' : ' ');
}

function wordTerms(tokens: readonly Token[]): Term[] {
  const words = tokens[0]?.han ? pairsOf(tokens).map((pair) => `z:${pair}`) : tokens.map((token) => `w:${token.key}`);
  return words.map((term) => ({ term, strength: 1 }));
}

function pairsOf(tokens: readonly Token[]): string[] {
  return tokens.slice(1).map((token, index) => `${tokens[index]?.key}${token.key}`);
}
