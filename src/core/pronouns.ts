/** Words that stand for what was spoken of before, as patterns over folded text. */

/** Whether a text has such a word; not "rules that China made", "this year", "is it hard to …", 其他 or 这些年. */
export function refers(text: string): boolean {
  return referring.test(text.replace(expletive, ''));
}

const expletive =
  /\b(?:is|was|isn't|makes|would) it (?:still |really |also |now |so |too )?(?:be )?(?:true|hard|easy|easier|harder|difficult|possible|likely|legal|illegal|allowed|worth|safe|known|clear|right to|fair|common|necessary)\b/giu;

const referring =
  /\b(?:it|its|they|them|their|he|his|him|she|her)\b|(?:^|\b(?:is|was|are|were|do|does|did|about|of|for|with|like|to|from|by|on|in|and|but|so|why|how|what|who|when|where|after|before|since|mean|at|than|behind|against|because|made|makes|use|uses|know)\s+)(?:that|those)\b|\bthat(?: one)?\s*[?.!,]*$|\b(?:this|these)\b(?!\s+(?:year|month|week|day|decade|time)s?\b)|(?<!其)它|(?<![其吉])他|她|这(?!些?[年天月周]|几年|么|方面)|那[个些家种款]|其(?![他它中实余次间所])/iu;

/** Whether it speaks of "it" or "them", not only of "its": beside a name that is nearly always somebody else, "did Baidu invest in it?". */
export function refersToAnother(text: string): boolean {
  return standing.test(text.replace(expletive, ''));
}

const standing = /\b(?:it|them|him|he|she)\b|(?<!其)它(?!们?的)|(?<![其吉])他(?!们?的)|她(?!们?的)/iu;

/** Whether it speaks of one person. */
export function meansPerson(text: string): boolean {
  return person.test(text);
}

const person = /\b(?:he|his|him|she|her)\b|(?<![其吉])他(?!们)|她(?!们)/iu;

/** The words themselves: names are put in their place. */
export const standIns: ReadonlySet<string> = new Set(
  'it its they them their he him his she her this that these those 它 他 她 们 这 那'.split(' '),
);
