import type { Fact, Figure } from './fact.ts';
import type { Entity } from './glossary.ts';
import { hintsIn, type Word, wordOf } from './hints.ts';
import type { Asked } from './question.ts';
import { isEntity, type PhraseBook, type Span } from './scan.ts';
import type { Store } from './store.ts';
import { home } from './units.ts';
import { type Token, tokensOf } from './words.ts';

/**
 * Reads a fact into the terms it is found by, over both its languages: `w:` an English stem, `z:` a pair of Chinese characters, `c:` a concept,
 * `x:` a name that the store knows nothing of, `e:` an entity, `o:` one whose maker, employer, seat or publisher it is, `n:` one that its topic names, `r:` a word and `q:` a concept of
 * an entity's role (`r:` also of who says it), `t:` a topic.
 */
export type TermReader = (fact: Fact) => ReadonlySet<string>;

/** Makes a reader: once an index, so that each entity's role is read once. */
export function createTermReader(store: Store, book: PhraseBook): TermReader {
  const roles = new Map(store.entities.map((entity) => [entity.id, roleTerms(entity, book)]));
  const publishers = new Map(
    store.sources.map((source) => [source.id, namedIn([source.publisher, ...source.authors].join('\n'), book)]),
  );
  const seats = new Map(store.entities.map((entity) => [entity.id, seatOf(entity)]));
  const topics = new Map(store.topics.map(({ id, name, about }) => [id, namedIn(`${name.en}\n${about.en}`, book)]));

  function entityTerms(id: string): string[] {
    const maker = store.entity(id)?.of;
    return [
      `e:${id}`,
      ...(maker === undefined ? [] : [`o:${maker}`]),
      ...(seats.get(id) ?? []).map((seat) => `o:${seat}`),
      ...(roles.get(id) ?? []),
    ];
  }

  /** The place that an entity's role begins with, "American maker of ChatGPT"; every other is merely spoken of: "smartphone maker under US sanctions". */
  function seatOf({ kind, role }: Entity): string[] {
    const [word] = tokensOf(role.en.replace(/^(?:the|an?) /u, ''));
    const [first] = word ? book.scan([word]) : [];
    const named = first?.meanings.flatMap((meaning) => (meaning.kind === 'entity' ? [meaning.id] : [])) ?? [];
    return kind === 'place' ? [] : named.filter((id) => id !== home && store.entity(id)?.kind === 'place');
  }

  return (fact) => {
    const spans = book.scan(tokensOf(wordsIn(fact)));
    return new Set([
      ...wordTerms(spans),
      ...asRole(wordTerms(book.scan(tokensOf(`${fact.said_by?.en ?? ''}\n${fact.said_by?.zh ?? ''}`)))),
      ...spans.flatMap(glossaryTerms),
      ...fact.topics.map((topic) => `t:${topic}`),
      ...fact.topics.flatMap((topic) => (topics.get(topic) ?? []).map((id) => `n:${id}`)),
      ...fact.entities.flatMap(entityTerms),
      ...(publishers.get(fact.source) ?? []).map((id) => `o:${id}`),
    ]);
  };
}

/** The terms of a question: its words, and what they stand for. */
export function termsIn(spans: readonly Span[]): Set<string> {
  const named = spans.flatMap(({ meanings }) =>
    meanings.flatMap(({ kind, id }) => (kind === 'entity' || kind === 'role' ? [`e:${id}`] : [])),
  );
  return new Set([...wordTerms(spans), ...spans.flatMap(glossaryTerms), ...named]);
}

/** A question in terms. */
export interface InTerms {
  /** Its words and what they stand for: `termsIn`. */
  readonly terms: readonly string[];
  /** Its words in their order, of which only lessons make something: `hintsIn`. */
  readonly words: readonly Word[];
  /** What kinds of answer it asks for. */
  readonly asked: ReadonlySet<Asked>;
}

/** Puts what was read of a question into terms. */
export function inTerms(spans: readonly Span[], asked: ReadonlySet<Asked>): InTerms {
  return { terms: [...termsIn(spans)], words: spans.map(wordOf), asked };
}

/** What is compared of two questions: their terms, and `k:` the kinds of answer that they ask for. */
export function comparedTerms({ terms, asked }: Omit<InTerms, 'words'>): string[] {
  return [...terms, ...[...asked].map((kind) => `k:${kind}`)];
}

/** What is learned from a question: what is compared of it, and what its words hint at. */
export function learnedTerms(question: InTerms): string[] {
  return [...comparedTerms(question), ...hintsIn(question.words)];
}

/** All that a fact says, in both languages; who says it is not what it says. */
function wordsIn(fact: Fact): string {
  const figureWords = (figure: Figure) =>
    [figure.unit, figure.what].flatMap((text) => (text ? [text.en, text.zh] : []));
  return [fact.text.en, fact.text.zh, ...fact.figures.flatMap(figureWords)].join('\n');
}

function roleTerms(entity: Entity, book: PhraseBook): string[] {
  const spans = book.scan(tokensOf(`${entity.role.en}\n${entity.role.zh}`));
  const concepts = spans.flatMap(({ meanings }) =>
    meanings.filter(({ kind }) => kind === 'concept').map(({ id }) => `q:${id}`),
  );
  return [...asRole(wordTerms(spans)), ...concepts];
}

function asRole(terms: ReadonlySet<string>): string[] {
  return [...terms].map((term) => `r:${term.slice(2)}`);
}

function namedIn(text: string, book: PhraseBook): string[] {
  return book.all(tokensOf(text)).flatMap((meaning) => (meaning.kind === 'entity' ? [meaning.id] : []));
}

/** A country that is an entity of the store goes by that alone. */
function glossaryTerms(span: Span): string[] {
  return span.meanings.flatMap(({ kind, id }) => {
    if (kind === 'concept') return [`c:${id}`];
    return kind === 'elsewhere' && !isEntity(span) ? [`x:${id}`] : [];
  });
}

/** The stems and character pairs of a text, without fillers. */
function wordTerms(spans: readonly Span[]): Set<string> {
  const terms = new Set<string>();
  let before: Token | undefined;
  for (const span of spans) {
    const filler = span.meanings.some((meaning) => meaning.kind === 'filler');
    for (const token of span.tokens) {
      if (!token.han && !filler) terms.add(`w:${token.key}`);
      if (token.han && before?.han) terms.add(`z:${before.key}${token.key}`);
      before = token;
    }
  }
  return terms;
}
