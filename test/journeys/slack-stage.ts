import type { Log } from '../../src/core/log.ts';
import { createSlack } from '../../src/platforms/slack/slack.ts';
import { startSlack } from '../loopback/slack.ts';
import { type Fields, isFields } from '../loopback/slack-schema.ts';
import { BOT, type Message, TEAM } from '../loopback/slack-workspace.ts';
import type { Person, Seen, Stage, Way } from './stage.ts';

/** Hears of its channels, too: what is not meant for it comes before it. */
const events = ['app_mention', 'message.im', 'message.channels'];

/** A Slack workspace with the bot in it. `botToken`: another than the one that Slack knows. */
export async function slackStage(log: Log, botToken?: string): Promise<Stage> {
  const slack = await startSlack({ events });
  const { appToken, apiUrl } = slack;
  const platform = createSlack({ botToken: botToken ?? slack.botToken, appToken, apiUrl, managers: [], log });
  let people = 0;

  function seen(message: Message, { user }: Person): Seen {
    const press = async (label: string) => {
      const action_id = String(buttonsOf(message).find((button) => textOf(button) === label)?.action_id);
      await slack.click({ user, message, action_id });
    };
    return {
      text: message.blocks.map(textOf).filter(Boolean).join('\n'),
      seenBy: message.only_for === undefined ? 'everyone' : 'asker',
      pings: message.pings,
      buttons: buttonsOf(message).map(textOf),
      async click(label) {
        await press(label);
        return seen(await slack.nextMessage({ only_for: user }), { user, channel: message.channel });
      },
      async share(label) {
        await press(label);
        const shared = await slack.nextMessage({ channel: message.channel, only_for: undefined });
        return seen(shared, { user, channel: message.channel });
      },
    };
  }

  const spoken: Record<Way, (text: string, person: Person) => Promise<Message>> = {
    async slash(text, person) {
      await slack.command({ ...person, text, replies: 0 });
      return await slack.nextMessage({ only_for: person.user });
    },
    async mention(text, person) {
      await slack.mention({ ...person, text });
      return await slack.nextMessage({ channel: person.channel });
    },
    async dm(text, person) {
      await slack.dm({ user: person.user, text });
      return await slack.nextMessage({ channel: dmOf(person) });
    },
  };

  return {
    platform,
    place: (person) => ({ platform: platform.name, workspace: TEAM, thread: '', ...person }),
    person({ lang = 'en', manager = false } = {}) {
      const number = ++people;
      const { id: user } = slack.user(`U${number}`, lang === 'zh' ? { locale: 'zh-CN', tz: 'Asia/Shanghai' } : {});
      const { id: channel } = slack.channel(`C${number}`, manager ? { creator: user } : {});
      return { user, channel };
    },
    say: async (way, text, person) => seen(await spoken[way](text, person), person),
    thread(person) {
      let thread_ts: string | undefined;
      return async (text, { user } = person) => {
        const { message } = await slack.mention({ ...person, user, text, ...(thread_ts && { thread_ts }) });
        thread_ts ??= message.ts;
        return seen(await slack.nextMessage({ channel: person.channel, thread_ts }), person);
      };
    },
    async babble(text, person) {
      const { id: bot } = slack.user(`UBOT${person.user}`, { bot: true });
      await slack.mention({ ...person, user: bot, text });
      const { message } = await slack.dm({ user: person.user, text: '' });
      await slack.nextMessage({ channel: message.channel });
      await slack.edit({ message, text });
      const plain = slack.say({ ...person, text: `<!channel> <!here> ${text}` });
      await slack.edit({ message: plain, text: `<@${BOT.user}> ${text}` });
      slack.say({ ...person, text, thread_ts: plain.ts });
    },
    async stutter(text, person) {
      const heard = await slack.mention({ ...person, text });
      const answer = await slack.nextMessage({ channel: person.channel });
      // With a retry_attempt of 0, as it does come: only the message's own id tells.
      await slack.resend(heard, { retry_attempt: 0 });
      return seen(answer, person);
    },
    standing: (person) => slack.messages(person.channel).map((message) => seen(message, person)),
    direct: (person) => slack.messages(dmOf(person)).map((message) => seen(message, person)),
    complaints: () => slack.refused.map(({ what, error }) => `slack refused ${what}: ${error}`),
    vanish: () => slack.close(),
    async close() {
      await platform.stop();
      await slack.close();
    },
  };
}

function dmOf({ user }: Person): string {
  return `D${user.slice(1)}`;
}

function buttonsOf({ blocks }: Message): Fields[] {
  const elements = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  return Array.isArray(elements) ? elements.filter(isFields) : [];
}

/** The words of a block as a person reads them; of rows of buttons there are none. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (!isFields(value) || value.type === 'actions') return '';
  const inner = textOf(value.text ?? value.elements ?? '');
  return /^rich_text_/u.test(String(value.type)) && value.type !== 'rich_text_list' ? `${inner}\n` : inner;
}
