import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fit as fitTo } from '../../src/core/clip.ts';
import { fold } from '../../src/core/fold.ts';
import { type Lang, languages } from '../../src/core/lang.ts';
import { parse } from '../../src/core/parse.ts';
import { phrases } from '../../src/core/phrases.ts';
import { toText } from '../../src/core/plain.ts';
import type { Line, Reply, Section } from '../../src/core/reply.ts';
import { factsOf } from '../../src/core/reply.ts';
import { replyLanguage, respond } from '../../src/core/respond.ts';
import { realMind } from '../support/mind.ts';

const mind = realMind();
const { store } = mind;

function replyTo(text: string, given?: Lang): Reply {
  const request = parse(text, store, mind.book);
  const lang = given ?? replyLanguage({ text }, request.command);
  if (request.command === 'digest') throw new Error('digests are not composed here');
  return respond({ request, lang, text }, mind).reply;
}

const asked = [
  ...store.topics.flatMap((topic) => [topic.id, topic.name.zh, `timeline ${topic.id}`, `sources ${topic.id}`]),
  ...store.entities.map((entity) => `about ${entity.name.en}`),
  ...store.facts.map((fact) => `why ${fact.id}`),
  ...store.facts.map((fact) => `ask ${fact.text.en}`),
  ...store.facts.map((fact) => `ask ${fact.text.zh}`),
  'help',
  'topics',
  'timeline',
  'disputes',
  'sources',
];
const anyReply = fc
  .constantFrom(...asked)
  .chain((text) => fc.constantFrom(...languages).map((lang) => replyTo(text, lang)));

function linesOf(section: Section): readonly Line[] {
  if (section.kind === 'lines') return section.lines;
  return section.kind === 'dispute' ? section.sides.flatMap((side) => side.lines) : [];
}

describe('whatever is asked', () => {
  test('every line says exactly what its facts say, once, and cites their source and paragraph', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const told = new Set<string>();
        for (const line of reply.sections.flatMap(linesOf)) {
          const facts = line.facts.flatMap((id) => store.fact(id) ?? []);
          const isTold = line.text === phrases[reply.lang].seeAbove;
          expect(facts.every(({ id }) => told.has(id))).toBe(isTold);
          if (!isTold) expect(facts.map((fact) => fact.text[reply.lang]).join(' ')).toBe(line.text);
          for (const { id } of facts) told.add(id);
          const cited = line.cites.map((n) => reply.citations.find((citation) => citation.n === n));
          expect(cited.map((citation) => citation?.paragraph)).toEqual(facts.map((fact) => fact.paragraph));
        }
      }),
    );
  });

  test('[n] stands in the text if and only if source n is listed, numbered from 1 in the order of use', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const [body = ''] = toText({ ...reply, citations: [] }).split('\n\nSources\n');
        const used = [...body.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
        expect([...new Set(used)]).toEqual(reply.citations.map((citation) => citation.n));
        expect(reply.citations.map((citation) => citation.n)).toEqual(reply.citations.map((_, index) => index + 1));
      }),
    );
  });

  test('a reply with facts is dated by the newest of them', () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        expect(reply.footer.some((line) => /Newest fact|最新事实/.test(line))).toBe(factsOf(reply).length > 0);
      }),
    );
  });
});

test('a reply cut to a limit keeps the sources of what is left, says what is missing, and is within the limit', () => {
  fc.assert(
    fc.property(anyReply, fc.integer({ min: 900, max: 4000 }), (reply, most) => {
      const cut = fitTo(reply, { measure: (one) => toText(one).length, most });
      const text = toText(cut);
      const used = new Set([...text.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1])));
      expect([...used].sort((a, b) => a - b)).toEqual(cut.citations.map((citation) => citation.n));
      expect(text.length <= most || cut.sections.length <= 2).toBe(true);
    }),
  );
});

describe('bad questions get a polite reply', () => {
  test.each([
    ['10,000 characters', `how many models ${'very '.repeat(2000)}?`],
    ['emoji', '🤖🐉🔥'],
    ['control characters', '\u0000\u0007\u001b[31mred\u202e'],
    ['Arabic', 'كم عدد النماذج في الصين؟'],
    ['half a surrogate pair', '\ud83d chips'],
    ['markup', '<!channel> @everyone *_~`> [x](http://y)'],
    ['nothing but punctuation', '?!?!'],
  ])('%s', (_name, text) => {
    const reply = replyTo(text);
    expect(toText(reply).length).toBeGreaterThan(0);
    expect(toText(reply)).not.toMatch(/@everyone|<!channel>/);
  });

  test('whatever is typed, the reply never repeats it and never fails', () => {
    const strange = fc.string({ unit: 'binary', minLength: 12, maxLength: 400 });
    fc.assert(
      fc.property(strange, (text) => {
        const secret = `zqxj${text}`;
        expect(fold(toText(replyTo(secret)))).not.toContain('zqxj');
      }),
    );
  });
});

test('a question nobody can answer is declined in two lines with the topics that are known', () => {
  const reply = replyTo('What is the best recipe for apple pie?');
  expect(reply.kind).toBe('unknown');
  expect(reply.sections).toHaveLength(2);
  expect(reply.actions.length).toBeGreaterThan(0);
});

test('the same question in both languages finds the same fact first', () => {
  const first = (text: string) => factsOf(replyTo(text))[0];
  expect(first('about 百度')).toBe(first('about Baidu'));
  expect(first('芯片')).toBe(first('chips'));
});
