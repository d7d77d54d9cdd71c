import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceTexts } from '../core/check/finding.ts';

/**
 * The numbered texts of sources, `<dir>/<source-id>.md`: a paragraph begins with `[n]` at the start of a line and ends before the next one or a heading.
 * A source without a file is left out: the articles belong to their publishers and need not be there. Undefined where there is no such folder.
 */
export function readSourceTexts(dir: string, sourceIds: readonly string[]): SourceTexts | undefined {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const texts = sourceIds.map((id): [string, string | undefined] => [id, readText(join(dir, `${id}.md`))]);
  return new Map(texts.flatMap(([id, text]) => (text === undefined ? [] : [[id, paragraphsOf(text)]])));
}

function paragraphsOf(text: string): Map<number, string> {
  const paragraphs = text.matchAll(/^\[(?<number>\d+)\][ \t]*(?<words>.*(?:\n(?!\[\d+\]|#).*)*)/gmu);
  return new Map([...paragraphs].map(({ groups }) => [Number(groups?.number), (groups?.words ?? '').trim()]));
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
