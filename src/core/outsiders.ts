/**
 * Names that people who follow the field ask about and that are no entity of the store: a question that names one is answered only by a fact that
 * names it too. English ones show themselves by their capitals, where people write them; Chinese ones do not. A line is one thing, its names
 * parted by commas. Where one becomes an entity, the entity goes first.
 */
const names = `
DeepSeek, 深度求索
Zhihu, 知乎
Quora
Qwen, Tongyi Qianwen, 通义千问, 通义
Kimi
Doubao, 豆包
Hunyuan, 混元
Pangu, 盘古
StepFun, 阶跃星辰
Manus
Meta, Facebook, 脸书
Llama, LLaMA
Mistral
Gemini
Claude
Grok
xAI
Perplexity
Cohere
Hugging Face, 抱抱脸
Apple, 苹果公司, 苹果
iPhone
Tesla, 特斯拉
Samsung, 三星
Intel, 英特尔
AMD, 超威
TSMC, 台积电
ASML, 阿斯麦
SMIC, 中芯国际, 中芯
Cambricon, 寒武纪
Moore Threads, 摩尔线程
Biren, 壁仞
Hygon, 海光
Ascend, 昇腾
Qualcomm, 高通
IBM
Oracle, 甲骨文
Adobe
Netflix, 奈飞
SpaceX
JD.com, 京东
Meituan, 美团
Pinduoduo, Temu, 拼多多
Didi, 滴滴
NetEase, 网易
Kuaishou, 快手
Bilibili, 哔哩哔哩, B站
Xiaohongshu, RedNote, 小红书
Weibo, 微博
WeChat, 微信
Douyin, 抖音
Taobao, 淘宝
Lenovo, 联想
ZTE, 中兴
Oppo
Vivo
Geely, 吉利
Li Auto, 理想汽车
Unitree, 宇树科技, 宇树
DJI, 大疆
Hikvision, 海康威视
Megvii, 旷视
CloudWalk, 云从
Yitu, 依图
SoftBank, 软银
Temasek, 淡马锡
Moutai, 茅台
Starbucks, 星巴克
Bitcoin, 比特币
Jack Ma, 马云
Robin Li, 李彦宏
Pony Ma, 马化腾
Lei Jun, 雷军
Ren Zhengfei, 任正非
Zhang Yiming, 张一鸣
Liang Wenfeng, 梁文锋
Yang Zhilin, 杨植麟
Wang Xiaochuan, 王小川
Zhou Hongyi, 周鸿祎
Sam Altman, Altman, 奥特曼, 阿尔特曼
Elon Musk, Musk, 马斯克
Jensen Huang, 黄仁勋
Mark Zuckerberg, Zuckerberg, 扎克伯格
Bill Gates, 比尔·盖茨
Jeff Bezos, Bezos, 贝索斯
Satya Nadella, Nadella, 纳德拉
Sundar Pichai, Pichai, 皮查伊
Tim Cook, 库克
Demis Hassabis, Hassabis, 哈萨比斯
Geoffrey Hinton, Hinton, 辛顿
Yann LeCun, LeCun, 杨立昆
Fei-Fei Li, 李飞飞
Donald Trump, Trump, 特朗普, 川普
Joe Biden, Biden, 拜登
Vladimir Putin, Putin, 普京
Hangzhou, 杭州
Suzhou, 苏州
Chengdu, 成都
Chongqing, 重庆
Wuhan, 武汉
Xi'an, 西安
Tianjin, 天津
Hefei, 合肥
Xiamen, 厦门
Qingdao, 青岛
Dalian, 大连
Zhengzhou, 郑州
Changsha, 长沙
Ningbo, 宁波
Wuxi, 无锡
Dongguan, 东莞
Taipei, 台北
London, 伦敦
Paris, 巴黎
Berlin, 柏林
Moscow, 莫斯科
Tokyo, 东京
Seoul, 首尔
Mumbai, 孟买
Delhi, 德里
Sydney, 悉尼
Toronto, 多伦多
San Francisco, 旧金山
Brussels, 布鲁塞尔
Southeast Asia, 东南亚
Middle East, 中东
Latin America, 拉美, 拉丁美洲
Zhejiang University, 浙江大学, 浙大
Shanghai Jiao Tong University, 上海交通大学, 上海交大
MIT, 麻省理工
Harvard, 哈佛
Oxford, 牛津
Cambridge, 剑桥
NBA
World Cup, 世界杯
Champions League, 欧冠
Olympics, 奥运会, 奥运
EU, European Union, 欧盟
NATO, 北约
G7, 七国集团
ASEAN, 东盟`;

/** The names of each outsider; the first is its id. */
export const outsiders: readonly (readonly [string, ...string[]])[] = names
  .trim()
  .split('\n')
  .map((line) => {
    const [id = line, ...others] = line.split(', ');
    return [id, ...others];
  });
