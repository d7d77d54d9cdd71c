import { parseArgs } from 'node:util';
import { checkKnowledge } from '../core/check/check.ts';
import { type Count, countFacts } from '../core/check/counts.ts';
import type { SourceTexts } from '../core/check/finding.ts';
import type { Knowledge } from '../core/store.ts';
import { loadFacts, readFacts } from '../files/facts.ts';
import { readSourceTexts } from '../files/paragraphs.ts';
import { byPlace, type Problem, printProblem } from '../files/problem.ts';

const help = `The facts that the bot knows.

  facts check [--sources DIR]   find all that is wrong in the fact files; exit code 1 where something is
  facts stats [--sources DIR]   count the facts
  facts export --json           print every fact as JSON

  --sources DIR   the folder with the texts of the sources, <source-id>.md with numbered paragraphs:
                  numbers and wording are compared with them, and paragraphs that no fact cites are listed
`;

/** Where the facts are, and where lines go. */
export interface FactsIo {
  readonly factsDir: string;
  write(text: string): void;
}

/** Runs `facts <args>`. Resolves to the exit code: 0, or 1 where the facts have problems or the command is not understood. */
export async function factsCommand(args: readonly string[], io: FactsIo): Promise<number> {
  const parsed = parse(args);
  switch (parsed.command) {
    case 'help':
      io.write(help);
      return 0;
    case 'check':
      return check(io, parsed.sources);
    case 'stats':
    case 'export': {
      const loaded = loadFacts(io.factsDir);
      if (!loaded.ok) return list(io, loaded.problems);
      const { knowledge } = loaded;
      return parsed.command === 'stats' ? stats(io, knowledge, parsed.sources) : exportJson(io, knowledge);
    }
    case 'none':
      return refuse(io, parsed.complaint);
  }
}

type Parsed =
  | { readonly command: 'help' | 'export' }
  | { readonly command: 'check' | 'stats'; readonly sources: string | undefined }
  | { readonly command: 'none'; readonly complaint: string };

function parse(args: readonly string[]): Parsed {
  const options = { sources: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [command, ...rest] = positionals;
    if (values.help || command === 'help') return { command: 'help' };
    if (rest.length > 0) return { command: 'none', complaint: `There is something too much: ${rest.join(' ')}` };
    if (command === 'check' || command === 'stats') return { command, sources: values.sources };
    if (command === 'export' && values.json) return { command };
    if (command === 'export') return { command: 'none', complaint: 'JSON is the only form to export: write --json' };
    return {
      command: 'none',
      complaint: command ? `There is no "facts ${command}".` : 'Say what to do with the facts.',
    };
  } catch (error) {
    return { command: 'none', complaint: error instanceof Error ? error.message : String(error) };
  }
}

function check(io: FactsIo, sources: string | undefined): number {
  const { knowledge, problems, at } = readFacts(io.factsDir);
  const texts = textsOf(knowledge, sources);
  if (!texts) return refuse(io, `There is no folder ${sources}.`);
  const findings = checkKnowledge(knowledge, texts);
  const found = findings.map(({ item, path, what, cure }) => ({ ...at(item, path), what, cure }));
  const missing = sources === undefined ? [] : knowledge.sources.filter(({ id }) => !texts.has(id));
  for (const { id } of missing) io.write(`${sources} has no text of ${id}: its facts are not compared\n`);
  if (problems.length + found.length > 0) return list(io, [...problems, ...found].sort(byPlace));
  io.write(
    `${counted(knowledge.facts.length, 'fact')} of ${counted(knowledge.sources.length, 'source')}: no problems\n`,
  );
  return 0;
}

function list(io: FactsIo, problems: readonly Problem[]): number {
  for (const problem of problems) io.write(`${printProblem(problem)}\n`);
  io.write(`${counted(problems.length, 'problem')}\n`);
  return 1;
}

function exportJson(io: FactsIo, { facts }: Knowledge): number {
  io.write(`${JSON.stringify(facts, null, 2)}\n`);
  return 0;
}

function stats(io: FactsIo, knowledge: Knowledge, sources: string | undefined): number {
  const texts = textsOf(knowledge, sources);
  if (!texts) return refuse(io, `There is no folder ${sources}.`);
  const counts = countFacts(knowledge, texts);
  io.write(`${counted(counts.facts, 'fact')}\n`);
  table(io, 'source', counts.bySource);
  table(io, 'topic (a fact counts for each of its topics)', counts.byTopic);
  table(io, 'kind', counts.byKind);
  table(io, 'language', counts.byLanguage);
  io.write(`\nwith figures  ${counts.withFigures}\nwith a caveat ${counts.withCaveat}\n`);
  if (texts.size > 0) io.write('\nparagraphs without a fact\n');
  for (const { source, paragraphs, of } of counts.unused) {
    io.write(
      `  ${source}  ${paragraphs.length} of ${of}${paragraphs.length > 0 ? `: ${paragraphs.join(', ')}` : ''}\n`,
    );
  }
  return 0;
}

function table(io: FactsIo, side: string, rows: readonly Count[]): void {
  io.write(`\nby ${side}\n`);
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  for (const [name, count] of rows) io.write(`  ${name.padEnd(width)}  ${count}\n`);
}

/** The texts to compare with: none where no folder is named, undefined where the named one is not there. */
function textsOf({ sources }: Knowledge, dir: string | undefined): SourceTexts | undefined {
  if (dir === undefined) return new Map();
  return readSourceTexts(
    dir,
    sources.map((source) => source.id),
  );
}

function refuse(io: FactsIo, complaint: string): number {
  io.write(`${complaint}\n\n${help}`);
  return 1;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
