import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeBlock, link, plain, plainLines } from '../../../src/platforms/discord/markdown.ts';

test.each([
  ['emphasis', '*a* _b_ ~~c~~ ||d|| `e`', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\| \\`e\\`'],
  ['a heading', '# Loud', '\\# Loud'],
  ['small print', '-# sly', '\\-# sly'],
  ['a quotation', '>>> all of it', '\\>>> all of it'],
  ['a list', '- item', '\\- item'],
  ['a numbered list', '12. item', '12\\. item'],
  ['a link behind words', '[bank](https://evil.example)', '\\[bank\\](https\\://evil.example)'],
  ['a bare link', 'https://evil.example', 'https\\://evil.example'],
  ['everyone', 'hi @everyone and @here', 'hi @\u200beveryone and @\u200bhere'],
  ['a person, a role, a channel', '<@123> <@&456> <#789>', '\\<@\u200b123> \\<@\u200b&456> \\<#789>'],
  ['a moment, an emoji, a command', '<t:1:R> <:x:1> </genai:1>', '\\<t\\:1:R> \\<\\:x:1> \\</genai:1>'],
  ['an emoji by name', ':skull: at 09:00', '\\:skull: at 09:00'],
  ['a backslash of its own', '\\*', '\\\\\\*'],
  ['lines and control characters', 'a\n# b\t\u0007c', 'a # b c'],
  ['writing turned round', 'a\u202egnp.exe', 'agnp.exe'],
  ['half a pair', 'a\ud800', 'a\ufffd'],
  ['ordinary words', '38,000 patents (2014–2023), 6 % 中国 芯片。', '38,000 patents (2014–2023), 6 % 中国 芯片。'],
])('%s in a text shows as it was written', (_, text, written) => {
  expect(plain(text)).toBe(written);
});

test('a text of several lines keeps them, and each is harmless', () => {
  expect(plainLines('One\n\n\n\n# two\r\n- three')).toBe('One\n\n\\# two\n\\- three');
});

/** What Discord shows of a text in which nothing formats: a backslash gives way to the punctuation after it. */
const shown = (written: string) => written.replace(/\\([^0-9A-Za-z\s])/gu, '$1').replaceAll('@\u200b', '@');

test('of any text nothing is lost, and nothing that could format is left bare', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab1 .:/@#<>-*_~`|[]()\\字😀\n'), maxLength: 60 }), (text) => {
      const written = plain(text);
      expect(shown(written)).toBe(text.replace(/\s+/gu, ' ').trim());
      expect(written.replace(/\\[^0-9A-Za-z\s]/gu, 'x')).not.toMatch(/[*_~`|[\]<]|^\s*[#>+-]|:\/\/|@everyone/u);
    }),
  );
});

test.each([
  ['a plain address', 'A *title*', 'https://example.org/a', '[A \\*title\\*](<https://example.org/a>)'],
  ['brackets in both', 'A [b', 'https://example.org/x_(y)?q=<z>', '[A (b](<https://example.org/x_%28y%29?q=%3Cz%3E>)'],
  ['no address', 'A [title]', undefined, 'A \\[title\\]'],
  ['no label', ' ', 'https://example.org/', ''],
  ['an address that is none', 'A title', 'example.org', 'A title'],
  ['a script', 'A title', 'javascript:alert(1)', 'A title'],
  ['an endless address', 'A title', `https://example.org/${'a'.repeat(600)}`, 'A title'],
])('a link with %s is written so that it is no more than a link', (...[, label, url, written]) => {
  expect(link(label, url)).toBe(written);
});

test('nothing in a code block ends it early or pings', () => {
  expect(codeBlock(['█░ a ``` b', '@everyone <@1>'])).toBe('```\n█░ a ˋˋˋ b\n@\u200beveryone <@\u200b1>\n```');
});
