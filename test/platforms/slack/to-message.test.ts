import { stringify } from 'node:querystring';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Reply } from '../../../src/core/reply.ts';
import { type Seen, toMessage } from '../../../src/platforms/slack/to-message.ts';
import { contentOf } from '../../loopback/slack-content.ts';
import { pingsIn, shownChars } from '../../loopback/slack-reading.ts';
import { aCitation, aLine, anyReply, aReply } from './replies.ts';

const url = 'https://imd.example/race';
const italic = { style: { italic: true } };
const bold = { style: { bold: true } };
const text = (value: string, more = {}) => ({ type: 'text', text: value, ...more });
const link = (value: string, more = {}) => ({ type: 'link', url, text: value, ...more });
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const bullets = (...items: object[][]) => ({
  type: 'rich_text_list',
  style: 'bullet',
  elements: items.map((item) => section(...item)),
});
const rich = (...elements: object[]) => ({ type: 'rich_text', elements });
const only = (sections: Reply['sections'], over: Partial<Reply> = {}) =>
  toMessage(aReply({ title: '', sections, citations: [], footer: [], actions: [], ...over }), 'asker').blocks;

test('an answer shows title, statement, who and when, source and date, and its buttons', () => {
  const message = toMessage(aReply(), 'asker');
  const button = (action_id: string, label: string, value: string) => ({
    type: 'button',
    action_id,
    value,
    text: { type: 'plain_text', text: label, emoji: true },
  });
  expect(message).toEqual({
    text: expect.stringMatching(/^Patents\n\n• China filed 38,000 inventions. \(as of 2023\) \[1\]/),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'Patents', emoji: true } },
      rich(bullets([text('China filed 38,000 inventions. '), text('(as of 2023)', italic), text(' '), link('[1]')])),
      rich(section(text('Sources', bold), text('\n[1] '), link('IMD, “The race”, August 2024, par. 11'))),
      { type: 'context', elements: [{ type: 'plain_text', text: 'Newest fact here: 2023', emoji: true }] },
      {
        type: 'actions',
        elements: [button('ask-0', 'More', 'patents 2'), button('share-1', 'Share in channel', 'patents')],
      },
    ],
    unfurl_links: false,
    unfurl_media: false,
  });
});

test('a caveat stands below its statement, and a source without a link is plain', () => {
  const sections: Reply['sections'] = [{ kind: 'lines', heading: 'New', lines: [aLine({ caveat: 'Disputed.' })] }];
  expect(only(sections, { citations: [aCitation({ url: undefined })] })).toEqual([
    rich(
      section(text('New', bold)),
      bullets([
        text('China filed 38,000 inventions. '),
        text('(as of 2023)', italic),
        text(' '),
        text('[1]'),
        text('\nNote: Disputed.', italic),
      ]),
    ),
    rich(section(text('Sources', bold), text('\n[1] '), text('IMD, “The race”, August 2024, par. 11'))),
  ]);
});

test('Chinese is set without the spaces of English', () => {
  const line = aLine({ text: '中国提交 3.8 万项专利。', attribution: '2023 年', caveat: '存疑。' });
  expect(only([{ kind: 'lines', lines: [line] }], { lang: 'zh' })).toEqual([
    rich(
      bullets([
        text('中国提交 3.8 万项专利。'),
        text('（2023 年）', italic),
        text(' '),
        text('[1]'),
        text('\n注：存疑。', italic),
      ]),
    ),
  ]);
});

test('a dispute shows its question and each side with its date', () => {
  const sides = [
    { label: 'IMD', date: '2024', lines: [aLine({ cites: [] })] },
    { label: 'TechCrunch', date: '2022', lines: [] },
  ];
  expect(only([{ kind: 'dispute', heading: 'Sources disagree', question: 'How many?', sides }])).toEqual([
    rich(
      section(text('Sources disagree: '), text('How many?', bold)),
      section(text('2024 · IMD')),
      bullets([text('China filed 38,000 inventions. '), text('(as of 2023)', italic)]),
      section(text('2022 · TechCrunch')),
    ),
  ]);
});

test('a chart is set in a font of one width', () => {
  const bars = [
    { label: 'China', value: 2, shown: '2', fact: 'a/b', cites: [1] },
    { label: 'US', value: 1, shown: '1', fact: 'a/b', cites: [1] },
  ];
  expect(only([{ kind: 'chart', heading: 'In figures', unit: 'patents', bars }])).toEqual([
    rich(section(text('In figures (patents)', bold)), {
      type: 'rich_text_preformatted',
      elements: [text(`${'█'.repeat(16)} China 2 [1]\n${'█'.repeat(8)}${'░'.repeat(8)} US 1 [1]`)],
    }),
  ]);
});

test('a list has its labels bold, linked where there is a link, and a button for each entry that opens', () => {
  const entries = [
    { label: 'Chips', text: '12 facts', ask: 'chips' },
    { label: 'The race', text: 'IMD', url },
    { label: 'Bare', text: '' },
  ];
  expect(only([{ kind: 'entries', entries }])).toMatchObject([
    rich(
      bullets(
        [text('Chips', bold), text(' — 12 facts')],
        [link('The race', bold), text(' — IMD')],
        [text('Bare', bold)],
      ),
    ),
    { type: 'actions', elements: [{ action_id: 'ask-0', value: 'chips', text: { text: 'Chips' } }] },
  ]);
});

test('many buttons stand in rows of five, each with an id of its own', () => {
  const actions = Array.from({ length: 30 }, (_, n) => ({ kind: 'ask' as const, label: `Topic ${n}`, text: `t${n}` }));
  const rows = only([{ kind: 'note', text: 'x' }], { actions }).slice(1);
  const ids = rows.map((row) => (row.type === 'actions' ? row.elements.map((element) => element.action_id) : []));
  expect(ids.map((row) => row.length)).toEqual([5, 5, 5, 5, 5]);
  expect(new Set(ids.flat()).size).toBe(25);
});

