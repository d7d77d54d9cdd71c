import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Citation, Reply, Section } from '../../../src/core/reply.ts';
import { clickOf } from '../../../src/platforms/discord/buttons.ts';
import { customIdsOf, type Part } from '../../../src/platforms/discord/components.ts';
import { type Body, toMessage } from '../../../src/platforms/discord/to-message.ts';
import { breaksDiscord, checkBody } from '../../loopback/discord-body.ts';
import { textsOf } from '../../loopback/discord-components.ts';
import { Form, type Json } from '../../loopback/discord-form.ts';
import { allowedOf, mentionsIn } from '../../loopback/discord-pings.ts';
import { aLine, aReply, onDiscord } from './fixture.ts';

const forAsker = { audience: 'asker' } as const;
const forAll = { audience: 'channel' } as const;

/** The body as the wire has it. */
function wire(body: Body): Json {
  return JSON.parse(JSON.stringify(body));
}

function textOf(body: Body): string {
  return textsOf(wire(body).components, new Form()).join('\n\n');
}

test('a reply is its title, its lines with who says so and when, its sources and its date', () => {
  const caveat = 'The *article* has another number.';
  const sections: Section[] = [
    { kind: 'lines', heading: 'New', lines: [aLine({ caveat, attribution: 'UN; as of 2024' })] },
  ];
  expect(textOf(toMessage(aReply({ sections }), forAsker))).toBe(
    [
      '## Answer',
      '**New**\n• Baidu has many chips.\n-# UN; as of 2024 [1]\n-# Note: The \\*article\\* has another number.',
      '**Sources**\n-# [1] IMD, “[A title](<https://example.org/a>)”, Aug 2024, par. 4',
      '-# Newest fact here: 2024',
    ].join('\n\n'),
  );
});

test('a dispute shows both sides with their dates, a chart its bars, an entry its link, a note its words', () => {
  const sections: Section[] = [
    {
      kind: 'dispute',
      heading: '各方说法不一',
      question: '谁领先？',
      sides: [
        { label: '美国', date: '2023 年', lines: [aLine({ text: '甲。' })] },
        { label: '中国', date: '2024 年', lines: [aLine({ text: '乙。' })] },
      ],
    },
    {
      kind: 'chart',
      heading: '数字对比',
      unit: '项',
      bars: [
        { label: '中国', value: 4, shown: '4', fact: 's/f', cites: [1] },
        { label: '美国', value: 1, shown: '1', fact: 's/f', cites: [1] },
      ],
    },
    { kind: 'entries', entries: [{ label: 'IMD', text: '5 条', url: 'https://imd.org' }] },
    { kind: 'note', text: '一\n二' },
  ];
  const text = textOf(toMessage(aReply({ lang: 'zh', sections, footer: [], citations: [] }), forAsker));
  expect(text.split('\n\n').slice(1)).toEqual([
    '**各方说法不一：谁领先？**\n**2023 年 · 美国**\n• 甲。\n-# as of 2024 [1]\n**2024 年 · 中国**\n• 乙。\n-# as of 2024 [1]',
    `**数字对比 (项)**\n\`\`\`\n${'█'.repeat(16)} 中国 4 [1]\n${'█'.repeat(4)}${'░'.repeat(12)} 美国 1 [1]\n\`\`\``,
    '• **[IMD](<https://imd.org/>)** — 5 条',
    '一\n二',
  ]);
});

test('a private reply can be shared, a public one is for all already', () => {
  const ids = (audience: 'asker' | 'channel') => customIdsOf(partsOf(toMessage(aReply({ lang: 'zh' }), { audience })));
  expect(ids('asker')).toEqual(['ask:chips 2', 'share:zh']);
  expect(ids('channel')).toEqual(['ask:chips 2']);
});

test('what an entry opens can be clicked, and no button is there twice', () => {
  const entries = ['chips', 'models', 'chips'].map((ask) => ({ label: ask.toUpperCase(), text: '', ask }));
  const reply = aReply({ sections: [{ kind: 'entries', entries }], actions: [] });
  expect(customIdsOf(partsOf(toMessage(reply, forAll)))).toEqual(['ask:chips', 'ask:models']);
});

test('a button that would have to say more than fits on one is left out, but not the one to share', () => {
  const text = 'x'.repeat(97);
  const actions = [
    { kind: 'ask' as const, label: 'More', text },
    { kind: 'share' as const, label: 'Share', text },
  ];
  expect(customIdsOf(partsOf(toMessage(aReply({ actions }), forAsker)))).toEqual(['share:en']);
});

