/**
 * What people say to a bot that asks it for no facts: thanks, praise and farewell; doubt in what it said; where it has it
 * from; and questions and anger about itself.
 */
export type SmallTalk = 'thanks' | 'doubt' | 'origin' | 'self';

const patterns: readonly (readonly [SmallTalk, RegExp])[] = [
  [
    'thanks',
    /^(?:(?:ok|okay|great|cool|perfect|nice|good|got it|lovely|wow|好的?|明白了?|知道了)[\s,.!，。！]*)*(?:many thanks|thanks?(?: you)?|thx|ty|cheers|(?:good|nice) (?:bot|job|work|one)|well done|(?:good)?bye|see you|good night|谢谢|多谢|感谢|谢了|厉害|再见|拜拜|晚安)(?:[\s,，]*(?:a lot|so much|very much|bot|you're great|for (?:that|this|the help)|bye|later|你|您|啦|了))*[\s!.~！。]*$/iu,
  ],
  [
    'doubt',
    /^(?:(?:no|sorry|hmm|but|不)[\s,，]*)*(?:(?:that|this|it|you)(?:'s|’s| is|'re|’re| are)? (?:all )?(?:wrong|not (?:true|right|correct)|incorrect|false|mistaken|nonsense)|(?:is|was) (?:that|this|it) (?:really |actually )(?:true|so|right|correct)|i (?:don't|don’t|do not|can't|can’t) believe (?:it|that|this|you)|(?:are you|you) (?:really |quite )?sure(?: about (?:that|this|it))?|really|wrong|这?(?:不对|错了|不是真的|是错的|说错了)|你(?:说)?错了|你?确定吗?|真的吗|真的假的)[\s!.?~！。？]*$/iu,
  ],
  [
    'origin',
    /^(?:(?:and|but|ok|so)[\s,]+)*(?:(?:what(?:'s|’s| is)|where(?:'s|’s| is)) (?:your|the) source(?: (?:for|of) (?:that|this|it))?|(?:your |the )source|source(?:,? please|(?=\s*\?))|says who|according to whom|where (?:did|do) you (?:get|have|read|find) (?:this|that|it)(?: from)?|where (?:does (?:this|that) come|is (?:this|that)) from|(?:any|what) (?:evidence|proof)(?: for (?:that|this|it))?|how do you know(?: that| this)?|(?:出处|来源|依据)(?:是什么|在哪里?|是哪里|呢|(?=\s*[?？]))|有(?:没有)?(?:什么)?(?:出处|来源|依据|证据)吗?|从?哪里?看到的|你怎么知道的?|谁说的)[\s?!.？！。]*$/iu,
  ],
  [
    'self',
    /^(?:(?:hi|hello|hey|hey bot|嗨|你好|在吗)[\s,!?，！？]*)*(?:how are you(?: doing)?|good (?:morning|afternoon|evening)(?: everyone| all)?|who (?:made|built|created|runs) you|are you (?:a |an )?(?:human|bot|robot|ai|real|person|chatgpt|gpt|llm|language model)(?: person)?|what (?:are you|model do you use|model are you)|(?:do|can) you speak (?:english|chinese|mandarin)|can you help(?: me)?|help me|where do your facts come from|what are your sources|how (?:up to date|current) are you|when (?:was|were) your (?:data|facts) (?:last )?updated|test(?:ing)?|你是(?:机器人|真人|人|AI|ChatGPT|GPT)吗?|谁(?:做|开发|造)(?:了|的)?你的?|你会说(?:中文|英文|英语)吗?|你的(?:数据|事实|资料)(?:来自哪里?|从哪来的?|更新到什么时候)|在吗|(?:你)?(?:吃饭?了?[吗没么]|吃了吗你?)|帮帮我|测试)[\s!.?~！。？]*$/iu,
  ],
  [
    'self',
    /^(?:(?:ugh|wow|lol|omg|hey|well|man|god|bot|please|just)[\s,.!]*)*(?:(?:you|this (?:bot|thing)|the bot)(?:'re|’re| are|'s|’s| is|) (?:(?:so|really|just|such|a|an|the|totally|completely|fucking|bloody) )*(?:useless|stupid|dumb|garbage|trash|rubbish|crap|shit|terrible|awful|worst|worthless|idiot|moron|joke|sucks?)(?: bot| thing| machine)?(?: and so (?:is|are) [^?]{1,40})?|(?:you )?(?:useless|stupid|dumb|worthless|shitty|terrible|crap) (?:bot|thing|machine|robot)|shut up|(?:fuck|screw) (?:you|off|this)|idiot|moron|you know nothing)[\s!.]*$/iu,
  ],
  [
    'self',
    /^(?:(?:[你这个好太]|什么|真是?|就是)*(?:滚(?:蛋|开)?|闭嘴|垃圾|废物|傻[逼瓜子]|笨蛋|白痴|智障|没用|差劲|蠢|一问三不知|(?:破|烂|垃圾|傻|蠢|笨|废物)(?:机器人|玩意儿?|东西|bot))[了啊吧]?[\s，,。！!～~]*)+$/iu,
  ],
];

/** The small talk that a text is, as a whole; undefined where it may ask for facts. */
export function smallTalkIn(text: string): SmallTalk | undefined {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0];
}
