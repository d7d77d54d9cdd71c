import { answersTo } from './answer.ts';
import { paged, pageSize, share, type Telling } from './briefings.ts';
import { inWords } from './commands.ts';
import { compose, lines, notice } from './compose.ts';
import type { Fact } from './fact.ts';
import type { Entity } from './glossary.ts';
import type { Lang } from './lang.ts';
import type { Mind } from './mind.ts';
import { phrases } from './phrases.ts';
import { readQuestion } from './question.ts';
import type { Action, Reply } from './reply.ts';
import { home } from './units.ts';

/** Which page is wished for, in which language; `ask` is what was said, for the buttons. */
interface Wish {
  readonly page: number;
  readonly lang: Lang;
  readonly ask: string;
}

type Known = Pick<Mind, 'store' | 'index' | 'book' | 'speller'>;

/** What the store knows of one entity, or of two side by side. */
export function about(entities: readonly string[], { page, lang, ask }: Wish, mind: Known): Reply {
  const { store } = mind;
  const telling: Telling = { store, lang, ask };
  const said = phrases[lang];
  const known = entities.flatMap((id) => store.entity(id) ?? []);
  const title = known.map((entity) => entity.name[lang]).join(said.versus);
  const empty = known.find((entity) => store.ofEntity(entity.id).length === 0);
  if (empty) return notice(lang, title, { text: said.aboutNothing(empty.name[lang]) });
  const [only] = known;
  if (only && known.length === 1) return paged({ kind: 'about', title, facts: factsOn(only, mind), page }, telling);
  const each = Math.max(2, Math.floor(pageSize / Math.max(1, known.length)));
  return compose(store, lang, {
    kind: 'about',
    title,
    sections: (citer) => known.map((entity) => lines(citer, factsOn(entity, mind).slice(0, each), entity.name[lang])),
    actions: [
      share(telling),
      ...known.map(
        (entity): Action => ({
          kind: 'ask',
          label: entity.name[lang],
          text: inWords(lang, 'about', entity.name[lang]),
        }),
      ),
    ],
  });
}

/** The facts of an entity: what it is, then those whose text begins with it, those that name it, and last those that it says together with others; the important first. */
function factsOn(entity: Entity, mind: Known): Fact[] {
  const facts = mind.store.ofEntity(entity.id);
  const introduction = introductionOf(entity, mind);
  const others = facts
    .filter((fact) => fact !== introduction)
    .map((fact) => ({ fact, aside: asideIn(fact, entity, mind) }))
    .toSorted((a, b) => a.aside - b.aside || b.fact.importance - a.fact.importance)
    .map(({ fact }) => fact);
  return introduction ? [introduction, ...others] : others;
}

/** How far a fact is from being about an entity: what it said together with others is the farthest. */
function asideIn({ entities, said_by }: Fact, { id }: Entity, { store }: Known): number {
  const named = entities.flatMap((one) => store.entity(one) ?? []).filter(({ kind }) => kind === 'company');
  const saying = named.filter((one) => said_by?.en.includes(one.name.en));
  if (saying.length > 1 && saying.some((one) => one.id === id)) return 2;
  return entities[0] === id ? 0 : 1;
}

/** The fact that tells who or what an entity is, where it is surely known; none does of China, which all are about. */
function introductionOf({ id, kind, name }: Entity, mind: Known): Fact | undefined {
  if (id === home) return undefined;
  const { facts, surety } = answersTo(readQuestion(`${kind === 'person' ? 'who' : 'what'} is ${name.en}?`, mind), mind);
  return surety >= 0 ? facts.slice(0, 1).find((fact) => fact.entities.includes(id)) : undefined;
}
