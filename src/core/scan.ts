import type { Token } from './words.ts';
import { tokensOf } from './words.ts';

/** What a word or phrase stands for in the glossary. */
export interface Meaning {
  readonly kind: 'entity' | 'role' | 'topic' | 'concept' | 'elsewhere' | 'light' | 'filler';
  readonly id: string;
  /** A question with this meaning is answered only by a fact with it. */
  readonly must?: boolean;
  /** Concepts that answer for this one. */
  readonly near?: readonly string[];
}

/** Some tokens of a text that the phrase book knows as one phrase, or a single token that it does not know. */
export interface Span {
  readonly tokens: readonly Token[];
  readonly meanings: readonly Meaning[];
}

/** Whether a span is the name of an entity of the store. */
export function isEntity({ meanings }: Span): boolean {
  return meanings.some(({ kind }) => kind === 'entity');
}

/** Most nodes are the end of a phrase with one meaning: what is empty takes no memory. */
interface Node {
  next?: Map<string, Node>;
  meanings?: { meaning: Meaning; asWritten?: string }[];
}

/** All phrases of the glossary in one tree, so that a text is read once, longest phrase first, in either language. */
export interface PhraseBook {
  /** Adds a phrase. With `asWritten` it matches only in exactly these letters: `US` is a country, `us` is not. */
  add(phrase: string, meaning: Meaning, asWritten?: boolean): void;
  /** A text's tokens as consecutive spans, each the longest phrase that begins there. */
  scan(tokens: readonly Token[]): Span[];
  /** Every phrase in a text's tokens, also those inside longer ones. */
  all(tokens: readonly Token[]): Meaning[];
}

export function createPhraseBook(): PhraseBook {
  const root: Node = {};

  function longestAt(tokens: readonly Token[], start: number): Span | undefined {
    let node: Node | undefined = root;
    let found: Span | undefined;
    for (let end = start; node && end < tokens.length; ) {
      node = node.next?.get(tokens[end]?.key ?? '');
      end++;
      if (!node) break;
      const meanings = meaningsOf(node, tokens.slice(start, end));
      if (meanings.length > 0) found = { tokens: tokens.slice(start, end), meanings };
    }
    return found;
  }

  return {
    add(phrase, meaning, asWritten = false) {
      let node = root;
      for (const { key } of tokensOf(phrase)) {
        node.next ??= new Map();
        const next: Node = node.next.get(key) ?? {};
        node.next.set(key, next);
        node = next;
      }
      if (node === root) return;
      node.meanings ??= [];
      node.meanings.push(asWritten ? { meaning, asWritten: phrase } : { meaning });
    },
    scan(tokens) {
      const spans: Span[] = [];
      for (let at = 0; at < tokens.length; ) {
        const span = longestAt(tokens, at) ?? { tokens: tokens.slice(at, at + 1), meanings: [] };
        spans.push(span);
        at += span.tokens.length;
      }
      return spans;
    },
    all(tokens) {
      const found: Meaning[] = [];
      for (let start = 0; start < tokens.length; start++) {
        let node: Node | undefined = root;
        for (let end = start; node && end < tokens.length; end++) {
          node = node.next?.get(tokens[end]?.key ?? '');
          if (node) found.push(...meaningsOf(node, tokens.slice(start, end + 1)));
        }
      }
      return found;
    },
  };
}

function meaningsOf({ meanings }: Node, tokens: readonly Token[]): Meaning[] {
  if (!meanings) return none;
  const fitting = meanings.filter(
    ({ asWritten }) =>
      asWritten === undefined || asWritten.replaceAll(' ', '') === tokens.map(({ raw }) => raw).join(''),
  );
  return fitting.map(({ meaning }) => meaning);
}

const none: Meaning[] = [];