test('each button of a digest carries its delivery, and there always is one', () => {
  const delivery = 'd'.repeat(25);
  const ids = (reply: Reply) => customIdsOf(partsOf(toMessage(reply, { audience: 'channel', delivery })));
  expect(ids(aReply())).toEqual([`ask@${delivery}:chips 2`]);
  expect(ids(aReply({ actions: [] }))).toEqual([`ask@${delivery}:topics`]);
});

test.each([
  ['ask:chips 2', { kind: 'ask', text: 'chips 2' }],
  ['ask@delivery1:why 2: a\nb', { kind: 'ask', text: 'why 2: a\nb' }],
  ['share:zh', { kind: 'share', lang: 'zh' }],
  ['share:fr', undefined],
  ['digest:1', undefined],
])('a click on %s means what its button said', (customId, click) => {
  expect(clickOf(customId)).toEqual(click);
});

function partsOf(body: Body): Part[] {
  return JSON.parse(JSON.stringify(body.components));
}

const bits = [
  'chips ',
  '芯片',
  '😀',
  '\ud800',
  '@everyone ',
  '<@1234567890123456789>',
  '**',
  '```',
  '](',
  '\n# ',
  '||',
  'https://a.b/c ',
];
const text = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength }),
    fc.array(fc.constantFrom(...bits), { maxLength }).map((parts) => parts.join('').slice(0, maxLength)),
    fc.constantFrom('字'.repeat(maxLength), '*'.repeat(maxLength), '\ud83d'.repeat(maxLength)),
  );
const cites = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 });
const line = fc
  .record({ text: text(280), attribution: text(120), caveat: fc.option(text(280), { nil: undefined }), cites })
  .map(aLine);
