import { amountRules } from './amounts.ts';
import { calendarRules } from './calendar.ts';
import { chineseRules, chineseShareRules } from './chinese-numbers.ts';
import { englishRules } from './english-numbers.ts';
import type { FindNames, Mention } from './names.ts';

/**
 * A number that a text states, in any spelling of either language.
 * `readings` are the values it can mean: the 20 of "20 to 30 million" is 20 or 20 million.
 */
export interface Quantity {
  readonly text: string;
  readonly readings: readonly number[];
  /** Months, days, quarters and halves of a year are numbers of their own: four months are not April. */
  readonly of: 'amount' | 'month' | 'day' | 'quarter' | 'half-year';
  /**
   * How surely it is a figure. `firm`: in digits, or a number word that counts something; the other language must have it too.
   * `soft`: a number word that the other language may leave out ("the two companies"); only the source must have it.
   * `faint`: perhaps no number at all ("one day", "第三"); it can answer another number, nothing is asked of it.
   */
  readonly strength: 'firm' | 'soft' | 'faint';
  readonly currency?: string | undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** How a spelling is read. What the pattern matches is taken out of the text, so that no later rule reads it again. */
export interface Rule {
  /** Global, with named groups. */
  readonly pattern: RegExp;
  read(groups: Groups, text: string): Quantity[];
}

/** Stands for what a rule has read: no rule matches it, and the words around it do not grow together. */
const blank = '¦';

/** Model and part numbers (`GPT-3.5`, `A100`, `AI21`): letters and digits in one word with a capital, but not "Mid-2023". */
const codes =
  /(?<![\p{L}\p{N}])(?!(?:[Mm]id|[Ll]ate|[Ee]arly|[Pp]re|[Pp]ost|[Nn]on|[Ss]ub|[Tt]op|US|CNY|RMB)-?\d)(?=[\w.·-]*\d)(?=[\w.·-]*[A-Z])[A-Za-z]\w*(?:[-.·]\w+)*|\b(?:[23]D|[2-6]G|[48]K)\b/gu;

const rules: readonly Rule[] = [
  ...calendarRules,
  { pattern: codes, read: () => [] },
  ...chineseShareRules,
  ...amountRules,
  ...englishRules,
  ...chineseRules,
];

/** Reads the numbers of a text. */
export type ReadNumbers = (text: string) => readonly Quantity[];

/**
 * Builds the reader. Digits and numerals inside the names of entities are no numbers, but for versions of models and products.
 * It remembers every text it has read: the facts of a paragraph and of a speaker share theirs.
 */
export function numberReader(findNames: FindNames): ReadNumbers {
  const known = new Map<string, readonly Quantity[]>();
  return (text) => {
    const numbers = known.get(text) ?? numbersIn(text, findNames);
    known.set(text, numbers);
    return numbers;
  };
}

function numbersIn(text: string, findNames: FindNames): Quantity[] {
  const digits = text.replace(/[０-９％．＄]/gu, (wide) => wide.normalize('NFKC'));
  const names = findNames(digits);
  const found = names.flatMap((name) => numbersOfName(digits, name));
  let rest = names.reduce((left, name) => cut(left, name.start, endOfName(digits, name)), digits);
  for (const { pattern, read } of rules) {
    const matches = [...rest.matchAll(pattern)];
    for (const match of matches) found.push(...read(match.groups ?? {}, match[0].trim()));
    if (matches.length > 0) rest = rest.replace(pattern, (match) => blank.repeat(match.length));
  }
  return found;
}

/** A version after a product's name ("DALL-E 3"); a number with a unit is none ("ChatGPT 20 美元"). */
const versionAfterName =
  /^[ -]?v?(?<number>\d{1,2}(?:\.\d+)?)(?![\d,.]*\d)(?!\s?(?:%|百|千|万|亿|美元|元|个|名|家|thousand|[mbtr]illion|percent))/u;
const versionInName = /(?<number>\d+(?:\.\d+)?)s?$/u;
const versioned: ReadonlySet<string> = new Set(['model', 'product', 'chip']);

function versionAfter(text: string, { entity, end }: Mention): RegExpExecArray | null {
  return versioned.has(entity.kind) ? versionAfterName.exec(text.slice(end)) : null;
}

function endOfName(text: string, name: Mention): number {
  return name.end + (versionAfter(text, name)?.[0].length ?? 0);
}

/** GPT-4 is not GPT-3.5: the version of a model is a number like another. A year in a name can only answer one. */
function numbersOfName(text: string, mention: Mention): Quantity[] {
  const { entity, name } = mention;
  const version = versionAfter(text, mention) ?? (versioned.has(entity.kind) ? versionInName.exec(name) : null);
  const years = name.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu) ?? [];
  return [
    ...years.map((year) => numberOf(year, year, 'faint')),
    ...(version
      ? [numberOf(`${name}${version.input === name ? '' : version[0]}`, version.groups?.number, 'firm')]
      : []),
  ];
}

function numberOf(text: string, digits: string | undefined, strength: Quantity['strength']): Quantity {
  return { text, readings: [Number(digits)], of: 'amount', strength };
}

function cut(text: string, start: number, end: number): string {
  return text.slice(0, start) + blank.repeat(end - start) + text.slice(end);
}
