/**
 * Words that say nothing about what a question is about: function words, politeness, question words, and verbs as wide as "get".
 * They are left out of the search, and a question may hold any number of them.
 */
const english = `
a an the this that these those it its itself he she they them their theirs his her him we our ours you your yours i me my mine us one ones
be is are was were am been being isn aren wasn weren do does did done doing don doesn didn have has had having haven hasn hadn
can could may might must shall should will would won wouldn couldn shouldn cannot ought
and or but nor so yet if then than as of at by for from in into on onto to with within about above after again against all along also although
amid any anyone anybody anything anywhere around because before between both during each either else ever every everyone everything few here how
however just like lot lots many more most much neither no none not nothing now off often once only other others otherwise out over own per perhaps
rather really same several since some someone something somewhere still such there therefore though through thus too toward towards under until
up upon very via well what whatever when whenever where whereas wherever whether which whichever while who whoever whom whose why
please pls plz wat wut abt ur bcz cuz coz tho btw fyi imo tbh thanks thank thx sorry excuse kindly ok okay yes yeah yep hmm um uh bot anyway somehow maybe probably apparently
tell show give gives gave given explain describe know knows knew known say says said saying mention mentioned hear heard wonder wondering curious question
questions answer answers ask asked asking want wants wanted need needs needed let lets get gets got gotten getting go goes going gone went come
comes came coming think thinks thought believe mean means meant thing things stuff way ways kind kinds sort sorts type types bit example examples
actually basically generally usually currently nowadays today recently lately already exactly approximately roughly right quick quickly simply brief
briefly short fact facts info information detail details regarding concerning terms happen happens happened happening situation status story
become becomes became seem seems seemed appear appears able take takes took taken taking put puts keep keeps kept look looks looked looking see
sees saw seen quite pretty overall certain various big main major key current latest
s t re ve ll d m o y st nd rd th e g eg ie etc vs versus`;

const chinese = `
的 地 得 了 着 过 吗 呢 吧 啊 呀 么 嘛 哦 是 在 有 没有 没 不 也 都 就 还 又 才 很 太 更 最 和 与 及 或 跟 同 而 但 但是 如果 那 那么 这 这个 那个 这些 那些 这种
其 它 他 她 他们 它们 我 我们 你 你们 您 咱们 自己 谁 哪 哪个 哪些 哪家 哪几家 哪里 哪儿 什么 甚么 啥 怎么 怎样 怎么样 如何 为什么 为何 为啥 多少 几 几个 几家 几款 几种 几年 多大 多久 多 何时 什么时候 哪一年 哪年 何 是否 是不是 有没有 能不能 会不会
请 请问 请教 麻烦 谢谢 多谢 你好 您好 告诉 说说 讲讲 聊聊 介绍 介绍一下 一下 想知道 想了解 了解 知道 听说 据说 认为 觉得 说 称 表示 讲 谈 问 问题 关于 对 对于 从 到 向 往 由 为 为了 以 以及 把 让 使 给 用
能 能够 可以 可 会 要 应该 应当 需要 想 可能 也许 大概 大约 约 现在 目前 如今 当前 今天 最近 近来 已经 曾 曾经 正在 将 将会 一些 一个 一种 一家 一款 个 家 款 种 名 位 项 件 条 次 份 些 每 各 各种 等 等等 之 于 上 下 里 中 内 外 间 时 时候 后 前 以后 以前
情况 东西 事情 方面 有关 相关 具体 到底 究竟 其实 真的 真 实际上 进行 成为 属于 来自 看 看看 来 去 做 搞 弄 所 被 并 并且 因为 所以 因此 由于 虽然 不过 只 只有 主要 哈 呗 咋 咋样 啦 喔 唔该 嘅 系`;

/** What every fact is about: of all AI or of this kind of it. */
const ai = ['AI', 'artificial intelligence', '人工智能', '人工智慧'];
const generative = [
  'generative',
  'generative AI',
  'gen AI',
  'genAI',
  'generative artificial intelligence',
  '生成式',
  '生成式 AI',
  '生成式人工智能',
  '生成式人工智慧',
];

/** Phrases that hold a word which means something alone: "back" is a backer's, "the state" the United States'. */
const phrases = [
  'based on',
  'back in',
  'back then',
  'back when',
  'sitting on',
  'the state of',
  'its own',
  'their own',
  'his own',
  'her own',
  'your own',
  'doing fine',
];

/** Words that say nothing, and under which of them they go. */
export const fillers: ReadonlyMap<string, string> = new Map([
  ...[...`${english} ${chinese}`.trim().split(/\s+/), ...phrases].map((word) => [word, word] as const),
  ...ai.map((word) => [word, 'AI'] as const),
  ...generative.map((word) => [word, 'generative'] as const),
]);
