import { stripVTControlCharacters, styleText } from 'node:util';
import { toText } from '../../core/plain.ts';
import type { Reply } from '../../core/reply.ts';

/** How the terminal shows text. */
export interface Style {
  readonly colours: boolean;
  /** Columns to wrap at. */
  readonly width: number;
}

/** Some terminals say that they have no width at all. */
const narrowest = 20;
const usual = 100;

/** How a stream shows text: colours for people, and as many columns as it has. */
export function styleOf(output: { readonly isTTY?: boolean; readonly columns?: number }): Style {
  const columns = output.columns ?? 0;
  return { colours: output.isTTY === true, width: columns >= narrowest ? columns : usual };
}

/** A reply as terminal text: wrapped at words, the title bold, notes and sources dim, the buttons as what to type. */
export function toMessage(reply: Reply, style: Style): string {
  const [title = '', ...rest] = toText(reply).split('\n');
  const body = rest.flatMap((line) => wrap(stripVTControlCharacters(line), style.width));
  const typed = reply.actions.filter((action) => action.kind === 'ask').map((action) => action.text);
  const hint = typed.length > 0 ? ['', ...wrap(typed.map((text) => `› ${text}`).join('   '), style.width)] : [];
  const painted = [...body, ...hint].map((line) => paint(line, style));
  return [style.colours ? styleText('bold', title) : title, ...painted].join('\n');
}

function paint(line: string, style: Style): string {
  const dim = /^\s*(?:\[\d+\] |Note:|注：|› |Sources$|来源$)/u.test(line);
  return style.colours && dim ? styleText('dim', line) : line;
}

/** Breaks a line at spaces; Han text, which has none, at any character. A Han character takes two columns. */
function wrap(line: string, width: number): string[] {
  const indent = /^(?:• |\[\d+\] |\s+)?/u.exec(line)?.[0].length ?? 0;
  const rows: string[] = [];
  let row = '';
  for (const piece of line.match(/\p{Script=Han}\p{P}?|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? []) {
    if (columnsOf(row + piece.trimEnd()) > width && row.trim() !== '') {
      rows.push(row.trimEnd());
      row = ' '.repeat(indent);
    }
    row += piece;
  }
  rows.push(row.trimEnd());
  return rows;
}

function columnsOf(text: string): number {
  return text.length + (text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/gu)?.length ?? 0);
}
