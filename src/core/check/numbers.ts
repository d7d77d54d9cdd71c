import type { Fact, Figure, Source } from '../fact.ts';
import { type Localized, languages } from '../lang.ts';
import type { Period } from '../period.ts';
import type { Finding } from './finding.ts';
import type { Quantity, ReadNumbers } from './quantities.ts';

/** Numbers on which the two languages differ, in the text, the caveat and the speaker of a fact. */
export function numbersThatDiffer(fact: Fact, read: ReadNumbers): Finding[] {
  const texts: [string, Localized | undefined][] = [
    ['text', fact.text],
    ['said_by', fact.said_by],
    ['caveat', fact.caveat],
  ];
  return texts.flatMap(([field, text]) => {
    if (!text) return [];
    const en = read(text.en);
    const zh = read(text.zh);
    const only = [...onlyIn('English', en, zh), ...onlyIn('Chinese', zh, en)];
    const what = `the languages differ in numbers (${only.join('; ')})`;
    return only.length === 0 ? [] : [{ item: fact, path: [field, 'zh'], what, cure: 'make both say the same' }];
  });
}

/** Numbers of a fact that neither its paragraph has nor its dates: wrong figures, or a wrong paragraph. */
export function numbersWithoutSource(fact: Fact, cited: Cited, read: ReadNumbers): Finding[] {
  if (cited.paragraph === undefined) {
    const what = `${cited.source.id} has no paragraph ${fact.paragraph}`;
    return [{ item: fact, path: ['paragraph'], what, cure: 'cite the paragraph that holds the statement' }];
  }
  const known = [...read(cited.paragraph), ...datesOf(fact, cited.source)];
  return languages.flatMap((lang) =>
    read(fact.text[lang])
      .filter((number) => number.strength !== 'faint' && number.of !== 'half-year' && !isAmong(number, known))
      .map((number) => ({
        item: fact,
        path: ['text', lang],
        what: `"${number.text}" is not in paragraph ${fact.paragraph} of ${cited.source.id}`,
        cure: 'correct the number or the paragraph',
      })),
  );
}

/** What a fact cites; the paragraph is undefined where the source has none of that number. */
export interface Cited {
  readonly paragraph: string | undefined;
  readonly source: Source;
}

/** Figures whose value stands in neither text: the chart would show what the fact does not say. */
export function figuresNotInText(fact: Fact, read: ReadNumbers): Finding[] {
  if (fact.figures.length === 0) return [];
  const said = [...read(fact.text.en), ...read(fact.text.zh)];
  return fact.figures.flatMap((figure, index) =>
    isAmong(quantityOf(figure), said)
      ? []
      : [
          {
            item: fact,
            path: ['figures', index, 'value'],
            what: `the figure ${figure.value} ${figure.unit.en} stands in neither text`,
            cure: 'correct the value or the text',
          },
        ],
  );
}

function onlyIn(language: string, its: readonly Quantity[], others: readonly Quantity[]): string[] {
  return its
    .filter((number) => number.strength === 'firm' && !isAmong(number, others))
    .map((number) => `only the ${language} has "${number.text}"`);
}

function isAmong(number: Quantity, others: readonly Quantity[]): boolean {
  return others.some(
    (other) =>
      other.of === number.of &&
      (number.currency === undefined || other.currency === undefined || number.currency === other.currency) &&
      number.readings.some((value) => other.readings.some((reading) => equal(value, reading))),
  );
}

/** Equal but for what floating point adds: 224.6 × 10^8 and 22.46 × 10^9. */
function equal(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

function quantityOf({ value, unit }: Figure): Quantity {
  const size = Math.abs(value);
  const readings = /%|per ?cent/u.test(unit.en) ? [size / 100] : [size];
  const currency = ['USD', 'CNY'].find((code) => code === unit.en);
  return { text: String(value), readings, of: 'amount', strength: 'firm', currency };
}

/** A text may name the years, months and days that the fact is about, and that of its source; and the year in the id of an entity. */
function datesOf(fact: Fact, source: Source): Quantity[] {
  const periods = [fact.as_of, source.published, ...fact.figures.flatMap((figure) => figure.period ?? [])];
  const years = fact.entities.flatMap((id) => id.match(/(?<!\d)\d{4}(?!\d)/gu) ?? []);
  return [...periods.flatMap(datesIn), ...years.map((year) => dated('amount', year))];
}

function datesIn(period: Period): Quantity[] {
  return period.split('/').flatMap((point) => {
    const [year, month, day] = point.split('-');
    return [
      ...(year ? [dated('amount', year)] : []),
      ...(month ? [dated('month', month), dated('quarter', String(Math.ceil(Number(month) / 3)))] : []),
      ...(day ? [dated('day', day)] : []),
    ];
  });
}

function dated(of: Quantity['of'], value: string): Quantity {
  return { text: value, readings: [Number(value)], of, strength: 'firm' };
}
