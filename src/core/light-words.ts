/**
 * Words that colour a question without telling what it is about: tone, degree, manner, time, courtesy, and the frame it is put in. A fact that
 * has all the rest answers it. English words are base forms, for their endings are stemmed; Chinese ones are Simplified, and none may end with
 * the beginning of a word that matters (`最先` in `最先进`).
 */
export const lightWords = {
  en: `
aboard abrupt abruptly absolute abstract absurd abundant acclaim accompany accord accordingly ace acknowledge acquaint across add addition
additionally admire admit admittedly adore advance advice advise afaik afar affair affect afresh afternoon afterward agenda ago agree ah aha ain aka
alarm albeit allege allegedly allude alluring almost alone alongside alright alrighty alternative altogether always amaze amazingly ambience ambiguous
amidst amirite among amongst amount ample amuse analogy anecdote anew anger angle angry announce annoy anyday anyhow anymore anytime apologise apology
appendix applaud appreciate approach appropriate apr april aptly arbitrarily arbitrary archetypal area arena arguably argue argument arise arisen
arose arrange arrogant article asap ashamed aside aspect assert assignment associate assortment assume assumption astonish astound astronomical
atmosphere attain attempt attitude attribute aug august aunt autumn avid await away awesome aye baby backdrop background bad badly baffle ballpark
bang bare bash basis bazillion bc beautiful beautifully beforehand beg began begin beginner begun behalf behave behavior behaviour behemoth behold
belief belong below beneath beside best bet better beyond biggie bigshot bigwig billion bitesize bizarre blah blatant blatantly bleak blew blink blog
bloke bloody blow blunt bluntly boil bold bona bonkers boss bother bottomline bounce brave bravo breadth breakneck breathtaking brevity brilliant
brilliantly bring brink broadly brought btw buck bullet bumpy bunch buzzword bye calamity call calm candid candidly captivate care carefully careless
carry case casual catch cause cease ceaseless century certainly certainty chaos chaotic chap characteristic charming chatter check cheeky cheer
chiefly choice choose chose chosen chronology chuck chunk churn ciao circa circumstance cite claim clarification clarify clarity classmate clear
clearly clever cleverly climax clue cocky coincidence coincidentally colleague colossal colossus comfort commence comment common commonly commonplace
compelling complain complete complicate comprehend comprehensive comprise concede conceive concept concise conclude conclusion concurrently confess
confirm confront confuse congrats congratulate cons consecutive consequence consider considerable consist constant constantly contain contemplate
contemporary contentious context continue contrary contribute convenient convey convincingly cool cope correct correctly correspond count countless
couple coursework courtesy cousin coworker coz crank crap crave crazily crazy credible creep creepy crisp crossroads crowd crucial crux curiosity
curiously cusp cute cuz daily damn dandy dang dare darling darn dash date daunting dawn day dazzle deal dear dearly dec decade december decent decide
deck declare dedicate deeply define definite degree deliberate delicate delight denial deny depend derive description deserve desire despise despite
destiny determine devote diehard digest dilemma diligent direct directly dirt disagree disagreement discourage discuss dislike dismiss dissatisfied
dissertation distinct distinguish distract disturb dizzying dodgy doom downplay downright downward dozen drag dramatic drastic dreamy drift dude due
duh dull duly dummy dunno duration dwell earlier early earnest earnestly ease easier easiest easily easy effect effort effortless eh eight eighteen
eighth eighty elaborate elegant elegantly eleven eleventh elsewhere embarrass embrace emerge emphasise emphasize encompass encounter end endeavor
endeavour endless endlessly engage engross enigma enjoy enjoyable enormous enquire enquiry enthral enthusiasm entire entirety enumerate epic epoch er
era ergo especially essay essence essential et etcetera eternal eureka even evenly eventual everlasting everybody everyday everyman everytime
everywhere evident exact exaggerate exceedingly exception exceptionally excessive excite exclusive exert exhaustive exist exotic explanation explicit
explicitly express extensive extent extra extraordinarily extraordinary extreme eye eyes fabulous factor fairly faith faithfully fame familiar famous
famously fancy fantastic far fare farewell farther farthest fascinate favor favorite favour favourite feasible feb february feel fella fellow felt
fewest fide field fifteen fifth fifthly fifty figure figurehead final find finish firmly first firstly fishy fit five fix flashy flat flatly flatmate
fledged flip flipside flurry folk follow followup fool foolish foolishly footnote foremost foresight forever forget forgive forgot forgotten form
format formidable forth forthcoming forthwith fortnight fortnightly fortune forty forward four fourteen fourth fourthly frank frankly freak freaky
frequent fri friday friendly frighten fulfil full fully fun fundamental funnily funny further furthermore furthest fuss fyi gal gamechanger gaze
gazillion gee geek geeky gentleman gentlemen gently genuine gigantic gimme gimmick gimmicky ginormous gist glad glamorous glance glaring glaringly
glimpse glitzy gloom gloomy god goliath golly gonna good goodbye gorgeous gosh gossip gotta grab gradual grand grandma granny grasp grateful
gratefully gratitude great greatly greet grim gripping grit gritty groovy grounds group guess guesstimate gut gutsy guy guys haha half halfway halves
hand handily handle handout handy hang happily happy hardcore harder hardest hardly harshly hassle hasten hastily hasty hats headline heady heap
hearsay heart heartfelt heated heaven heavenly heck hefty hehe held hell hellish hello helm help helpfully hence henceforward herself hey hi hiccup
high higher highest highlight highly hilarious himself hindsight hinge hint hiya hmmm hold homework honest honestly honesty honor honour hooray hop
hope hopefully hopeless hopelessly horrible hot hotly hotter hottest hour howdy huge huh humble humility humongous hunch hundred hundredth hung hurray
hurry hypothesis hypothetical iconic idea ideal idk iirc ilk illogical imagine imho immense imo impact implausible implicit imply important
importantly impossible impractical impress improbable inception incessant incessantly incline include incomparable incomprehensible inconvenient
incorrect incorrectly incredible indebted indeed indefinite indepth indicate indifferent indirect indirectly indisputable ineffective inevitable
inexplicably infamous influence influential initial inkling inner innumerable inquire inquiry insane inside insignificant insinuate insist insofar
instance instant instantly instead intend intense intentionally interest interestingly interrupt interval intrigue intro introductory intrude
intuition invaluable involve irregardless irresistible irrespective irritate issue item itemise jan january jargon jeez jiffy judgement judgment
juggernaut jul july jumbo jun juncture june justification justify justly kinda kingpin knack knock knowingly kudos laid lame large larger last lastly
later laugh laughable lavish lavishly lay layman lazy least legendary legit legitimately lemme lengthy less lesser lest level leviathan lifelong
lifetime likelihood likewise limelight line linger link list literal little lmao lmk load logic lol long longer longest longstanding longtime
longwinded loose loud loudly love low lowdown lower lowest luck luckily lucky mad madam madly magic magnificent mainly man manifestly manner march
marvelous massive mate matter maximal meantime meanwhile meet mega meh member memo memorandum men mental mercy mere merit mesmerise mesmerize mess
messy met method meticulous midday midnight midst midway midyear mighty millennium million mind mindset minimal minute miracle miraculous misconceive
misconception misguided mishear misinterpret misjudge mistaken mistook misunderstand misunderstood modest modestly mogul moment momentarily momentary
mon monday month mood moreover morning mostly motive mull multitude mumbo mundane muse mutual myriad myself mystery nah name narrate narrative
narrowly nb near nearby nearer nearest nearly neat neatly necessarily necessity needlessly negligible nephew nerd nerdy nerve nervous never
nevertheless new newbie newfound newly newsletter newsworthy next nice nicer nickname niece nifty night nihao nil nine nineteen ninety ninth nitty
nobly nobody nod noisy nonetheless nonsense noon nope normal notable note noteworthy notice notion notorious notwithstanding nov november novice noway
nowhere nugget number numerous nuts nutshell nvm obliged observe obsess obvious obviously occasion occasional occur occurrence oct october odd oddly
offer oh okey okeydokey okie old older oldest omg omnipresent oneself onetime ongoing onset oodles ooh oops opine opinion opposite opt option orderly
ordinarily ostensibly ouch ourselves outcome outfit outlandish outline outrageous outright outset outside outspoken overblown overcame overcome
overdue overestimate overhyped overly overrate oversimplify overstate overt overview overwhelm overwhelmingly owing page painstaking painstakingly pal
panic par paradox paragraph pardon part partial particular particularly partly passion past pause peculiar peculiarly peek peep perceive perception
perennial perfect perfectly period permanent persist person perspective persuade persuasively pertain pervasive pester phenomenal phew phrase pick
piece pinch pinnacle pitch pithy place plain plainly plausible play plea pleasant pleasure plenty plus point pointer ponder popular popularly
portrayal posh possess possible post postpone powerfully powerhouse praise precious precise predicament prefer prepare present prestigious presume
pretext prevalent previous pride primarily primer principal prior pro proceed proclamation profound profoundly project prominent promptly proof proper
properly propose props proud proudly prove proven proverbial provide provoke proximity ps pull pure purported purportedly purpose pursue puzzle
quantity quarter query quest quickie quietly quintessential quiz quo quotation quote rad radical rampant ran random randomly range rare rarity
rationale rave reach react reaction readily real realise realistic reality realize realm reap reason recall recap receive reckless recklessly reckon
recollection recount redo refer regardless regret regrettable regularly reiterate relate relationship relative relax relay relentless relentlessly
reliable rely remain remark remember remind repeat repercussion reply report reportedly request resolve respectfully respond result resume retrospect
retry reveal riddle ridicule rightfully rightly righto rigid ripple riveting roam rocky role roll roommate rosy rough ruin run rundown sad sadly saga
sake sassy sat satisfactory satisfy saturday savvy scary scoop scope scrap scream sec second secondly section seek seemingly seldom seminar sense
sensible sentence sentiment sep separate sept september series serious seriously set seven seventeen seventh seventy shake shaken shaky shambles shame
shape sharp sharply shed sheer shenanigans shiny shit shock shook shortly shot shout shrewd shrewdly shrug side sidenote sideways significant
significantly silent silly simple simplicity simplistic simultaneous sincere sincerest single singular sir sit six sixteen sixth sixty sizeable skip
slap sleek slick slide slideshow slip smack small smaller smallest smalltalk smash smile smooth smoothly smug snag snappy snapshot snatch snazzy
snippet socalled solve somebody someday sometime someway somewhat soon sooner soonest sorta sought soundly span speak special specific specify
spectacular spectacularly speculate speedy spell spellbinding sphere spin spite splash splendid spoil spoke spoken spontaneous spooky spot spotlight
spring spun squeeze stage stance stand standpoint stare stark start statement stead stellar step stern stick sticky stir stoke stood stop straight
straightaway straightforward straightforwardly strange stranger stress strikingly strive strongly strove stubborn stuck stun stunt subject subsequent
substantial subtle subtly subtopic success successfully succinct succinctly suck sudden suddenly suffer suggest suitable summarise summarize summary
summer sunday sup super superb superficial supervisor supplement suppose supposedly sure surprise surprisingly surrounding swanky sweat sweep swept
swing swipe swung synopsis ta tackle tad takeaway tale talk tally tbh team teammate technically tedious teeny temporarily temporary tempt ten tend
tendency tenth terrible terrific terrify terse thankfully thankyou thanx theme themselves thence theoretical thereabouts thereafter thereby thingy
third thirdly thirteen thirty thnx tho thorough thoroughly thousand three threefold threw thrice thrill thrive throughout throw thrown thru thur
thursday til till time timeframe timeline timescale timespan tiny tireless tirelessly titan title tl tldr together told tolerant tomorrow ton tonight
topic toss total touch tout tragic trait treat tremendous trendy trick trickery tricky tried trillion trivia trivial trouble true truly truth try tue
tuesday turn turnout twelfth twelve twentieth twenty twice two twofold tx ty typical uber ubiquitous ugh uhm ultimate unavoidable unaware unbelievable
uncertain uncle uncomfortable uncommon underdog undergo underlie underline underneath underrate underscore understand understate understood undertake
undertaken undertook underwent undo undoubtedly unending unexpectedly unfold unforeseen unfortunate unfriendly unhelpful unimportant unintentional
unintentionally unique unless unlikely unlucky unmatched unnatural unnecessarily unnecessary unparalleled unprecedented unquestionably unrealistic
unreasonable unsure untrue unusual upcoming update upfront upheld uphold upmost upright upset upshot upward urge urgency urgent usefully utmost
utterly vague variation variety vary vast vastly verbose verge veritable versa vibrant vicinity view viewpoint virtue vis vital vivid vividly viz
wacky wait walk wander wanna warmest warmly warn wassup wednesday wee week weekday weekend weekly weird weirdly welcome wellknown whatcha whatnot
whatsoever whereabouts whereby wherefore whilst whither whoa whole wholly whomever whoops whopper whopping wicked wide widespread wild wildly wink
winter wise wish without wobbly wonderfully word wordy work workmate worksheet worse worst worthless worthy wow wreck wrongly xoxo ya yada yadda yall
yay yea year yearn yell yesterday yikes yo yourself yourselves yup yw zero zillion`,
  zh: `
获得 得到 拿到 取得 额 总额 关系 作用 看法 观点 意见 目的 程度 结果 后果 原因 理由 缘故 背景 经过 历程 现状 状况 形势 局面 阶段 细节 详情 真相 要点 亮点
焦点 主题 标题 名字 名称 称呼 叫法 说法 讲法 描述 解释 评论 点评 总结 概括 概述 简介 意思 含义 意义 概念 印象 感受 立场 态度
角度 层面 领域 范围 部分 成员 人物 人士 角色 位置 因素 特点 特征 性质 本质 类型 样子 形式 形态 方式 办法 动静 动向 消息 例子
案例 典型 代表 总共 一共 整体 全部 全面 一切 大部分 绝大多数 一部分 一半 大量 大批 一批 一大批 一堆 一大堆 一群 一系列 一次
一点 一下子 一直 一向 一般 一样 一方面 另一方面 另外 此外 除了 之类 之一 之前 之后 左右 先后 同时 当时 当下 今年 去年 明年
昨天 明天 上个月 这个月 上周 年底 上午 下午 晚上 周末 星期 时代 时期 时刻 日期 后来 随后 接着 接下来 最后 最终 终于 起初 最初
第二 第三 此前 早就 刚刚 刚才 马上 立刻 赶紧 即将 正好 刚好 偶尔 有时候 经常 常常 通常 平时 很久 多长时间 哪一天 哪天 哪月
几月 至今 直到 近年 近几年 逐渐 慢慢 日益 越来越 突然 不断 继续 仍然 依然 再说 真正 特别 非常 相当 十分 极其 异常 尤其 甚至
至少 起码 最少 仅仅 几乎 差不多 差点 接近 大致 稍微 有点 如此 这样 同样 完全 彻底 绝对 根本 并非 不再 不仅 不管 或者 或许
说不定 恐怕 看似 似乎 好像 貌似 比如 例如 即便 尽管 当然 显然 明显 清楚 确实 的确 实在 确定 肯定 一定 必然 必须 说实话 说白了
老实说 总之 换句话说 相对 你怎么看 怎么看待 怎么理解 我不懂 打听 求教 科普一下 居然 竟然 难道 莫非 凭啥 凭什么 干嘛 干啥 怎
怎么回事 怎么办 咋回事 啥样 什么样 什么事 哪类 好不好 能否 好吗 哇 哎 嗯 嘿 嗨 话说 说到底 提到 听到 据悉 据了解 所谓 有人说
有人认为 有人觉得 人们 大家 别人 某个 某种 发生 出现 产生 开始 打算 准备 希望 感觉 看待 认识 明白 晓得 记得 想法 意识到 注意
好奇 感兴趣 兴趣 奇怪 惊讶 惊人 意外 叫做 称为 算是 作为 扮演 包括 包含 涉及 关联 联系 存在 具有 拥有 带来 造成 导致 引起
然而 反正 相反 可惜 难怪 原来 原本 面对 达到 得到 遇到 找到 试试 试图 努力 帮我 帮助 举例 列举 指出 说明 讲解 详细 简单
分享一下 讨论 回答 答案 指点 看一看 猜测 解决 完成 保持 变成 成功 顺利 选择 喜欢 值得 随着 按照 根据 通过 针对 至于 这次 首次
频繁 厉害 很牛 太牛 真牛 最牛 更牛 这么牛 牛不牛 牛逼 火 火热 爆火 走红 热门 出名 著名 知名 靠谱 不靠谱 有意思 有趣 好玩 给力
酷炫 神奇 离谱 夸张 吹牛 吹嘘 忽悠 糟糕 差劲 套路 门道 名堂 猫腻 干货 猛料 不错 不好 最好 更好 优秀 出色 精彩 理想 满意 合适
合理 正常 重要 重大 严重 严肃 认真 大的 巨大 小的 高的 低的 少的 新的 最新 全新 长的 短的 深刻 深入 普遍 常见 罕见 特殊 独特
受欢迎 直接 实际 现实 随便 任何 无论 毕竟 早安 早上好 下午好 中午好 晚上好 晚安 大家好 打扰 抱歉 对不起 不好意思 冒昧 劳驾 拜托
感谢 感激 谢啦 非常感谢 辛苦了 好的 好吧 同事 同事们 朋友们 老板 上司 亲爱的 小伙伴们 大佬 大咖 小白 家伙 报告 汇报 作业
毕业论文 讲座 幻灯片 简报 演示 开会 笔记 大纲 清单 团队 销售团队 小组 两个 三个 四个 五个 六个 十个 十几个 几十 几千 成千上万
两家 三家 两种 三种 另一个 其他 别的 其中 各方 各类 各种各样 许多 不少 好多 好些 双方 背后 里面 事实上 这件事 这事 这点 这边
这儿 互相 这批 这段时间 一段时间 喺 喺度 咗 嚟 嚟紧 点样 点解 点讲 点睇 乜 乜嘢 咩 做咩 边个 边间 边度 边位 边啲 几耐 啲 嗰
嗰阵 呢个 呢度 哋 佢 唔 系咪 有冇 冇 咁 咁样 噉 嘢 啱 而家 依家 宜家 家阵 寻日 听日 旧年 即系 定系 抑或 仲有 仲系 俾 畀
知唔知 睇 睇法 谂 谂住 揾 好劲 犀利 巴闭 好唔好 啰 㗎 唔好意思 唔该晒 多谢晒 早晨 午安 请益 甭 咱 俺 啥子 酱紫 这样子 那样子
什么玩意 挺多 的话 而已 似的 而言 起来 及其 多年来 说起来 嗰个 嗰啲`,
} as const;
