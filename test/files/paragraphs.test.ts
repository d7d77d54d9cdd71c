import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSourceTexts } from '../../src/files/paragraphs.ts';
import { folder } from './folder.ts';

const paper = `# A paper

- id: paper-2024

[1] The first paragraph,
over two lines.

## A heading that belongs to none

[2] The second [3] has a number inside.
[10] The tenth follows at once.

`;

test('paragraphs are read by their numbers, without headings', () => {
  const texts = readSourceTexts(folder({ 'paper-2024.md': paper }), ['paper-2024', 'unknown-2020']);
  expect(texts).toEqual(
    new Map([
      [
        'paper-2024',
        new Map([
          [1, 'The first paragraph,\nover two lines.'],
          [2, 'The second [3] has a number inside.'],
          [10, 'The tenth follows at once.'],
        ]),
      ],
    ]),
  );
});

test('line ends of Windows make no difference', () => {
  const dir = folder({ 'unix.md': paper, 'windows.md': paper.replaceAll('\n', '\r\n') });
  const texts = readSourceTexts(dir, ['unix', 'windows']);
  expect(texts?.get('windows')).toEqual(texts?.get('unix'));
});

test('a folder that is not there is told apart from an empty one', () => {
  const dir = folder({});
  expect(readSourceTexts(dir, ['paper-2024'])).toEqual(new Map());
  expect(readSourceTexts(join(dir, 'nowhere'), ['paper-2024'])).toBeUndefined();
});
