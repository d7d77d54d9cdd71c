/** What a question leaves out: "apart from Baidu, who …?", "who … besides Baidu?", "除了百度之外，还有谁……". */
const english =
  /\b(?:(?:apart|aside) from|besides|other than|except(?:ing)?(?: for)?|leaving aside|not counting)\s+[^,;:.?!]{1,40}?(?:,\s*|(?=$|[;:.?!]|\b(?:who|whom|what|which|when|where|why|how|do|does|did|is|are|was|were|has|have|can)\b))|^[^,;:.?!]{1,30} aside,\s*/giu;
const chinese = /(?:除了|撇开|抛开|不算)[^，,。？?]{1,15}?(?:(?:之外|以外|外|不谈|不说)[，,]?|[，,])/gu;

/** A question without what it leaves out: a fact about that is no answer. */
export function withoutExcluded(text: string): string {
  return text.replace(english, '').replace(chinese, '');
}
