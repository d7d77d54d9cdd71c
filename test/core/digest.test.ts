import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeDigest, type Digest } from '../../src/core/digest.ts';
import type { DigestInput } from '../../src/core/digest-draw.ts';
import { createComposer } from '../../src/core/digest-shared.ts';
import type { Dispute, Fact } from '../../src/core/fact.ts';
import { languages } from '../../src/core/lang.ts';
import { toText } from '../../src/core/plain.ts';
import { factsOf, type Reply, type Section } from '../../src/core/reply.ts';
import { createStore, type Store } from '../../src/core/store.ts';
import { realKnowledge } from '../support/mind.ts';

const week = 7 * 24 * 3_600_000;
const monday = Date.UTC(2026, 10, 23, 8);
const both = (text: string) => ({ en: text, zh: text });

function aFact(id: string, over: Partial<Fact> = {}): Fact {
  return {
    id: `s/${id}`,
    source: 's',
    text: { en: `Fact ${id}.`, zh: `事实 ${id}。` },
    kind: 'claim',
    as_of: '2024',
    topics: ['chips'],
    entities: [],
    figures: [],
    paragraph: 1,
    importance: 2,
    added: '2026-01-01',
    ...over,
  };
}

function aDispute(id: string, facts: readonly string[], topics = ['chips']): Dispute {
  const sides = facts.map((fact, index) => ({
    label: both(`side ${index}`),
    date: `202${index}`,
    facts: [`s/${fact}`],
  }));
  return { id, topics, question: both(`Question ${id}?`), sides };
}

function aStore(facts: readonly Fact[], disputes: readonly Dispute[] = []): Store {
  const ids = [...new Set(facts.flatMap((fact) => fact.topics))];
  const topics = ids.map((id) => ({ id, name: both(id.toUpperCase()), about: both(id), aliases: [], emoji: '•' }));
  const source = {
    id: 's',
    title: both('Source'),
    authors: [],
    publisher: 'Publisher',
    published: '2024',
    url: undefined,
  };
  return createStore({
    facts,
    sources: [source],
    topics,
    entities: [],
    disputes,
    concepts: [],
    questions: [],
    declined: [],
  });
}

type Input = Omit<DigestInput, 'store'>;

interface Wish extends Partial<DigestInput['subscription']> {
  readonly told?: readonly string[];
  readonly from?: number;
  readonly to?: number;
}

function inputFor(store: Store, { told = [], from = monday - week, to = monday, ...over }: Wish = {}): DigestInput {
  const schedule = { rhythm: { kind: 'weekly', days: [1] }, time: '09:00', zone: 'Europe/Berlin' } as const;
  const subscription = { topics: [], lang: 'en', quiet: 'say-so', schedule, ...over } as const;
  const ids = new Set(told.map((id) => `s/${id}`));
  return { store, subscription, window: { from, to }, told: ids, nextRun: monday + week };
}

function digestOf(store: Store, wish: Wish = {}): Extract<Digest, { kind: 'digest' }> {
  const digest = composeDigest(inputFor(store, wish));
  if (digest.kind === 'quiet') throw new Error(`quiet: ${digest.reason}`);
  return digest;
}

/** The ids of a section's facts, under its heading. */
function told(reply: Reply): Record<string, string[]> {
  const named = (section: Section) => ('heading' in section ? (section.heading ?? '') : section.kind);
  return Object.fromEntries(
    reply.sections.map((section) => [named(section), factsOf({ ...reply, sections: [section] }).map(short)]),
  );
}

const short = (id: string) => id.slice(2);
const many = (count: number, over: (index: number) => Partial<Fact>) =>
  Array.from({ length: count }, (_, index) => aFact(`f${String(index).padStart(2, '0')}`, over(index)));

