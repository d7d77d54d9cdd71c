import { fold } from './fold.ts';

/** Whether somebody asks for others than those he was told of: "more", "What else did he do?" */
export function asksForOthers(text: string): boolean {
  const folded = fold(text);
  return more.test(folded) || other.test(folded);
}

/** All that is said is that there should be more. */
const more =
  /^\s*(?:(?:and|ok|yes)[\s,]+)*(?:more|any more|anything else|what else|who else|any(?:one|body) else|(?:any |what |which )?others?(?: [a-z]+)?|(?:tell|show) me more(?: about (?:it|that|this|them))?|show more|go on|continue|还有(?:吗|呢|谁|哪些|什么|别的|其他的?)*|更多|继续|接着说)[\s?!.？！。]*$/iu;

/** Not 还有多少 and 还是, which mean "still" and "or". */
const other =
  /\b(?:who|what|where|which|anyone|anybody|anything|someone) else\b|还(?:有|\p{Script=Han}{1,2}[了过])(?:谁|哪|什么|啥|别的|其[他它])/iu;
