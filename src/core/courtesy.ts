/**
 * What people say before they ask: who they are, that they are sorry, whether one would be so kind. It speaks of them or of the bot ("I", "you")
 * and of asking or knowing, and ends where the question begins.
 */
const english =
  /^(?=.*\b(?:ask|clarify|curious|explain|find out|hear|help|idea|interested|know|learn|question|remind|say|see|share|sure|tell|understand|wonder)(?:ing|ed|s)?\b).*\b(?:you|i|i'm|me|my|we|our|us)\b.*?(?=\b(?:for |on |in |at |by |to |from |of )?(?:who|whom|whose|what|which|when|where|why|how|whether)\b)/iu;
const chinese = /^.*[我你您咱].*[，,：:。](?=.*(?:谁|哪|什么|多少|几|怎|为何|为啥|吗|呢|是否))/u;

/** The courtesy that a question opens with; empty where there is none. */
export function courtesyOf(text: string): string {
  const [courtesy = ''] = english.exec(text) ?? chinese.exec(text) ?? [];
  return courtesy;
}
