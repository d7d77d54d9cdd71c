/** Questions in one message that are answered one by one: more is no question but a list. */
const mostParts = 4;

// A sentence end; "and" before a question word, or before a verb that asks of somebody ("and did they …"); a comma before a question word of either language.
const boundary =
  /(?<=[?？!！。；;])\s*|\n+|(?<=[.])\s+(?=\p{Lu})|,?\s+(?:and|or|also|plus)\s+(?=(?:(?:who|when|where|why|how|what|which)\b|(?:is|are|do|does|did|has|have|can) (?:it|its|they|there|that|this|these|he|she|we|you|the|any|china|chinese)\b))|,\s+(?=(?:who|when|where|why|how|what|which)\s)|[，,]\s*(?:还有|另外|以及|并且|而且)?(?=谁|哪|什么时候|为什么|怎么|多少|几)/giu;

/** A part of a message. Only what asks is answered; the rest may be what that leans on. */
export interface Part {
  readonly text: string;
  readonly asks: boolean;
}

/** The parts of a message, in its order; the message itself where it is one. Where none asks, as with a list of names, all do. */
export function partsOf(text: string): Part[] {
  const parts = text
    .split(boundary)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .reduce<string[]>(withoutAfterthoughts, []);
  if (parts.length === 0 || parts.length > mostParts) return [{ text, asks: true }];
  const anyAsks = parts.some(isAsking);
  return parts.map((part) => ({ text: part, asks: !anyAsks || isAsking(part) }));
}

const questionWord =
  /\b(?:who|whom|whose|what|whats|which|when|where|why|how|whether)\b|谁|什么|啥|哪|几|多少|怎|为何|如何|是否|有没有|能不能|会不会|是不是/iu;
const opening =
  /^\W*(?:(?:and|but|so|or|also|please|pls)\s+)*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|may|any|anyone|anything|isn't|aren't|don't|doesn't|didn't|tell|list|name|give|show|explain|describe|compare|summari[sz]e|define)\b|^(?:请|介绍|列|说|讲|告诉|比较|对比|总结)/iu;
const ending = /[?？吗呢]\s*$/u;

/** "As a VC, where should I put my money?" asks in its second half. */
function isAsking(part: string): boolean {
  return ending.test(part) || questionWord.test(part) || opening.test(part);
}

const withoutHan = /^\P{Script=Han}+$/u;
const leaning = /^\W*(?:and|but|so|or|also|same|since|until)\b/iu;

/** A word or two behind a question belong to it: "what drives the government? demographics?" */
function withoutAfterthoughts(parts: string[], part: string): string[] {
  const isAfterthought =
    withoutHan.test(part) && part.split(/\s+/).length < 3 && !questionWord.test(part) && !leaning.test(part);
  return isAfterthought && parts.length > 0 ? [...parts.slice(0, -1), `${parts.at(-1)} ${part}`] : [...parts, part];
}
