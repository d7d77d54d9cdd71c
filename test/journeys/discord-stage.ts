import type { Log } from '../../src/core/log.ts';
import type { Store } from '../../src/core/store.ts';
import { createDiscord } from '../../src/platforms/discord/discord.ts';
import { type Message, startDiscord } from '../loopback/discord.ts';
import { picked } from './slash.ts';
import type { Person, Seen, Stage, Way } from './stage.ts';

/** A server for each language: its locale is that of what is said in its channels. */
const guilds = { en: { name: 'English', locale: 'en-US' }, zh: { name: 'Chinese', locale: 'zh-CN' } } as const;

/** Two Discord servers with the bot in them. `token`: another than the one that Discord knows. */
export async function discordStage(log: Log, store: Store, token?: string): Promise<Stage> {
  const discord = await startDiscord();
  for (const { name, locale } of Object.values(guilds)) discord.guild(name, { locale });
  const patience = { post: 2000, stop: 1000 };
  const platform = createDiscord({ token: token ?? discord.token, apiUrl: discord.url, store, log, patience });
  const homes = new Map<string, string>();
  let people = 0;

  function seen(message: Message, person: Person): Seen {
    const press = (label: string) => {
      const customId = message.buttons.find((button) => button.label === label)?.customId ?? label;
      return discord.click({ user: person.user, message, customId });
    };
    const { users, roles, everyone } = message.pings;
    return {
      text: unescaped(message.text),
      seenBy: message.ephemeral ? 'asker' : 'everyone',
      pings: [...users, ...roles, ...(everyone ? ['@everyone'] : [])],
      buttons: message.buttons.map(({ label }) => label),
      click: async (label) => seen((await press(label).reply()).message, person),
      async share(label) {
        const pressed = press(label);
        const shared = await discord.nextMessage(({ channel, ephemeral }) => channel === person.channel && !ephemeral);
        await pressed.reply();
        return seen(shared, person);
      },
    };
  }

  const place = ({ user, channel }: Person) => ({
    platform: platform.name,
    workspace: discord.id(homes.get(channel) ?? guilds.en.name),
    channel: discord.id(channel),
    thread: '',
    user: discord.id(user),
  });
  const spokenIn = (messages: readonly Message[], person: Person) =>
    messages.filter(({ author }) => author === 'BOT').map((message) => seen(message, person));
  const answerIn = (name: string) => discord.nextMessage(({ channel }) => channel === name);
  const spoken: Record<Way, (text: string, person: Person) => Promise<Message>> = {
    async slash(text, person) {
      const invocation = await discord.slash({ ...person, name: 'genai', ...picked(text, store) });
      return (await invocation.reply()).message;
    },
    mention(text, person) {
      discord.mention({ ...person, text });
      return answerIn(person.channel);
    },
    dm(text, { user }) {
      discord.dm({ user, text });
      return answerIn(`DM with ${user}`);
    },
  };

  return {
    platform,
    place,
    person({ lang = 'en', manager = false } = {}) {
      const number = ++people;
      const person = { user: `U${number}`, channel: `C${number}` };
      const { name: guild, locale } = guilds[lang];
      discord.user(person.user, { locale, permissions: manager ? ['ManageChannels'] : [] });
      discord.channel(person.channel, { guild });
      homes.set(person.channel, guild);
      return person;
    },
    say: async (way, text, person) => seen(await spoken[way](text, person), person),
    thread(person) {
      const thread = `thread in ${person.channel}`;
      discord.channel(thread, { guild: homes.get(person.channel) ?? guilds.en.name, under: person.channel });
      return async (text, { user } = person) => {
        discord.mention({ user, channel: thread, text });
        return seen(await answerIn(thread), person);
      };
    },
    babble(text, person) {
      const bot = `BOT of ${person.user}`;
      discord.user(bot, { bot: true });
      discord.mention({ user: bot, channel: person.channel, text });
      const plain = discord.say({ ...person, text });
      discord.edit(plain, `<@${discord.botId}> ${text}`);
      discord.say({ ...person, text: `@everyone @here ${text}` });
      return Promise.resolve();
    },
    async stutter(text, person) {
      const { json } = discord.mention({ ...person, text });
      const answer = await answerIn(person.channel);
      const told = { ...json, channel_type: 0, guild_id: place(person).workspace };
      discord.gateway.dispatch('MESSAGE_CREATE', told, guildMessages);
      return seen(answer, person);
    },
    standing: (person) => spokenIn(discord.messages(person.channel), person),
    direct: (person) => spokenIn(discord.dms(person.user), person),
    complaints: () => [
      ...discord.failures,
      ...discord.requests
        .filter(({ status = 0 }) => status >= 400)
        .map(({ method, path, status }) => `discord refused ${method} ${path}: ${status}`),
    ],
    vanish: () => discord.close(),
    async close() {
      await platform.stop();
      await discord.close();
    },
  };
}

/** The intent under which messages in servers are told. */
const guildMessages = 1 << 9;

/** Discord's markdown as a person sees it: marks at the beginning of a line gone, escapes undone. */
function unescaped(text: string): string {
  return text
    .replace(/^(?:## |-# )/gmu, '')
    .replace(/\*\*/gu, '')
    .replaceAll('@\u200b', '@')
    .replace(/\\(\p{P}|\p{S})/gu, '$1');
}
