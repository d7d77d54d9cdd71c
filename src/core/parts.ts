import { opensWithExclusion } from './exclusion.ts';
import { withoutMarkup } from './markup.ts';
import { smallTalkIn } from './small-talk.ts';

const wordsAsking = 'who|whom|whose|when|where|why|how|what|which';
const hanAsking = '谁|哪|什么|啥|为何|为什么|怎|如何|多少|多大|多久|几(?!乎)|是否|有没有|能不能|会不会|是不是';
const subject = 'it|its|they|there|that|this|these|he|she|we|you|the|any|china|chinese';

/** A full stop, but for that of "U.S. controls" or "Dr. Shum". In small letters only a word that asks begins a sentence. */
const fullStop = new RegExp(
  String.raw`(?<=(?<!\b(?:\p{Lu}|Dr|Mr|Mrs|Ms|Prof|Inc|Ltd|Corp|Co|No|vs|e\.g|i\.e))\.)\s+(?=\p{Lu}|(?:${wordsAsking}|is|are|do|does|did|has|have|can|could|any|tell|give|and|but|so)\b)`,
  'u',
);
/** "1. …", "2、…", "- …": at the beginning of a line, in Chinese within one too. */
const listMark = /(?:^|\n)\s*(?:\d{1,2}\s*[.)、）．](?!\d)|[-*•·])\s*|(?<=[\s：:；;，,])\d{1,2}[、）．]\s*/u;
// The end of a sentence or line; "and" before a question word ("and by how much …") or before a verb that asks ("and did they …"); a comma before a
// question word of either language; in Chinese one anywhere in each of two clauses.
const boundary = new RegExp(
  [
    String.raw`(?<=[?？!！。；;])\s*`,
    String.raw`\n+`,
    String.raw`,?\s+(?:and|or|also|plus)\s+(?=(?:(?:by|in|at|to|for|from|on|with|of|about|since)\s+)?(?:${wordsAsking})\b|(?:is|are|was|were|has|have) (?:${subject})\b|(?:do|does|did|can|could|will|would|should)\s)`,
    String.raw`,\s+(?=(?:${wordsAsking})\s)`,
    String.raw`[，,]\s*(?:还有|另外|以及|并且|而且)?(?=谁|哪|什么时候|为什么|怎么|多少|几)`,
    String.raw`(?<=(?:${hanAsking})[^，,。？?]*)[，,]\s*(?:还有|另外|以及|并且|而且)?(?=[^，,。？?]*(?:${hanAsking}))`,
  ].join('|'),
  'iu',
);

/** A part of a message. Only what asks is answered; the rest may be what that leans on. */
export interface Part {
  readonly text: string;
  readonly asks: boolean;
}

/** The parts of a message, in its order; the message itself where it is one. Where none asks, as with a list of names, all do. */
export function partsOf(text: string): Part[] {
  const parts = [listMark, fullStop, boundary]
    .reduce<string[]>((pieces, end) => pieces.flatMap((piece) => piece.split(end)), [withoutMarkup(text)])
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part) && smallTalkIn(part) !== 'thanks')
    .reduce<string[]>(withoutAfterthoughts, []);
  if (parts.length === 0) return [{ text, asks: true }];
  const asks = parts.map((part, at) => isAsking(part) && !(at === 0 && isScene(part)));
  return parts.map((part, at) => ({ text: part, asks: asks[at] === true || !asks.includes(true) }));
}

const questionWord =
  /\b(?:who|whom|whose|what|whats|which|when|where|why|how|whether)\b|谁|什么|啥|哪|几|多少|怎|为何|如何|是否|有没有|能不能|会不会|是不是/iu;
/** "When ChatGPT came out, how did …?" sets a scene and asks later; "When did it come out?" asks. */
const scene =
  /^\W*(?:back |ever since )?when\s+(?!(?:exactly\s+)?(?:did|do|does|was|were|is|are|will|has|have|had|can|could|would|should)\b)/iu;
const opening =
  /^\W*(?:(?:and|but|so|or|also|please|pls)\s+)*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|must|may|any|anyone|anything|isn't|aren't|don't|doesn't|didn't|tell|list|name|give|show|explain|describe|compare|summari[sz]e|define)\b|^(?:请|介绍|列|说|讲|告诉|比较|对比|总结)/iu;
const ending = /[?？吗呢]\s*$/u;

/** "As a VC, where should I put my money?" asks in its second half. */
function isAsking(part: string): boolean {
  return ending.test(part) || questionWord.test(part) || opening.test(part);
}

function isScene(part: string): boolean {
  return scene.test(part) && !ending.test(part);
}

const withoutHan = /^\P{Script=Han}+$/u;
const leaning = /^\W*(?:and|but|so|or|also|same|since|until)\b/iu;

/** A word or two behind a question belong to it, "what drives the government? demographics?", and so does what it leaves out before it. */
function withoutAfterthoughts(parts: string[], part: string): string[] {
  const isAfterthought =
    withoutHan.test(part) && part.split(/\s+/).length < 3 && !questionWord.test(part) && !leaning.test(part);
  const [before] = parts.slice(-1);
  if (before === undefined) return [part];
  if (opensWithExclusion(before) && !isAsking(before)) return [...parts.slice(0, -1), `${before}, ${part}`];
  return isAfterthought ? [...parts.slice(0, -1), `${before} ${part}`] : [...parts, part];
}
