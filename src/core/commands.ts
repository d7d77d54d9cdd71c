import type { Topic } from './glossary.ts';
import type { Lang, Localized } from './lang.ts';

/** What a command is given. Platforms with typed options show each; elsewhere they are free words in this order. */
interface Option {
  readonly name: string;
  readonly about: Localized;
  readonly required: boolean;
}

/** A command people can say. `aliases` are other words for it, in any language; `group` commands are said as `digest list`. */
export interface Command {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly about: Localized;
  readonly options: readonly Option[];
  readonly group?: 'digest';
}

/** The word before every command on platforms with slash commands. */
export const rootCommand = {
  name: 'genai',
  about: { en: 'Sourced facts on generative AI in China', zh: '中国生成式 AI：每句话都有出处' },
} as const;

const topicOption: Option = {
  name: 'topic',
  about: { en: 'A topic such as chips or talent', zh: '话题，如芯片、人才' },
  required: false,
};
const digestOption: Option = {
  name: 'digest',
  about: { en: 'The number of the digest in digest list', zh: 'digest list 中的序号' },
  required: false,
};

/** The one table of commands. Registration, help, parsing, the manifest and the docs derive from it or are tested against it. */
export const commands = [
  {
    name: 'help',
    aliases: [
      ...['?', 'h', 'start', 'hi', 'hi there', 'hello', 'hello there', 'hey', 'hey there'],
      ...['who are you', 'what are you', 'what can you do', 'what do you do', 'what do you know', 'how do you work'],
      ...[
        '帮助',
        '幫助',
        '你好',
        '您好',
        '嗨',
        '早上好',
        '怎么用',
        '你是谁',
        '你是誰',
        '你会什么',
        '你能做什么',
        '你能干什么',
        '你都知道什么',
      ],
    ],
    about: { en: 'What the bot can do, with examples', zh: '能做什么、怎么问' },
    options: [],
  },
  {
    name: 'topics',
    aliases: ['topic list', '话题', '話題', '主题', '主題'],
    about: { en: 'The topics, with how many facts each has', zh: '全部话题及事实条数' },
    options: [],
  },
  {
    name: 'ask',
    aliases: ['question', 'q', '问', '問', '提问'],
    about: { en: 'Ask a question in your own words', zh: '用自己的话提问' },
    options: [
      {
        name: 'question',
        about: { en: 'For example: how many LLMs has China?', zh: '例如：中国有多少个大模型？' },
        required: true,
      },
    ],
  },
  {
    name: 'about',
    aliases: ['who is', 'what is', 'tell me about', '介绍', '介紹', '关于', '關於'],
    about: { en: 'What is known of a company, model, person or place', zh: '关于某公司、模型、人物或地方的事实' },
    options: [
      {
        name: 'name',
        about: { en: 'For example: Baidu, or two names', zh: '例如：百度；也可写两个名字' },
        required: true,
      },
    ],
  },
  {
    name: 'timeline',
    aliases: ['history', 'chronology', '时间线', '時間線', '大事记', '大事記'],
    about: { en: 'Facts in the order of the time they speak of', zh: '按时间排列的事实' },
    options: [topicOption],
  },
  {
    name: 'disputes',
    aliases: ['dispute', 'disagreements', '分歧', '争议', '爭議'],
    about: { en: 'Where the sources disagree, with dates', zh: '各方说法不一之处，附日期' },
    options: [topicOption],
  },
  {
    name: 'sources',
    aliases: ['source', 'references', '来源', '來源', '出处', '出處'],
    about: { en: 'The sources, with date, publisher and link', zh: '资料来源：日期、出版方、链接' },
    options: [topicOption],
  },
  {
    name: 'why',
    aliases: ['cite', 'origin', '依据', '依據', '凭什么'],
    about: { en: 'Where a statement comes from', zh: '某条说法的出处' },
    options: [
      {
        name: 'what',
        about: {
          en: 'A citation number of the last reply, or the id of a fact',
          zh: '上一条回复中的引用编号，或事实的编号',
        },
        required: true,
      },
    ],
  },
  {
    name: 'subscribe',
    group: 'digest',
    aliases: ['add', 'new', '订阅', '訂閱'],
    about: { en: 'Set up a digest for this channel', zh: '为本频道订阅简报' },
    options: [
      {
        name: 'when',
        about: {
          en: 'monday, weekdays, daily, fortnightly friday, monthly 1',
          zh: '周一、工作日、每天、隔周周五、每月 1 日',
        },
        required: true,
      },
      { name: 'time', about: { en: 'Wall-clock time, such as 09:00', zh: '当地时间，如 09:00' }, required: true },
      {
        name: 'zone',
        about: { en: 'Time zone, such as Europe/Berlin or Asia/Shanghai', zh: '时区，如 Asia/Shanghai' },
        required: false,
      },
      {
        name: 'topics',
        about: { en: 'Topics, such as chips models; all if left out', zh: '话题，如芯片、模型；不填为全部' },
        required: false,
      },
      { name: 'language', about: { en: 'english or chinese', zh: '中文或英文' }, required: false },
      {
        name: 'quiet',
        about: { en: 'A quiet period: skip or say-so', zh: '没有新内容时：skip（跳过）或 say-so（说明）' },
        required: false,
      },
    ],
  },
  {
    name: 'list',
    group: 'digest',
    aliases: ['ls', 'all', '列表'],
    about: { en: 'The digests of this channel', zh: '本频道的简报' },
    options: [],
  },
  {
    name: 'preview',
    group: 'digest',
    aliases: ['show', '预览', '預覽'],
    about: { en: 'What the next digest will say', zh: '预览下一期简报' },
    options: [digestOption],
  },
  {
    name: 'pause',
    group: 'digest',
    aliases: ['stop', '暂停', '暫停'],
    about: { en: 'Pause a digest', zh: '暂停简报' },
    options: [digestOption],
  },
  {
    name: 'resume',
    group: 'digest',
    aliases: ['continue', '恢复', '恢復'],
    about: { en: 'Resume a paused digest', zh: '恢复简报' },
    options: [digestOption],
  },
  {
    name: 'unsubscribe',
    group: 'digest',
    aliases: ['remove', 'delete', '退订', '退訂', '取消订阅'],
    about: { en: 'Remove a digest', zh: '退订简报' },
    options: [digestOption],
  },
  {
    name: 'status',
    group: 'digest',
    aliases: ['state', '状态', '狀態'],
    about: { en: 'Last, next and state of each digest', zh: '每份简报的上期、下期与状态' },
    options: [],
  },
] as const satisfies readonly Command[];

