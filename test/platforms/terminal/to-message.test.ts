import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { briefing } from '../../../src/core/briefings.ts';
import { languages } from '../../../src/core/lang.ts';
import { styleOf, toMessage } from '../../../src/platforms/terminal/to-message.ts';
import { realMind } from '../../support/mind.ts';

const { store } = realMind();
const replies = store.topics.flatMap(({ id }) => languages.map((lang) => briefing(id, 1, { store, lang, ask: id })));

test.each([
  [
    { columns: 80, isTTY: true },
    { colours: true, width: 80 },
  ],
  [
    { columns: 0, isTTY: true },
    { colours: true, width: 100 },
  ],
  [{}, { colours: false, width: 100 }],
])('an output %o is written to as %o', (output, style) => {
  expect(styleOf(output)).toEqual(style);
});

test('no line is wider than the terminal, but for an address that cannot be broken', () => {
  fc.assert(
    fc.property(fc.constantFrom(...replies), fc.integer({ min: 40, max: 200 }), (reply, width) => {
      const lines = toMessage(reply, { colours: false, width }).split('\n');
      const columns = (line: string) =>
        line.length + (line.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/gu)?.length ?? 0);
      expect(lines.filter((line) => columns(line) > width && !/https?:/.test(line))).toEqual([]);
    }),
  );
});

test('colours change nothing of what is said', () => {
  for (const reply of replies) {
    const plain = toMessage(reply, { colours: false, width: 90 });
    expect(stripVTControlCharacters(toMessage(reply, { colours: true, width: 90 }))).toBe(plain);
  }
});