const lines = fc.array(line, { maxLength: 12 });
const bar = fc.record({ label: text(60), value: fc.double(), shown: text(30), fact: fc.constant('s/f'), cites });
const section: fc.Arbitrary<Section> = fc.oneof(
  fc.record({ kind: fc.constant('lines' as const), heading: fc.option(text(100), { nil: undefined }), lines }),
  fc.record({
    kind: fc.constant('dispute' as const),
    heading: text(60),
    question: text(280),
    sides: fc.array(fc.record({ label: text(100), date: text(40), lines }), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('chart' as const),
    heading: text(60),
    unit: text(60),
    bars: fc.array(bar, { maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constant('entries' as const),
    entries: fc.array(fc.record({ label: text(200), text: text(300), ask: text(120), url: text(600) }), {
      maxLength: 20,
    }),
  }),
  fc.record({ kind: fc.constant('note' as const), text: text(3000) }),
);
const citations: fc.Arbitrary<Citation[]> = fc
  .array(
    fc.record({
      publisher: text(120),
      title: text(300),
      date: text(40),
      url: fc.option(fc.webUrl(), { nil: undefined }),
    }),
    {
      maxLength: 40,
    },
  )
  .map((list) => list.map((one, index) => ({ ...one, n: index + 1, paragraph: index, facts: [] })));
const anyReply: fc.Arbitrary<Reply> = fc.record({
  kind: fc.constantFrom('answer', 'digest', 'notice'),
  lang: fc.constantFrom('en', 'zh'),
  title: text(3000),
  sections: fc.array(section, { maxLength: 6 }),
  citations,
  footer: fc.array(text(400), { maxLength: 6 }),
  actions: fc.array(fc.record({ kind: fc.constantFrom('ask', 'share'), label: text(200), text: text(120) }), {
    maxLength: 30,
  }),
});

test('any reply is a message that Discord takes, that can be shared, and that pings nobody', () => {
  fc.assert(
    fc.property(
      anyReply,
      fc.constantFrom(forAsker, forAll, { ...forAll, delivery: 'd'.repeat(25) }),
      (reply, showing) => {
        const body = wire(toMessage(reply, showing));
        const shared = { type: ComponentType.TextDisplay, content: `-# ${'x'.repeat(100)}` };
        const components = [...(body.components as Json[]), shared];
        checkBody({ ...body, components });
        expect(JSON.stringify(body)).not.toMatch(/\\u[dD][89a-fA-F]/);
        expect(breaksDiscord({ ...body, components })).toBe(false);
        const pings = allowedOf(mentionsIn(textsOf(components, new Form()).join('\n')), body.allowed_mentions as Json);
        expect(pings).toEqual({ users: [], roles: [], everyone: false });
      },
    ),
    { numRuns: 20 },
  );
});

test('a message of Han characters alone stays below the bytes at which Discord falls over', () => {
  const lines = Array.from({ length: 12 }, () => aLine({ text: '字'.repeat(280), caveat: '注'.repeat(280) }));
  const body = wire(toMessage(aReply({ lang: 'zh', sections: [{ kind: 'lines', lines }] }), forAsker));
  expect(breaksDiscord(body)).toBe(false);
  expect(textsOf(body.components, new Form()).join('').length).toBeGreaterThan(2500);
});

test('where not everything fits, lines go and are counted, and every source of what is left stays', () => {
  const many = Array.from({ length: 12 }, (_, index) =>
    aLine({ text: `${'中国的模型很多，'.repeat(34)}第 ${index + 1} 条。`, cites: [index + 1], attribution: '2024 年' }),
  );
  const list = many.map((_, index) => ({ ...aReply().citations[0], n: index + 1 }) as Citation);
  const message = toMessage(
    aReply({ lang: 'zh', sections: [{ kind: 'lines', lines: many }], citations: list }),
    forAsker,
  );
  expect(breaksDiscord(wire(message))).toBe(false);
  const text = textOf(message);
  const marks = [...text.matchAll(/^-# 2024 年 \[(\d+)\]/gmu)].map(([, n]) => n);
  const sources = [...text.matchAll(/^-# \[(\d+)\] IMD《\[A title\]\(<https:\/\/example.org\/a>\)》/gmu)].map(
    ([, n]) => n,
  );
  expect(marks.length).toBeGreaterThan(5);
  expect(marks.length).toBeLessThan(12);
  expect(sources).toEqual(marks);
  expect(text).toContain(`另有 ${12 - marks.length} 条`);
});

test('what may not be cut in two stays whole, and its texts grow shorter', () => {
  const lines = Array.from({ length: 12 }, () => aLine({ text: '中国的模型很多，'.repeat(34) }));
  const sides = ['甲', '乙'].map((label) => ({ label, date: '2024 年', lines }));
  const text = textOf(
    toMessage(aReply({ sections: [{ kind: 'dispute', heading: 'h', question: 'q', sides }] }), forAsker),
  );
  expect(text.match(/^• 中国的模型.*…$/gmu)).toHaveLength(24);
  expect(text).toContain('-# [1] IMD, “A title”, Aug 2024, par. 4');
});

test('where all the sources of one line take too much room, their addresses go, and none of them', () => {
  const url = `https://example.org/${'a'.repeat(450)}`;
  const list = Array.from({ length: 12 }, (_, index) => ({ ...aReply().citations[0], n: index + 1, url }) as Citation);
  const lines = [aLine({ cites: list.map(({ n }) => n) })];
  const text = textOf(toMessage(aReply({ sections: [{ kind: 'lines', lines }], citations: list }), forAsker));
  expect(text.match(/^-# \[\d+\] IMD, “A title”, Aug 2024, par. 4$/gmu)).toHaveLength(12);
});

test('a reply of many parts keeps them all, in as many components as Discord takes', () => {
  const sections = Array.from({ length: 60 }, (_, index): Section => ({ kind: 'note', text: `part ${index}` }));
  const actions = Array.from({ length: 60 }, (_, index) => ({ kind: 'ask' as const, label: 'x', text: String(index) }));
  const body = wire(toMessage(aReply({ sections, actions }), forAsker));
  checkBody(body);
  expect(
    textsOf(body.components, new Form())
      .join('\n')
      .match(/^part \d+$/gmu),
  ).toHaveLength(60);
});

test('a reply that no room is enough for is at least its title', () => {
  const list = Array.from({ length: 500 }, (_, index) => ({ ...aReply().citations[0], n: index + 1 }) as Citation);
  const lines = [aLine({ cites: list.map(({ n }) => n) })];
  const body = wire(toMessage(aReply({ sections: [{ kind: 'lines', lines }], citations: list }), forAsker));
  checkBody(body);
  expect(textsOf(body.components, new Form())[0]).toBe('## Answer');
});

test('a reply without a word is not an empty message', () => {
  const reply = aReply({ title: ' ', sections: [], citations: [], footer: [], actions: [] });
  expect(textOf(toMessage(reply, forAsker))).toBe('China GenAI');
});

test('Discord takes the largest of them', async () => {
  const { discord, platform } = await onDiscord();
  const lines = Array.from({ length: 12 }, () => aLine({ text: '字'.repeat(280), caveat: '*'.repeat(280) }));
  const reply = aReply({ title: '@everyone', sections: [{ kind: 'lines', lines }] });
  const outcome = await platform.post({ workspace: '', channel: discord.id('C1') }, reply, 'delivery1');
  expect(outcome.kind).toBe('posted');
  expect((await discord.nextMessage()).pings).toEqual({ users: [], roles: [], everyone: false });
});