test('a button whose question Slack would cut is left out', () => {
  const actions = [
    { kind: 'share' as const, label: 'Share', text: 'x'.repeat(2001) },
    { kind: 'ask' as const, label: 'Help', text: '' },
  ];
  expect(only([{ kind: 'note', text: 'x' }], { actions })[1]).toEqual({
    type: 'actions',
    elements: [{ type: 'button', action_id: 'ask-0', text: { type: 'plain_text', text: 'Help', emoji: true } }],
  });
});

test.each<[Seen, string[]]>([
  ['asker', ['ask-0', 'share-1']],
  ['channel', ['ask-0']],
  ['shared', ['ask-0']],
])('to %s the buttons are %j', (seen, ids) => {
  const shown = toMessage(aReply(), seen).blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  expect(shown.map((element) => element.action_id)).toEqual(ids);
});

test('a shared reply says that it was shared', () => {
  expect(toMessage(aReply(), 'shared').blocks.at(-1)).toEqual({
    type: 'context',
    elements: [{ type: 'plain_text', text: 'Shared from a private reply', emoji: true }],
  });
});

test('what does not fit is left out by whole statements, and each that stays keeps its source', () => {
  const statement = 'x'.repeat(280);
  const lines = Array.from({ length: 40 }, (_, n) => aLine({ text: `${n} ${statement}`, cites: [n + 1] }));
  const citations = lines.map((_, n) => aCitation({ n: n + 1, title: `Source ${n + 1}` }));
  const { blocks } = toMessage(aReply({ sections: [{ kind: 'lines', lines }], citations }), 'channel');
  const shown = JSON.stringify(blocks);
  const kept = shown.split(statement).length - 1;
  expect(kept).toBeGreaterThan(15);
  expect(shown).toContain(`…and ${40 - kept} more`);
  expect(shown).toContain(`Source ${kept}”`);
  expect(shown).not.toContain(`Source ${kept + 1}”`);
});

test('more parts than Slack takes blocks are left out from the end, and said to be', () => {
  const sections = Array.from({ length: 60 }, (_, n): Reply['sections'][number] => ({
    kind: 'note',
    text: `Part ${n}.`,
  }));
  const { blocks } = toMessage(aReply({ sections }), 'channel');
  expect(blocks).toHaveLength(50);
  expect(JSON.stringify(blocks)).toMatch(/Part 45\..*…and 14 more/);
});

test('long links count against a message, too', () => {
  const href = `https://x.example/${'a'.repeat(900)}`;
  const entries = Array.from({ length: 20 }, (_, n) => ({ label: `Source ${n}`, text: '', url: href }));
  expect(JSON.stringify(only([{ kind: 'entries', entries }])).length).toBeLessThan(11_000);
});

test('the text of a notification is plain, and cannot ping', () => {
  const sections: Reply['sections'] = [{ kind: 'note', text: '<!channel> R&D' }];
  expect(toMessage(aReply({ title: 'T', sections, citations: [], footer: [] }), 'asker').text).toBe(
    'T\n\n&lt;!channel&gt; R&amp;D',
  );
  const { text: long } = toMessage(aReply({ sections: [{ kind: 'note', text: '&'.repeat(4000) }] }), 'asker');
  expect(long.length).toBeLessThanOrEqual(3000);
  expect(long.length).toBeGreaterThan(2990);
  expect(long).toMatch(/&amp;…$/);
});

test('a reply of nothing still has a text', () => {
  expect(toMessage(aReply({ title: '', sections: [], citations: [], footer: [], actions: [] }), 'asker')).toMatchObject(
    {
      text: 'China GenAI',
      blocks: [],
    },
  );
});

test('a title and a footer longer than Slack takes are cut', () => {
  const message = toMessage(
    aReply({ title: 'T'.repeat(200), footer: Array.from({ length: 9 }, () => 'f'.repeat(300)) }),
    'asker',
  );
  expect(() => contentOf({ ...message })).not.toThrow();
  expect(JSON.stringify(message.blocks)).toMatch(/T{149}….*f…/);
});

test('a single statement with more sources than a message holds is cut rather than refused', () => {
  const citations = Array.from({ length: 60 }, (_, n) => aCitation({ n: n + 1, title: 'y'.repeat(300) }));
  const lines = [aLine({ cites: citations.map(({ n }) => n) })];
  const message = toMessage(aReply({ sections: [{ kind: 'lines', lines }], citations }), 'channel');
  expect(() => contentOf({ ...message })).not.toThrow();
  expect(JSON.stringify(message.blocks)).toContain('China filed 38,000 inventions.');
});

test('Slack takes whatever the bot may ever say, and nobody is pinged', () => {
  fc.assert(
    fc.property(anyReply, fc.constantFrom<Seen>('asker', 'channel', 'shared'), (reply, seen) => {
      const message = toMessage(reply, seen);
      const { text: plain, blocks } = contentOf({ ...message });
      expect(pingsIn(plain, blocks)).toEqual([]);
      expect(shownChars(blocks) + plain.length).toBeLessThanOrEqual(9000);
      // As the SDK sends it: half of a surrogate pair would throw here.
      expect(() => stringify({ text: plain, blocks: JSON.stringify(blocks) })).not.toThrow();
      expect(JSON.stringify(blocks)).not.toMatch(/\\ud[89a-f]|\\u0000/);
    }),
    { numRuns: 25 },
  );
});
