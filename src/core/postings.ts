/**
 * Which texts have each term: an inverted index over texts and terms that are numbered from 0. Plain data in typed arrays, which takes a tenth of what
 * lists of objects would, and can be kept in a file as it is.
 */
export interface Postings {
  /** How many texts there are. */
  readonly count: number;
  /** Where the texts of term i begin in `texts`; they end where those of i + 1 begin. */
  readonly starts: Uint32Array;
  /** The texts of each term, in rising order. */
  readonly texts: Uint32Array;
  /** For each place of `texts` a byte of what is to be known of that text and term. */
  readonly marks: Uint8Array;
}

/** A part of `texts` and `marks`, from `start` up to but without `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const nowhere: Range = { start: 0, end: 0 };

/** Where the texts of a term stand: nowhere if it is unknown. */
export function rangeOf({ starts }: Postings, term: number): Range {
  const end = starts[term + 1];
  return end === undefined ? nowhere : { start: starts[term] ?? 0, end };
}

/** In how many texts a term is. */
export function frequencyOf({ starts }: Postings, term: number): number {
  const end = starts[term + 1];
  return end === undefined ? 0 : end - (starts[term] ?? 0);
}

/** Where a text stands among those of a term, if it has it. */
export function placeIn({ texts }: Postings, { start, end }: Range, text: number): number | undefined {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((texts[middle] ?? 0) < text) low = middle + 1;
    else high = middle;
  }
  return low < end && texts[low] === text ? low : undefined;
}

/** The mark of a text for the term that stands there; 0 where it does not have it. */
export function markIn(postings: Postings, range: Range, text: number): number {
  const place = placeIn(postings, range, text);
  return place === undefined ? 0 : (postings.marks[place] ?? 0);
}

/** Builds postings: `read` gives the terms of each text, each once, with their marks from 1 to 255. */
export function createPostings(
  count: number,
  read: (text: number) => Iterable<readonly [term: number, mark: number]>,
): Postings {
  const frequencies: number[] = [];
  const pairs = createPairs();
  for (let text = 0; text < count; text++) {
    for (const [term, mark] of read(text)) {
      frequencies[term] = (frequencies[term] ?? 0) + 1;
      pairs.add(term, text, mark);
    }
  }
  return { count, ...pairs.sorted(frequencies) };
}

/** Pairs of a term and a text in typed arrays that double as they fill: a large store has millions. */
function createPairs() {
  let size = 0;
  let [numbers, texts, marks] = [new Uint32Array(1024), new Uint32Array(1024), new Uint8Array(1024)];
  return {
    add(number: number, text: number, mark: number): void {
      if (size === numbers.length)
        [numbers, texts, marks] = [
          doubled(Uint32Array, numbers),
          doubled(Uint32Array, texts),
          doubled(Uint8Array, marks),
        ];
      numbers[size] = number;
      texts[size] = text;
      marks[size] = mark;
      size++;
    },
    /** The pairs by their terms, those of a term as they were added. */
    sorted(frequencies: readonly number[]): Omit<Postings, 'count'> {
      const starts = new Uint32Array(frequencies.length + 1);
      for (let number = 0; number < frequencies.length; number++) {
        starts[number + 1] = (starts[number] ?? 0) + (frequencies[number] ?? 0);
      }
      const free = starts.slice();
      const sorted = { starts, texts: new Uint32Array(size), marks: new Uint8Array(size) };
      for (let at = 0; at < size; at++) {
        const number = numbers[at] ?? 0;
        const place = free[number] ?? 0;
        free[number] = place + 1;
        sorted.texts[place] = texts[at] ?? 0;
        sorted.marks[place] = marks[at] ?? 0;
      }
      return sorted;
    },
  };
}

function doubled<T extends Uint32Array | Uint8Array>(Room: new (size: number) => T, array: T): T {
  const larger = new Room(2 * array.length);
  larger.set(array);
  return larger;
}
