/** The number of each term, from 0 in the order in which they first came: looked up once, a term is a place in every array. */
export type Vocabulary = ReadonlyMap<string, number>;

/** The numbers of terms; one that is new to the vocabulary gets the next. */
export function numbered(terms: Iterable<string>, vocabulary: Map<string, number>): number[] {
  return Array.from(terms, (term) => {
    const number = vocabulary.get(term) ?? vocabulary.size;
    vocabulary.set(term, number);
    return number;
  });
}

/** The number of a term; one that is not in the vocabulary has a number too, which nothing is known by. */
export function numberOf(term: string, vocabulary: Vocabulary): number {
  return vocabulary.get(term) ?? unknown;
}

const unknown = -1;
