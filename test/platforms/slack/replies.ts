/** Replies as the core makes them, and replies such as only chance makes. */
import fc from 'fast-check';
import type { Citation, Line, Reply, Section } from '../../../src/core/reply.ts';

/** Only the core's citer may make lines; a test of rendering has to, too. */
export function aLine(over: Partial<Line> = {}): Line {
  const line = {
    text: 'China filed 38,000 inventions.',
    facts: ['imd/patents'],
    cites: [1],
    attribution: 'as of 2023',
    ...over,
  };
  return line as Line;
}

export function aCitation(over: Partial<Citation> = {}): Citation {
  const words = { publisher: 'IMD', title: 'The race', date: 'August 2024', paragraph: 11, facts: ['imd/patents'] };
  return { n: 1, ...words, url: 'https://imd.example/race', ...over };
}

export function aReply(over: Partial<Reply> = {}): Reply {
  return {
    kind: 'answer',
    lang: 'en',
    title: 'Patents',
    sections: [{ kind: 'lines', lines: [aLine()] }],
    citations: [aCitation()],
    footer: ['Newest fact here: 2023'],
    actions: [
      { kind: 'ask', label: 'More', text: 'patents 2' },
      { kind: 'share', label: 'Share in channel', text: 'patents' },
    ],
    ...over,
  };
}

const evil = fc.constantFrom(
  '<!channel>',
  '<!here|x>',
  '@everyone',
  '@channel',
  '<@U1>',
  '*bold*',
  '_x_',
  '~x~',
  '`code`',
  '```',
  '&amp;',
  '<https://x.example|click>',
  ':tada:',
  '中国生成式人工智能专利',
  '🤷🏽‍♀️',
  'e\u0301\u0301',
  '\ud800',
  '\udc00',
  '\u0000\u0007\u001b[31m',
  '\u202e',
  '\n',
  ' ',
  '',
  '&&&&&&&&&&&&',
);

/** A text of at most so many characters, of ordinary words and of all that could do harm; now and then as long as it may be. */
function anyText(max: number): fc.Arbitrary<string> {
  const piece = fc.oneof(evil, fc.string({ unit: 'grapheme', maxLength: 8 }));
  const some = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join('').slice(0, max));
  const full = evil.map((part) => `${part || 'x'}.`.repeat(max).slice(0, max));
  return fc.oneof({ weight: 7, arbitrary: some }, { weight: 2, arbitrary: full });
}

const anyUrl = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom(
    'javascript:alert(1)',
    'not a url',
    'https://x.example/<!channel>|y',
    `https://x.example/${'a'.repeat(3000)}`,
  ),
  fc.webUrl(),
);

const anyLine = fc
  .record({
    text: anyText(280),
    facts: fc.constant(['a/b']),
    cites: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }),
    attribution: anyText(80),
    caveat: fc.option(anyText(200), { nil: undefined }),
  })
  .map(aLine);
const lines = (maxLength: number) => fc.array(anyLine, { maxLength });
const heading = fc.option(anyText(80), { nil: undefined });

const anyNote = fc.record({ kind: fc.constant('note' as const), text: anyText(400) });
const anySection: fc.Arbitrary<Section> = fc.oneof(
  anyNote,
  fc.record({ kind: fc.constant('lines' as const), heading, lines: lines(12) }),
  fc.record({
    kind: fc.constant('dispute' as const),
    heading: anyText(40),
    question: anyText(200),
    sides: fc.array(fc.record({ label: anyText(100), date: anyText(20), lines: lines(3) }), { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('chart' as const),
    heading: anyText(40),
    unit: anyText(20),
    bars: fc.array(
      fc.record({
        label: anyText(60),
        value: fc.double(),
        shown: anyText(30),
        fact: fc.constant('a/b'),
        cites: fc.constant([1]),
      }),
      { maxLength: 8 },
    ),
  }),
  fc.record({
    kind: fc.constant('entries' as const),
    heading,
    entries: fc.array(
      fc.record({
        label: anyText(100),
        text: anyText(200),
        ask: fc.option(anyText(60), { nil: undefined }),
        url: anyUrl,
      }),
      { maxLength: 30 },
    ),
  }),
);

const anyCitation = fc.record({
  n: fc.integer({ min: 1, max: 40 }),
  publisher: anyText(60),
  title: anyText(200),
  date: anyText(20),
  paragraph: fc.integer(),
  url: anyUrl,
  facts: fc.constant(['a/b']),
});

export const anyReply: fc.Arbitrary<Reply> = fc.record({
  kind: fc.constantFrom('answer', 'briefing', 'digest', 'topics', 'help'),
  lang: fc.constantFrom('en', 'zh'),
  title: anyText(160),
  sections: fc.oneof(
    { weight: 9, arbitrary: fc.array(anySection, { maxLength: 6 }) },
    { weight: 1, arbitrary: fc.array(anyNote, { minLength: 52, maxLength: 56 }) },
  ),
  citations: fc.uniqueArray(anyCitation, { selector: ({ n }) => n, maxLength: 40 }),
  footer: fc.array(anyText(100), { maxLength: 8 }),
  actions: fc.array(
    fc.record({
      kind: fc.constantFrom('ask', 'share'),
      label: anyText(90),
      text: fc.oneof({ weight: 5, arbitrary: anyText(100) }, { weight: 1, arbitrary: anyText(3000) }),
    }),
    { maxLength: 30 },
  ),
});
