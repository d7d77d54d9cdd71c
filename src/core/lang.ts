/** The languages the bot speaks: English and Simplified Chinese. Traditional Chinese is understood and answered in Simplified. */
export const languages = ['en', 'zh'] as const;
export type Lang = (typeof languages)[number];
/** One text in both languages. */
export type Localized = Readonly<Record<Lang, string>>;

const han = /\p{Script=Han}/u;
const latin = /[\p{Script=Latin}\p{N}]/u;
const englishGrammar =
  /\b(?:the|is|are|was|were|do|does|did|has|have|what|who|when|where|why|how|which|of|about|tell|show)\b/iu;

/**
 * The language a text is written in, or undefined where it has words of neither.
 * A Chinese question often holds Latin names ("DeepSeek 和 GPT-4 比怎么样"), an English one seldom Chinese ("What is 百度?"): grammar decides.
 */
export function languageOf(text: string): Lang | undefined {
  if (han.test(text)) return englishGrammar.test(text) ? 'en' : 'zh';
  return latin.test(text) ? 'en' : undefined;
}

/**
 * A wish for a language: with a verb of saying, "answer in Chinese: …", "用英文回答：……"; at the end, "…, but in Chinese", "in English please"; or all that
 * is said. `alone` are its Chinese names where nothing else is said, `said` those beside such a verb, both as patterns.
 */
function wishFor(english: string, said: string, alone: string): RegExp {
  const forms = [
    String.raw`(?:请)?用${said}(?:来)?(?:回答|回复|告诉我?|介绍|解释|说|讲)(?:一下)?[：:，,\s]*`,
    String.raw`\b(?:answer|reply|respond|explain|tell me)(?: me)?(?: this)? in ${english}\b[\s:,.]*`,
    String.raw`(?:^|,\s*(?:but )?)in ${english}(?:,? please)?[\s.!?]*$`,
    String.raw`\bin ${english},? please\b[\s.!?]*`,
    String.raw`^(?:(?:switch )?back to|switch to) ${english}(?:,? please)?[\s.!?]*$`,
    String.raw`^(?:请)?(?:用|说|讲|换成|换回|改成|切换到)?${alone}(?:吧)?[\s。！]*$`,
  ];
  return new RegExp(forms.join('|'), 'iu');
}

const wishes: readonly (readonly [Lang, RegExp])[] = [
  ['zh', wishFor('(?:chinese|mandarin)', '(?:简体)?(?:中文|汉语|普通话)', '(?:中文|汉语)')],
  ['en', wishFor('english', '(?:英文|英语)', '(?:英文|英语)')],
];

/** The language that somebody wishes to be answered in: "answer in Chinese: …", "用英文回答：……". */
export function wishedLanguage(text: string): Lang | undefined {
  return wishes.find(([, wish]) => wish.test(text))?.[0];
}

/** A text without such a wish. */
export function withoutWish(text: string): string {
  return wishes.reduce((rest, [, wish]) => rest.replace(wish, ''), text);
}

/** The language for a BCP 47 locale such as `zh-CN` or `en-US`, or undefined for a language the bot does not speak. */
export function languageOfLocale(locale: string | undefined): Lang | undefined {
  const primary = locale?.toLowerCase().split(/[-_]/)[0];
  return languages.find((lang) => lang === primary);
}