describe('a digest', () => {
  test('says first what is new since its window began, then what the channel was not told', () => {
    const store = aStore([
      aFact('old', { importance: 3 }),
      aFact('news', { added: '2026-11-18', importance: 1 }),
      aFact('told', { importance: 3 }),
    ]);
    const { reply, facts, startsOver } = digestOf(store, { told: ['told'] });
    expect(Object.entries(told(reply))).toEqual([
      ['New since 16 Nov 2026', ['news']],
      ['Not told here before', ['old']],
    ]);
    expect(facts).toEqual(['s/news', 's/old']);
    expect(startsOver).toBe(false);
  });

  test.for([
    ['the day the window began', '2026-11-16', true],
    ['the last whole day', '2026-11-22', true],
    ['the day before', '2026-11-15', false],
    ['the day of the digest itself, which is new in the next one', '2026-11-23', false],
  ] as const)('a fact added on %s is new: %s, %s', ([, added, isNew]) => {
    const { reply } = digestOf(aStore([aFact('a', { added })]));
    expect(Object.keys(told(reply))).toEqual([isNew ? 'New since 16 Nov 2026' : 'Not told here before']);
  });

  test("counts days in the subscription's zone", () => {
    const store = aStore([aFact('a', { added: '2026-11-16' })]);
    const schedule = { rhythm: { kind: 'weekly', days: [1] }, time: '01:00', zone: 'Asia/Shanghai' } as const;
    const midnight = Date.UTC(2026, 10, 15, 17);
    const { reply } = digestOf(store, { schedule, from: midnight, to: midnight + week });
    expect(Object.keys(told(reply))).toEqual(['New since 16 Nov 2026']);
  });

  test('spreads over the topics before it takes a second fact of one', () => {
    const facts = many(12, (index) => ({ topics: [index < 9 ? 'chips' : `t${index}`], importance: index < 9 ? 3 : 2 }));
    const { reply } = digestOf(aStore(facts));
    expect(told(reply)['Not told here before']).toEqual(['f00', 'f09', 'f10', 'f11', 'f01', 'f02']);
  });

  test('turns to the topics of which least was told, among facts of one importance', () => {
    const facts = many(14, (index) => ({ topics: [index < 7 ? 'a' : 'b'] }));
    const { facts: first } = digestOf(aStore(facts), { told: ['f00', 'f01'] });
    expect(first.map(short).slice(0, 2)).toEqual(['f07', 'f02']);
  });

  test('counts a fact for its first topic that is subscribed', () => {
    const facts = [
      aFact('a', { topics: ['gap', 'chips'] }),
      aFact('b', { topics: ['data', 'chips'] }),
      aFact('c', { topics: ['talent'] }),
      aFact('d', { topics: ['models'] }),
    ];
    const { facts: said } = digestOf(aStore(facts), { topics: ['chips', 'talent'] });
    expect(said.map(short)).toEqual(['a', 'c', 'b']);
  });

  test('shows one dispute with all its sides and dates, and says none of it a second time', () => {
    const store = aStore(
      [aFact('a', { importance: 3 }), aFact('b'), aFact('c')],
      [aDispute('other', ['c', 'b'], ['talent']), aDispute('chips', ['b', 'a'])],
    );
    const { reply, facts } = digestOf(store, { topics: ['chips'], told: ['b'] });
    expect(told(reply)).toEqual({ 'Not told here before': ['c'], 'Sources disagree': ['b', 'a'] });
    expect(toText(reply)).toContain('2020 · side 0\n• Fact b.');
    expect(facts.map(short)).toEqual(['c', 'a']);
  });

  test('prefers the dispute on what is new, and has none where every fact of it was told', () => {
    const disputes = [aDispute('first', ['a', 'b']), aDispute('news', ['c', 'd'])];
    const store = aStore(
      [aFact('a', { importance: 3 }), aFact('b'), aFact('c', { added: '2026-11-17', importance: 1 }), aFact('d')],
      disputes,
    );
    expect(told(digestOf(store).reply)).toMatchObject({
      'New since 16 Nov 2026': ['c'],
      'Sources disagree': ['c', 'd'],
    });
    const later = digestOf(store, { told: ['c', 'd', 'a', 'b'].slice(0, 2) }).reply;
    expect(told(later)).toEqual({ 'Sources disagree': ['a', 'b'] });
    const all = aStore([...store.facts, aFact('e')], disputes);
    expect(told(digestOf(all, { told: ['a', 'b', 'c', 'd'] }).reply)).toEqual({ 'Not told here before': ['e'] });
  });

  test('draws one chart, of a fact that it says with two figures of one unit', () => {
    const figure = (of: string, value: number, unit: string) => ({ of, value, unit: both(unit) });
    const store = aStore([
      aFact('a', { importance: 3, figures: [figure('x', 1, 'km'), figure('y', 2, 'kg')] }),
      aFact('b', { figures: [figure('x', 1, 'km'), figure('y', 2, 'km')] }),
      aFact('c', { figures: [figure('x', 3, 'km'), figure('y', 4, 'km')] }),
    ]);
    expect(told(digestOf(store).reply)['In figures']).toEqual(['b']);
    expect(told(digestOf(store, { told: ['b', 'c'] }).reply)).not.toHaveProperty('In figures');
  });

  test('proves its window, counts what it says and what is left, names the next run and how to change it', () => {
    const facts = many(9, (index) => (index === 0 ? { added: '2026-11-20' } : {}));
    const { reply } = digestOf(aStore(facts), { told: ['f08'] });
    expect(reply.title).toBe('China GenAI digest, 23 Nov 2026');
    expect(reply.footer).toEqual([
      'Newest fact here: 2024',
      'Covers Mon 16 Nov 2026, 09:00 up to Mon 23 Nov 2026, 09:00 (Europe/Berlin)',
      'Topics: all',
      '6 facts here, 1 new; 2 more on these topics not told here yet',
      'Next digest: Mon 30 Nov 2026, 09:00 (Europe/Berlin)',
      'To see or change it: digest status, digest pause',
    ]);
    const { reply: chinese } = digestOf(aStore(facts), { lang: 'zh', topics: ['chips'] });
    expect(chinese.title).toBe('中国生成式 AI 简报，2026 年 11 月 23 日');
    expect(chinese.footer).toContain(
      '时段：2026 年 11 月 16 日周一 09:00 至 2026 年 11 月 23 日周一 09:00 之前（Europe/Berlin）',
    );
    expect(chinese.footer).toContain('话题：CHIPS');
  });

  test('says fewer facts where they are so long that a platform would cut them', () => {
    const facts = many(6, (index) => ({
      text: both('x'.repeat(280)),
      caveat: both('y'.repeat(400)),
      paragraph: index + 1,
    }));
    const { reply, facts: said } = digestOf(aStore(facts));
    expect(said).toHaveLength(4);
    expect(toText(reply).length).toBeLessThanOrEqual(3_400);
    expect(reply.footer).toContain('4 facts here; 2 more on these topics not told here yet');
  });
});

