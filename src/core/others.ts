/** Words that ask for others than those that were told of, as patterns over folded text. */

/** Whether somebody asks for others than those he was told of: "more", "What else did he do?" */
export function asksForOthers(text: string): boolean {
  return more.test(text) || other.test(text);
}

/** All that is said is that there should be more. */
const more =
  /^\s*(?:(?:and|ok|yes)[\s,]+)*(?:more|any more|anything else|what else|who else|any(?:one|body) else|(?:any |what |which )?others?(?: (?:ways?|ones?|examples?|reasons?|things?))?|(?:tell|show) me more(?: about (?:it|that|this|them))?|show more|go on|continue|还有(?:吗|呢|谁|哪些|什么|别的|其他的?)*|更多|继续|接着说)[\s?!.？！。]*$/iu;

/** Others of what was told; not 还有多少 and 还是, which mean "still" and "or". */
const other =
  /\b(?:who|what|where|which|why|how|when|anyone|anybody|anything|someone) else\b|\b(?:what|which|any) other [a-z]+\b|^other [a-z]+\W*$|^(?:别的|其[他它].{0,6}|除了这些)呢|还(?:有|\p{Script=Han}{1,2}[了过])(?:谁|哪|什么|啥|别的|其[他它])/iu;

/** Whether he says what kind of others, which need be none of what was spoken of: "other chatbots?" */
export function saysWhichOthers(text: string): boolean {
  return kind.test(text);
}

const kind =
  /\bother (?!(?:ways?|ones?|examples?|reasons?|things?)\b)[a-z]+|还有哪(?:[些几]?[家个款种]?)(?=[\p{Script=Han}a-z]{2})(?!吗|呢)/iu;
