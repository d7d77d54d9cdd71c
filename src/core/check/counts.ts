import { factKinds } from '../fact.ts';
import { languages } from '../lang.ts';
import type { Knowledge } from '../store.ts';
import type { SourceTexts } from './finding.ts';

export type Count = readonly [name: string, count: number];

/** How many facts the knowledge has, seen from several sides. */
export interface Counts {
  readonly facts: number;
  readonly bySource: readonly Count[];
  /** A fact counts for each of its topics. */
  readonly byTopic: readonly Count[];
  readonly byKind: readonly Count[];
  readonly byLanguage: readonly Count[];
  readonly withFigures: number;
  readonly withCaveat: number;
  /** For each source whose text is given, its paragraphs that no fact cites. */
  readonly unused: readonly { readonly source: string; readonly paragraphs: readonly number[]; readonly of: number }[];
}

export function countFacts({ facts, sources, topics }: Knowledge, texts: SourceTexts = new Map()): Counts {
  const having = (test: (fact: (typeof facts)[number]) => boolean): number => facts.filter(test).length;
  return {
    facts: facts.length,
    bySource: sources.map(({ id }) => [id, having((fact) => fact.source === id)]),
    byTopic: topics.map(({ id }) => [id, having((fact) => fact.topics.includes(id))]),
    byKind: factKinds.map((kind) => [kind, having((fact) => fact.kind === kind)]),
    byLanguage: languages.map((lang) => [lang, having((fact) => fact.text[lang] !== '')]),
    withFigures: having((fact) => fact.figures.length > 0),
    withCaveat: having((fact) => fact.caveat !== undefined),
    unused: [...texts].map(([source, paragraphs]) => {
      const cited = new Set(facts.flatMap((fact) => (fact.source === source ? [fact.paragraph] : [])));
      return { source, paragraphs: [...paragraphs.keys()].filter((n) => !cited.has(n)), of: paragraphs.size };
    }),
  };
}
