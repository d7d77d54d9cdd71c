/** A question without what it leaves out, and what that is. */
export interface Sifted {
  readonly text: string;
  readonly leftOut: readonly string[];
}

const except =
  '(?:[Aa]part|[Aa]side) from|[Bb]esides|[Oo]ther than|[Ee]xcept(?:ing)?(?: for)?|[Ll]eaving aside|[Nn]ot counting';
const name = String.raw`[\p{L}\d][\p{L}\d.'’-]*(?:\s+\p{Lu}[\p{L}\d.]*)*`;
const asking = 'who|whom|what|which|when|where|why|how|do|does|did|is|are|was|were|has|have|can';

/** "Apart from Baidu, who …?", "Baidu aside, who …?", "who … besides Baidu and Tencent …?", "除了百度之外，还有谁……", "除了百度还有谁……". */
const exclusions = [
  new RegExp(String.raw`(?<=^|[.?!;]\s*)(?:${except})\s+(?<left>[^;:.?!]{1,60}?),\s*(?=(?:${asking})\b)`, 'gu'),
  new RegExp(
    String.raw`(?<=^|[.?!;]\s*)(?:${except})\s+(?<left>[^,;:.?!]{1,40}?)(?:,\s*|\s+(?=(?:${asking})\b))`,
    'gu',
  ),
  /^(?<left>[^,;:.?!]{1,30}) aside,\s*/gu,
  new RegExp(
    String.raw`\b(?:${except})\s+(?:(?:in|at|by|from|for|the)\s+)?(?<left>${name}(?:(?:,\s*|\s+and\s+|\s+or\s+)(?=\p{Lu})${name})*)`,
    'gu',
  ),
  /(?:除了|撇开|抛开|不算)(?<left>[^，,。？?]{1,15}?)(?:(?:之外|以外|外|不谈|不说)[，,]?|[，,])/gu,
  /除了(?<left>[^，,。？?]{1,15}?)(?=还|有|谁|哪)/gu,
];

const opening = new RegExp(String.raw`^(?:${except})\b|^(?:除了|撇开|抛开|不算)`, 'u');

/** Whether a text begins by leaving something out: what follows it belongs to it. */
export function opensWithExclusion(text: string): boolean {
  return opening.test(text);
}

/** Takes out of a question what it leaves out: a fact about that is no answer. */
export function withoutExcluded(text: string): Sifted {
  const leftOut: string[] = [];
  const rest = exclusions.reduce(
    (left, exclusion) =>
      left.replace(exclusion, (...match) => {
        leftOut.push((match.at(-1) as { left: string }).left);
        return '';
      }),
    text,
  );
  return { text: rest, leftOut };
}
