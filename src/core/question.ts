import { mergeAlternatives } from './alternatives.ts';
import { courtesyOf, withoutIntroduction } from './courtesy.ts';
import { withoutExcluded } from './exclusion.ts';
import { fold } from './fold.ts';
import { type Lang, languageOf } from './lang.ts';
import { withoutMarkup } from './markup.ts';
import type { Mind } from './mind.ts';
import { asksForOthers, saysWhichOthers } from './others.ts';
import { meansPerson, refers, refersToAnother } from './pronouns.ts';
import { isEntity } from './scan.ts';
import { type InTerms, inTerms } from './terms.ts';
import { type Unit, unitsOf } from './units.ts';
import { tokensOf } from './words.ts';

/** Longer questions are cut to this many characters before they are read: one that needs more is several. */
const maxQuestionLength = 600;

/** What kind of answer is asked for. */
export type Asked = 'count' | 'share' | 'amount' | 'money' | 'when' | 'who' | 'where' | 'why' | 'how' | 'compare';

/** Years from one to another, both included; open ends are infinite: "before 2018", "since 2015". */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/** A question as far as it is understood. */
export interface Question extends InTerms {
  readonly lang: Lang;
  readonly units: readonly Unit[];
  /** Years that are asked about; a fact must speak of each. */
  readonly years: readonly Years[];
  /** The entities that it leaves out: "who besides Baidu …?" */
  readonly leftOut: ReadonlySet<string>;
  /** It leans on what was said before: "and the US?", "since when?", "那美国呢？". */
  readonly leaning: boolean;
  /** It speaks of "it" or "they". */
  readonly refers: boolean;
  /** It names somebody, and speaks of "it" or "them" as well. */
  readonly refersToAnother: boolean;
  /** It speaks of "him" or "her". */
  readonly meansPerson: boolean;
  /** It asks for others than those that were told: "what else?" */
  readonly asksForOthers: boolean;
  /** It says what kind of others: "other chatbots?" */
  readonly saysWhichOthers: boolean;
  /** It asks the same as the turn before in another kind, or of another name: a fact must give just that. */
  readonly isCompleted?: boolean;
  /** What a follow-up asks itself, beside the names of the turn before. */
  readonly newUnits?: ReadonlySet<Unit>;
  /** The facts that were told before, where it asks for more: no answer any more. */
  readonly told?: ReadonlySet<string>;
}