/** The group that the digest commands are said under, and its other names. */
export const digestGroup = {
  name: 'digest',
  aliases: ['digests', 'briefing', 'newsletter', '简报', '簡報', '周报', '週報'],
  about: { en: 'Digests for this channel', zh: '本频道的定期简报' },
} as const;

export type CommandName = Exclude<(typeof commands)[number], { group: 'digest' }>['name'];
export type DigestCommandName = Extract<(typeof commands)[number], { group: 'digest' }>['name'];

/** How a platform lists a topic as a command of its own: its id, and what it gives. */
export function topicCommand(topic: Topic): { name: string; about: Localized } {
  return { name: topic.id, about: topic.about };
}

/** What people type for a command: `/genai about <name>`. */
export function usage(command: Command, lang: Lang): string {
  const words = command.options.map((option) => (option.required ? `<${option.name}>` : `[${option.name}]`));
  const about = command.about[lang];
  return `${[command.group, command.name, ...words].filter(Boolean).join(' ')} — ${about}`;
}

/**
 * A command in the words of a language, as the parser reads it: `sources chips`, `来源 芯片`; `digest resume 2`, `简报 恢复 2`.
 * What a button says is answered in its own language.
 */
export function inWords(lang: Lang, name: CommandName | DigestCommandName, rest = ''): string {
  const table: readonly Command[] = commands;
  const command = table.find((one) => one.name === name);
  const group = command?.group && spoken(lang, digestGroup);
  return [group, command && spoken(lang, command), rest].filter(Boolean).join(' ');
}

function spoken(lang: Lang, { name, aliases }: { name: string; aliases: readonly string[] }): string {
  return lang === 'zh' ? (aliases.find((alias) => /\p{Script=Han}/u.test(alias)) ?? name) : name;
}