describe('a period without anything to tell', () => {
  const store = aStore([aFact('a'), aFact('b')], [aDispute('d', ['a', 'b'])]);

  test('is skipped where the subscription skips quiet periods, and the preview says why', () => {
    const digest = composeDigest(inputFor(store, { told: ['a', 'b'], quiet: 'skip' }));
    expect(digest).toMatchObject({ kind: 'quiet', reason: 'nothing new or untold in this period' });
    expect(toText(digest.reply)).toContain('all 2 facts on these topics have been told here.');
  });

  test('starts over with the most important, saying so, where the subscription says so', () => {
    const { reply, facts, startsOver } = digestOf(store, { told: ['a', 'b'] });
    expect(startsOver).toBe(true);
    expect(toText(reply)).toContain('this digest starts over with the most important');
    expect(facts.toSorted()).toEqual(['s/a', 's/b']);
  });

  test('starts over without a dispute that would tell something new', () => {
    const wider = aStore([aFact('a'), aFact('b', { topics: ['data'] })], [aDispute('d', ['a', 'b'])]);
    const { facts } = digestOf(wider, { topics: ['chips'], told: ['a'] });
    expect(facts).toEqual(['s/a']);
  });

  test('on topics without any fact says that, or is skipped', () => {
    const none = { topics: ['none'] };
    expect(toText(digestOf(store, none).reply)).toContain('There is no fact on these topics in the store yet.');
    expect(digestOf(store, none)).toMatchObject({ facts: [], startsOver: false });
    expect(composeDigest(inputFor(store, { ...none, quiet: 'skip' })).kind).toBe('quiet');
  });
});

