/** Something wrong in what an item says, found without looking at its file. */
export interface Finding {
  /** The fact, dispute, source, topic or entity of the knowledge that it was found in. */
  readonly item: object;
  /** Where in the item, such as `['text', 'zh']`. */
  readonly path: readonly PropertyKey[];
  readonly what: string;
  readonly cure: string;
}

/** The numbered paragraphs of each source, by source id: the articles that facts were written from. */
export type SourceTexts = ReadonlyMap<string, ReadonlyMap<number, string>>;