const askedPatterns: readonly (readonly [Asked, RegExp])[] = [
  ['count', /\bhow many\b|\bnumber of\b|多少(?!钱)|几[个家款项倍种名位所类成次]|数量/iu],
  [
    'share',
    /\bpercent|\b(?:what|which|how (?:big|large|high) an?) (?:share|proportion|fraction)\b|占比|比例|比重|百分之|几成|几分之/iu,
  ],
  [
    'money',
    /\bhow much\b(?=.*\b(?:money|cash|invest|fund|rais|cost|pay|paid|earn|charg|worth|spen[dt]|salary|wage|price|sell|put into|pour|sunk|budget|an? (?:month|year))|.*\$)|\bprices?\b|\bwhat (?:does|do|did|would|is) .*\bcosts?\b|\bhow (?:expensive|costly|pricey)\b|多少钱|多少(?:万|亿)?(?:美元|美金|元|块|人民币)|价格|价钱|要价|售价/iu,
  ],
  // "How much" asks for a number, but for "how much better?" and "how much do you know?".
  [
    'amount',
    /\bhow much\b(?! (?:do|does|did|can|could|would) (?:you|we|i)\b)|\bhow (?:big|large|long|far|fast|old)\b|多大|多长|多久|多快|多高/iu,
  ],
  [
    'when',
    /(?:^|[,;:]|\band|\bsince|\bfrom|\buntil|\btill|\bby|\bof)\s*when\b|\bwhen (?:did|do|does|was|were|is|are|will|has|have|had|can|could|would|should)\b|\bwhat date\b|\b(?:which|what) (?:year|month|day)\b|何时|[什啥]么?时候|什么时间|哪一?[年天]|哪个月|几[时月号]|何年/iu,
  ],
  [
    'who',
    /\bwho\b|\bwhom\b|\bwhose\b|\b(?:which|what) (?:person|man|woman|scientist|expert|author|executive|professor|founder)\b|谁|何人|哪位|哪些人/iu,
  ],
  [
    'where',
    /\bwhere\b|\b(?:which|what) (?:city|cities|country|countries|region|continent|province)\b|哪里|哪儿|何处|什么地方|哪[个座]城市|哪[个些]?国家?|在哪/iu,
  ],
  [
    'why',
    /\bwhy\b|\bhow come\b|\breasons?\b|\bwhat(?:['’]s| is| was| lies| lay|) behind\b|\bwhat (?:drives?|drove|pushes|pushed|leads|led|causes?|caused|explains?|explained|motivates?|motivated|prompts?|prompted)\b(?!\s+(?:do|does|did|is|are|was|were|has|have|had|can|will)\b)|为什么|为何|为啥|原因|凭什么|是什么(?:让|使|促使)/iu,
  ],
  [
    'how',
    /\bhow (?:do|does|did|is|are|was|were|can|could|will|has|have|exactly|to)\b|\bby what means\b|\bin what ways?\b|怎么(?!样|看)|如何|怎样|靠什么/iu,
  ],
  [
    'compare',
    /\bcompar|\bvs\b|\bversus\b|\bdiffer(?:s|ed|ence)?\b|\bdifferent from\b|\b(?:better|bigger|larger|stronger|cheaper|faster|more)\b.*\bor\b|\bbetter\b|\bbetween\b|\bas (?:good|strong|big) as\b|对比|相比|相差|差多少|比较|区别|不同|差别|哪个更|谁更|哪个.{0,4}[多大高强好]/iu,
  ],
];

// "the us" and "china and us" mean the country in small letters, "tell us" does not.
const countryInSmallLetters = /\b(the|and|vs\.?|versus|than|behind|in|from|with) us\b(?!\s+(?:all|both|here|know))/gu;
const yearPattern = /(?<!\d)(?<year>(?:19|20)\d\d)(?<decade>s| ?年代)?(?!\d| ?[多余来几]?[百千]?[万亿])/gu;
/** `'23`, `’23` */
const shortYear = /(?<![\p{L}\p{N}])['’](\d\d)(?!\d)/gu;
/** `22年还是23年`, but not the 22 years of `22年前`, `工作了22年` or `22年的经验`. */
const shortChineseYear =
  /(?<!(?:[\p{N}.第了近约过去来达长满整晚早差共]|超过|大概|[落领]后.{0,4}|领先.{0,4})\s*)(?=1[4-9]|2[1-9])(\d\d)(?= ?年(?!\s*[代前后来内间多左]|之|以|的(?:经验|历史|时间|差距|工作)))/gu;
/** `2022 or 2023`: a fact that speaks of one of them, or of the time between, will do. */
const eitherYear = /(?<!\d)((?:19|20)\d\d)年?\s*(?:or|还是|或者?)\s*((?:19|20)\d\d)(?!\d)/u;
const beforeYear = /(?:\bbefore|\bprior to)\s*$/iu;
const untilYear = /(?:\bby|\buntil|\btill|\bup to)\s*$/iu;
const afterYear = /(?:\bafter|\bsince|\bfrom|自|从)\s*$/iu;
const leaningStart =
  /^\s*(?:in|at|for|from)\s+(?:the\s+)?[\p{L}\p{N}.-]+(?:\s+[\p{L}\p{N}.-]+)?\s*\??\s*$|^\s*(?:and|what about|how about|but|so|also|or|no[,.]|sorry|actually|i meant?|more|go on|continue|show more|tell me more|anything else|what else|who else|any(?:one|body) else|any more)\b|^\s*(?:any |what |which )?others?(?: [a-z]+)?\W*$|^\s*(?:那|那么|还有|以及|继续|更多|再多说|详细|不是?[，,]|不对|我(?:是说|问的是|指的?是))|呢\s*[?？]?\s*$/iu;

/** "The US?" asks the same of another, and so does "vs the US?". */
const theName = /^\s*the\b.*[?？]\s*$/iu;
const versusName = /^\W*(?:and\s+)?(?:vs\.?|versus|compared (?:to|with))\s+(?=(?:\S+\s*){1,3}$)/iu;

/** Reads a question. Never throws, whatever the text. */
export function readQuestion(text: string, { book, speller }: Pick<Mind, 'book' | 'speller'>): Question {
  const plain = withoutIntroduction(withoutMarkup(text.slice(0, maxQuestionLength)).trim());
  const cut = (isShouted(plain) ? plain.toLowerCase() : plain)
    .replace(/^(\W*(?:(?:and|but|so)\b\W*)?)how come(\W*)$/iu, '$1why$2')
    .replace(versusName, 'and ')
    .replace(countryInSmallLetters, '$1 US')
    .replace(shortYear, '20$1')
    .replace(shortChineseYear, '20$1');
  const scan = (part: string) => book.scan(speller(tokensOf(part)));
  const courtesy = courtesyOf(cut);
  const isEmpty = unitsOf(scan(courtesy)).every((unit) => unit.light);
  const whole = isEmpty ? cut.slice(courtesy.length) : cut;
  const { text: question, leftOut } = withoutExcluded(whole);
  const [folded, foldedPlain] = [fold(question), fold(plain)];
  const asked = askedIn(question);
  const spans = scan(question);
  const units = asked.has('compare') ? unitsOf(spans) : mergeAlternatives(unitsOf(spans), spans);
  // The 2017 plan goes by that name in later years too.
  const inNames = new Set(spans.filter(isEntity).flatMap(({ tokens }) => tokens.map(({ raw }) => raw)));
  const isNamed = units.some((unit) => unit.entity !== undefined && unit.must);
  const years = yearsIn(folded).filter(({ from, to }) => from !== to || !inNames.has(String(from)));
  const isAsking = asked.size > 0 || years.length > 0;
  const hasPronoun = refers(folded);
  return {
    lang: languageOf(cut) ?? 'en',
    units,
    // What is left out tells much of what is asked: editors' questions are compared whole.
    ...inTerms(leftOut.length > 0 ? scan(whole) : spans, asked),
    years,
    leftOut: new Set(leftOut.flatMap((name) => unitsOf(scan(name)).flatMap(({ entity }) => entity ?? []))),
    leaning:
      leaningStart.test(fold(cut)) ||
      (theName.test(cut) && spans.length === 2 && units.length === 1) ||
      (units.length === 0 && isAsking) ||
      (hasPronoun && !isNamed),
    refers: hasPronoun,
    refersToAnother: isNamed && refersToAnother(folded),
    meansPerson: meansPerson(folded),
    asksForOthers: asksForOthers(foldedPlain),
    saysWhichOthers: saysWhichOthers(foldedPlain),
  };
}

/** Whether all of a sentence is in capitals: there "US" may be no country. */
function isShouted(text: string): boolean {
  return /(?:\p{Lu}{2,}\P{L}+){3}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** What kinds of answer a text asks for. */
export function askedIn(text: string): Set<Asked> {
  const folded = fold(text);
  return new Set(askedPatterns.filter(([, pattern]) => pattern.test(folded)).map(([kind]) => kind));
}

function yearsIn(text: string): Years[] {
  const either = eitherYear.exec(text);
  if (either) {
    const [one, other] = [Number(either[1]), Number(either[2])];
    const range = { from: Math.min(one, other), to: Math.max(one, other) };
    return [range, ...yearsIn(text.replace(either[0], ''))];
  }
  return [...text.matchAll(yearPattern)].map((match) => {
    const year = Number(match.groups?.year);
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    if (match.groups?.decade !== undefined) return { from: year, to: year + 9 };
    if (beforeYear.test(before) || /^ ?年?(?:以前|之前|前)/u.test(after))
      return { from: Number.NEGATIVE_INFINITY, to: year - 1 };
    if (untilYear.test(before)) return { from: Number.NEGATIVE_INFINITY, to: year };
    if (afterYear.test(before) || /^ ?年?(?:以后|之后|以来|起)/u.test(after))
      return { from: year, to: Number.POSITIVE_INFINITY };
    return { from: year, to: year };
  });
}
