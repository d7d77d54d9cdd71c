/**
 * What people say before they ask: who they are, that they are sorry, whether one would be so kind. It speaks of them or of the bot ("I", "you")
 * and of asking or knowing, and ends where the question begins.
 */
const speaksOfAsking =
  /\b(?:ask|clarify|curious|explain|find out|hear|help|idea|interested|know|learn|question|remind|say|see|share|sure|tell|understand|wonder)(?:ing|ed|s)?\b/iu;
/** No courtesy is longer, in characters; so is no text read that comes back to its beginning again and again. */
const longest = 250;
const inEnglish = new RegExp(
  String.raw`^.{0,${longest}}\b(?:you|u|i|i'm|me|my|we|our|us|anyone|anybody|someone|somebody)\b.{0,${longest}}?(?=\b(?:for |on |in |at |by |to |from |of )?(?:who|whom|whose|what|which|when|where|why|how|whether)\b)`,
  'iu',
);
const inChinese = /^(?:麻烦|请问|请教|求教|求助|想问|各位|大家)|[我你您咱]/u;
const asksInChinese = /谁|哪|什么|多少|几|怎|为何|为啥|吗|呢|是否/u;

/** The courtesy that a question opens with; empty where there is none. */
export function courtesyOf(text: string): string {
  const [courtesy = ''] = inEnglish.exec(text) ?? [];
  return speaksOfAsking.test(courtesy) ? courtesy : chineseCourtesyOf(text);
}

/** Up to the last clause behind which something is asked. */
function chineseCourtesyOf(text: string): string {
  const ends = text
    .slice(0, longest)
    .matchAll(/[，,：:。]/gu)
    .map(({ index }) => index + 1);
  const courtesies = [...ends].map((end) => text.slice(0, end));
  return courtesies.findLast((one) => inChinese.test(one) && asksInChinese.test(text.slice(one.length))) ?? '';
}

/** Who asks, or has somebody asked: "I'm a student from Brazil, …", "Founder here, no money yet. …", "a client in Ohio asks me: …", "我是做投资的，……". */
const introduction =
  /^(?:(?:hi|hello|hey)\b[^,.!]*[,.!]\s*)?(?:(?:a |one |just a )?quick question\b[^,.:?!]{0,30}|(?:i am|i'm|im|we are|we're|as) an? (?!(?:result|share|proportion|percentage|consequence|rule|alternative|whole|matter|part|response)\b)[^,.;:?!\n]{2,80}|(?:an?|my|our|one of my|some) [^,.;:?!\n]{2,60}\b(?:asks?|asked|wonders?|wants? to know)\b[^,.;:?!\n]{0,20})[,.;:]\s+(?=\S)|^(?!(?:who|what|which|when|where|why|how|is|are)\b)[^,.;:?!\n]{2,40} here(?:,[^.?!\n]{2,80})?[.:]\s+(?=\S)|^我们?是(?!不是|否)[^，,。：:？?]{2,25}[，,。：:]\s*(?=\S)/iu;

/** A text without the words by which somebody introduces himself: where he lives or works is not what he asks about. */
export function withoutIntroduction(text: string): string {
  return text.replace(introduction, '');
}
