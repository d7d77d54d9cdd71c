import { phrases } from './phrases.ts';
import type { Bar, Citation, Entry, Line, Reply, Section } from './reply.ts';

/** How wide a bar of the largest value is, in characters: fits beside label and value on a telephone. */
const barWidth = 16;

/** A reply as plain text: the terminal, notifications, screen readers and `ask --json` show this. */
export function toText(reply: Reply): string {
  const blocks = [reply.title, ...reply.sections.map((section) => sectionText(section, reply))];
  if (reply.citations.length > 0) {
    blocks.push(
      [phrases[reply.lang].sources, ...reply.citations.map((citation) => citationText(citation, reply))].join('\n'),
    );
  }
  if (reply.footer.length > 0) blocks.push(reply.footer.join('\n'));
  return blocks.filter((block) => block !== '').join('\n\n');
}

function sectionText(section: Section, reply: Reply): string {
  switch (section.kind) {
    case 'lines':
      return [section.heading, ...section.lines.map((line) => lineText(line, reply))].filter(Boolean).join('\n');
    case 'dispute':
      return [
        `${section.heading}${reply.lang === 'zh' ? '：' : ': '}${section.question}`,
        ...section.sides.flatMap((side) => [
          `${side.date} · ${side.label}`,
          ...side.lines.map((line) => lineText(line, reply)),
        ]),
      ].join('\n');
    case 'chart':
      return [`${section.heading} (${section.unit})`, ...chartRows(section.bars)].join('\n');
    case 'entries':
      return [section.heading, ...section.entries.map(entryText)].filter(Boolean).join('\n');
    case 'note':
      return section.text;
  }
}

/** A line with its marks, `• text (who; when) [1]`, and the editor's note below it. */
function lineText(line: Line, reply: Pick<Reply, 'lang'>): string {
  const gap = reply.lang === 'zh' ? '' : ' ';
  const text = `• ${line.text}${gap}${attributionText(line, reply)} ${marksOf(line)}`;
  return line.caveat ? `${text}\n  ${caveatText(line.caveat, reply)}` : text;
}

/** Who and when, in the brackets of the language. */
export function attributionText(line: Line, reply: Pick<Reply, 'lang'>): string {
  return reply.lang === 'zh' ? `（${line.attribution}）` : `(${line.attribution})`;
}

/** The editor's warning as it stands under a line. */
export function caveatText(caveat: string, reply: Pick<Reply, 'lang'>): string {
  return `${phrases[reply.lang].caveat}${reply.lang === 'zh' ? '：' : ': '}${caveat}`;
}

/** The citation marks of a line or bar: `[1]`. */
export function marksOf(cited: { readonly cites: readonly number[] }): string {
  return cited.cites.map((n) => `[${n}]`).join('');
}

/** Rows of a bar chart in a monospaced font: bar, value, mark, label last so that wide characters do not break the columns. */
export function chartRows(bars: readonly Bar[]): string[] {
  const most = Math.max(...bars.map((bar) => bar.value), 0);
  return bars.map((bar) => {
    const filled = most > 0 ? Math.max(1, Math.round((bar.value / most) * barWidth)) : 0;
    return `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${bar.label} ${bar.shown} ${marksOf(bar)}`;
  });
}

/** A citation without its number and link: publisher, title, date, paragraph. */
export function citationWords(citation: Citation, reply: Pick<Reply, 'lang'>): string {
  const said = phrases[reply.lang];
  return said.citation({ ...citation, paragraph: said.paragraph(citation.paragraph) });
}

function citationText(citation: Citation, reply: Pick<Reply, 'lang'>): string {
  return [`[${citation.n}] ${citationWords(citation, reply)}`, citation.url].filter(Boolean).join(' ');
}

function entryText(entry: Entry): string {
  return [`• ${entry.label}`, entry.text, entry.url].filter(Boolean).join(' — ');
}
