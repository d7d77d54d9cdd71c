import { showPeriod } from './dates.ts';
import type { Fact, Figure } from './fact.ts';
import type { Lang } from './lang.ts';
import { showFigure } from './numbers.ts';
import { phrases } from './phrases.ts';
import type { Bar, Citation, Line } from './reply.ts';
import type { Store } from './store.ts';

/** Numbers the citations of one reply in the order of their first use, one number a source and paragraph. */
export interface Citer {
  line(fact: Fact): Line;
  /** The line of a fact under the dispute it stands in: a fact that has a line already is pointed to, and that sources differ goes without saying. */
  sideLine(fact: Fact): Line;
  /** A figure of a fact as a bar. `label` tells it from the other bars of the chart. */
  bar(fact: Fact, figure: Figure, label: string): Bar;
  citations(): Citation[];
}

/** A citer for one reply in one language. The only maker of lines and bars. */
export function createCiter(store: Store, lang: Lang): Citer {
  const told = new Set<string>();
  const cited = new Map<string, { citation: Citation; facts: Set<string> }>();

  function cite(fact: Fact): number {
    const key = `${fact.source}#${fact.paragraph}`;
    const known = cited.get(key);
    if (known) {
      known.facts.add(fact.id);
      return known.citation.n;
    }
    const citation = citationOf(fact, cited.size + 1);
    cited.set(key, { citation, facts: new Set([fact.id]) });
    return citation.n;
  }

  function citationOf(fact: Fact, n: number): Citation {
    const source = store.source(fact.source);
    if (!source) throw new Error(`fact ${fact.id} names the source ${fact.source}, which is not in the store`);
    return {
      n,
      publisher: source.publisher,
      title: source.title[lang],
      date: showPeriod(source.published, lang),
      paragraph: fact.paragraph,
      url: source.url,
      facts: [],
    };
  }

  function lineOf(
    fact: Fact,
    { text, caveat, disputed }: { text: string; caveat?: string | undefined; disputed: boolean },
  ) {
    const line: Omit<Line, keyof LineBrand> = {
      text,
      facts: [fact.id],
      cites: [cite(fact)],
      attribution: attributionOf(fact, { disputed, lang }),
      caveat,
    };
    told.add(fact.id);
    // The brand exists in the types alone: this is the one place that may grant it.
    return line as Line;
  }

  return {
    line: (fact) => lineOf(fact, { ...saidBy(fact, lang), disputed: store.disputesOf(fact.id).length > 0 }),
    sideLine: (fact) => {
      const said = told.has(fact.id) ? { text: phrases[lang].seeAbove } : saidBy(fact, lang);
      return lineOf(fact, { ...said, disputed: false });
    },
    bar: (fact, figure, label) => ({
      label,
      value: figure.value,
      shown: showFigure(figure, lang),
      fact: fact.id,
      cites: [cite(fact)],
    }),
    citations: () => [...cited.values()].map(({ citation, facts }) => ({ ...citation, facts: [...facts] })),
  };
}

function saidBy(fact: Fact, lang: Lang): { text: string; caveat: string | undefined } {
  return { text: fact.text[lang], caveat: fact.caveat?.[lang] };
}

type LineBrand = Pick<Line, Extract<keyof Line, symbol>>;

/** Who says so, as of when, and whether sources disagree on it, in the words of the language. */
function attributionOf(fact: Fact, { disputed, lang }: { disputed: boolean; lang: Lang }): string {
  const said = phrases[lang];
  const parts = [fact.said_by?.[lang], said.asOf(showPeriod(fact.as_of, lang)), disputed ? said.disputed : undefined];
  return parts.filter(Boolean).join(said.separator);
}