describe('whatever the windows, topics and facts', () => {
  const real = createStore(realKnowledge());
  const topicIds = real.topics.map((topic) => topic.id);
  const anyFacts = fc
    .array(
      fc.record({
        topics: fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c'), { minLength: 1 }),
        importance: fc.constantFrom<1 | 2 | 3>(1, 2, 3),
        added: fc.constantFrom('2026-11-10', '2026-11-20', '2026-12-01', '2027-01-01'),
      }),
      { minLength: 1, maxLength: 30 },
    )
    .map((rows) => many(rows.length, (index) => rows[index] ?? {}));
  const anyStore = anyFacts.chain((facts) => {
    const id = fc.constantFrom(...facts.map((fact) => short(fact.id)));
    const dispute = fc.tuple(fc.uniqueArray(id, { minLength: 1, maxLength: 3 }), fc.constantFrom('a', 'b', 'c'));
    return fc.array(dispute, { maxLength: 4 }).map((rows) =>
      aStore(
        facts,
        rows.map(([ids, topic], index) => aDispute(`d${index}`, [...ids, ...ids], [topic])),
      ),
    );
  });
  const anyWish = fc.record({
    topics: fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c')),
    windows: fc.array(fc.integer({ min: 1, max: 60 * 24 }), { minLength: 1, maxLength: 5 }),
  });

  test('every fact is told once, and only once, before any is told again', () => {
    fc.assert(
      fc.property(anyStore, anyWish, (store, { topics, windows }) => {
        const wanted = store.facts.filter(
          (fact) => topics.length === 0 || fact.topics.some((one) => topics.includes(one)),
        );
        fc.pre(wanted.length > 0);
        const had = new Set<string>();
        let from = Date.UTC(2026, 10, 9);
        for (let round = 0; round <= wanted.length; round++) {
          const to = from + (windows[round % windows.length] ?? 1) * 3_600_000;
          const digest = digestOf(store, { topics, from, to, told: [...had].map(short) });
          if (digest.startsOver) break;
          expect(digest.facts.length).toBeGreaterThan(0);
          expect(digest.facts.filter((id) => had.has(id))).toEqual([]);
          for (const id of digest.facts) had.add(id);
          from = to;
        }
        expect(wanted.filter((fact) => !had.has(fact.id))).toEqual([]);
        const again = digestOf(store, { topics, from, to: from + week, told: [...had].map(short) });
        expect(again).toMatchObject({ startsOver: true });
        // A round that begins anew tells again: that is how the deliverer knows it.
        expect(again.facts.filter((id) => !had.has(id))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  const composeReal = (input: Input) => composeDigest({ ...input, store: real });
  const anyReal: fc.Arbitrary<Input> = fc
    .record({
      topics: fc.uniqueArray(fc.constantFrom(...topicIds), { maxLength: 4 }),
      lang: fc.constantFrom(...languages),
      quiet: fc.constantFrom('skip' as const, 'say-so' as const),
      had: fc.oneof(
        fc.constant(real.facts),
        fc.subarray([...real.facts]).map((facts): readonly Fact[] => facts),
      ),
      weeks: fc.nat(60),
      zone: fc.constantFrom('Europe/Berlin', 'Asia/Shanghai', 'UTC'),
    })
    .map(({ had, weeks, zone, ...wish }) => {
      const at = monday + weeks * week;
      const schedule = { rhythm: { kind: 'weekly', days: [1] }, time: '09:00', zone } as const;
      const { store, ...input } = inputFor(real, { ...wish, schedule, from: at - week, to: at });
      return { ...input, told: new Set(had.map((fact) => fact.id)) };
    });

  /** One input with a part of another. */
  function withPart(one: Input, other: Input, part: string): Input {
    if (part === 'window') return { ...one, window: other.window };
    if (part === 'told') return { ...one, told: other.told };
    if (part === 'nextRun') return { ...one, nextRun: other.nextRun + week };
    const { topics, lang, quiet, schedule } = other.subscription;
    const changes = { topics: { topics }, lang: { lang }, quiet: { quiet }, zone: { schedule } };
    const change = Object.entries(changes).find(([name]) => name === part)?.[1];
    return { ...one, subscription: { ...one.subscription, ...change } };
  }

  test('the same input gives the same digest, byte for byte, as does one composed for another channel', () => {
    const compose = createComposer(real);
    fc.assert(
      fc.property(anyReal, (input) => {
        const once = JSON.stringify(composeReal(input));
        const copy = { ...input, told: new Set([...input.told].reverse()) };
        expect(JSON.stringify(composeReal(copy))).toBe(once);
        expect(JSON.stringify(compose(input))).toBe(once);
        expect(compose(copy)).toBe(compose(input));
      }),
      { numRuns: 25 },
    );
  });

  test('a shared composition is never that of another wish, channel, window or zone', () => {
    const part = fc.constantFrom('topics', 'lang', 'quiet', 'zone', 'window', 'told', 'nextRun');
    fc.assert(
      fc.property(anyReal, anyReal, part, (one, other, differs) => {
        const compose = createComposer(real);
        const near = withPart(one, other, differs);
        compose(one);
        expect(compose(near)).toEqual(composeReal(near));
      }),
      { numRuns: 40 },
    );
  });

  test('a digest of the real facts is short enough for every platform, and tells what it shows', () => {
    fc.assert(
      fc.property(anyReal, (input) => {
        const digest = composeReal(input);
        expect(toText(digest.reply).length).toBeLessThanOrEqual(3_400);
        if (digest.kind === 'quiet') return;
        const shown = factsOf(digest.reply);
        expect(digest.facts).toEqual(digest.startsOver ? shown : shown.filter((id) => !input.told.has(id)));
      }),
      { numRuns: 25 },
    );
  });
});
