/**
 * What people say before they ask: who they are, that they are sorry, whether one would be so kind. It speaks of them or of the bot ("I", "you")
 * and of asking or knowing, and ends where the question begins.
 */
const english =
  /^(?=.*\b(?:ask|clarify|curious|explain|find out|hear|help|idea|interested|know|learn|question|remind|say|see|share|sure|tell|understand|wonder)(?:ing|ed|s)?\b).*\b(?:you|i|i'm|me|my|we|our|us)\b.*?(?=\b(?:for |on |in |at |by |to |from |of )?(?:who|whom|whose|what|which|when|where|why|how|whether)\b)/iu;
const chinese =
  /^(?:.*[我你您咱]|麻烦|请问|请教|求教|求助|想问|各位|大家).*[，,：:。](?=.*(?:谁|哪|什么|多少|几|怎|为何|为啥|吗|呢|是否))/u;

/** The courtesy that a question opens with; empty where there is none. */
export function courtesyOf(text: string): string {
  const [courtesy = ''] = english.exec(text) ?? chinese.exec(text) ?? [];
  return courtesy;
}

/** Who asks, or has somebody asked: "I'm a student from Brazil, …", "Founder here, no money yet. …", "a client in Ohio asks me: …", "我是做投资的，……". */
const introduction =
  /^(?:(?:hi|hello|hey)\b[^,.!]*[,.!]\s*)?(?:(?:i am|i'm|im|we are|we're|as) an? [^,.;:?!\n]{2,80}|(?:an?|my|our|one of my|some) [^,.;:?!\n]{2,60}\b(?:asks?|asked|wonders?|wants? to know)\b[^,.;:?!\n]{0,20})[,.;:]\s+(?=\S)|^[^,.;:?!\n]{2,40} here(?:,[^.?!\n]{2,80})?[.:]\s+(?=\S)|^我们?是(?!不是|否)[^，,。：:？?]{2,25}[，,。：:]\s*(?=\S)/iu;

/** A text without the words by which somebody introduces himself: where he lives or works is not what he asks about. */
export function withoutIntroduction(text: string): string {
  return text.replace(introduction, '');
}
