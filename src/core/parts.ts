/** Questions in one message that are answered one by one: more is no question but a list. */
const mostParts = 4;

// A sentence end; "and" before a question word, or before a verb that asks of somebody ("and did they …"); a comma before a question word of either language.
const boundary =
  /(?<=[?？!！。；;])\s*|\n+|(?<=[.])\s+(?=\p{Lu})|,?\s+(?:and|or|also|plus)\s+(?=(?:(?:who|when|where|why|how|what|which)\b|(?:is|are|do|does|did|has|have|can) (?:it|its|they|there|that|this|these|he|she|we|you|the|any|china|chinese)\b))|,\s+(?=(?:who|when|where|why|how|what|which)\s)|[，,]\s*(?:还有|另外|以及|并且|而且)?(?=谁|哪|什么时候|为什么|怎么|多少|几)/giu;

/** The questions that a message holds, in its order; the message itself where it is one. */
export function partsOf(text: string): string[] {
  const parts = text
    .split(boundary)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  return parts.length > 0 && parts.length <= mostParts ? parts : [text];
}
