/** Whatever is said, by slash command, mention or direct message: both platforms show what the core says to it. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Lang } from '../../src/core/lang.ts';
import { parse } from '../../src/core/parse.ts';
import { phrases } from '../../src/core/phrases.ts';
import { factsOf, type Reply } from '../../src/core/reply.ts';
import { respond } from '../../src/core/respond.ts';
import type { Way } from './stage.ts';
import { factsIn } from './told.ts';
import { aWorld, mind, stageNames, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(async () => await world.close());
afterEach(() => expect(world.troubles()).toEqual([]));

/** What the core says to a text that begins a conversation: what each platform has to show. */
function coreReply(text: string, lang: Lang): Reply {
  const request = parse(text, mind.store, mind.book);
  if (request.command === 'digest') throw new Error('digests are no matter of the core alone');
  return respond({ request, lang, text }, mind).reply;
}

const fact = 'imd-2024/private-investment-2023';

/** Every command that answers from facts, in both languages. */
const commands: readonly [string, Lang, string][] = [
  ['help', 'en', 'help'],
  ['help', 'zh', '帮助'],
  ['a topic', 'en', 'chips'],
  ['a topic', 'zh', '芯片'],
  ['topics', 'en', 'topics'],
  ['topics', 'zh', '话题'],
  ['a question', 'en', 'ask how many LLMs has China?'],
  ['a question', 'zh', '问 中国有多少个大模型？'],
  ['an entity', 'en', 'about Baidu'],
  ['an entity', 'zh', '介绍 百度'],
  ['a timeline', 'en', 'timeline'],
  ['a timeline', 'zh', '时间线'],
  ['the timeline of a topic', 'en', 'timeline talent'],
  ['the timeline of a topic', 'zh', '时间线 人才'],
  ['the disputes', 'en', 'disputes'],
  ['the disputes', 'zh', '分歧'],
  ['the sources', 'en', 'sources'],
  ['the sources', 'zh', '来源'],
  ['where a fact comes from', 'en', `why ${fact}`],
  ['where a fact comes from', 'zh', `依据 ${fact}`],
];

const long = 10_000;
/** What people should not write, and do. */
const awkward: readonly [string, string][] = [
  ['10,000 characters of words', 'chips and models '.repeat(long).slice(0, long)],
  ['10,000 characters in one word', 'x'.repeat(long)],
  ['10,000 Han characters', '芯'.repeat(long)],
  ['emoji', '🤷🏽‍♀️🎉👨‍👩‍👧‍👦'],
  ['control characters', 'chips\u0000\u0007\u001b[31m\u202e and models'],
  ['half a surrogate pair', '\ud800 chips \udc00'],
  ['Arabic', 'كم عدد النماذج اللغوية الكبيرة في الصين؟'],
  ['nothing but spaces', ' \n\t '],
  ['@everyone', '@everyone @here what about chips?'],
  ['<!channel>', '<!channel> <!here|here> <!subteam^S1> what about chips?'],
  ['mentions of people, channels and roles', '<@U1> <#C1> <@123456789012345678> <@&123456789012345678>'],
  ['markdown', '**a** _b_ ~c~ `d` ```e``` ||f|| # g\n> h\n- [i](https://x.example) &lt;!channel&gt;'],
  ['links', 'https://x.example/?a=1&b=2 and <https://x.example|click> javascript:alert(1)'],
  ['pings in place of a zone', 'digest subscribe monday @everyone <!channel> <@123456789012345678>'],
  ['pings in place of a fact', 'why @everyone/<!here>'],
  ['pings in place of a name', 'about @everyone <!channel>'],
];

describe.each(stageNames)('on %s', (name) => {
  test.each([
    'chips',
    'timeline chips 2',
    'sources chips',
    'about Kai-Fu Lee',
    `why ${fact}`,
    'digest list',
    'digest preview',
  ])('command words are no language: %s is answered in that of the person', async (text) => {
    const stage = world.stages[name];
    await stage.say('slash', text, stage.person({ lang: 'zh' }));
    expect(world.asked.at(-1)?.reply?.lang).toBe('zh');
  });

  describe.each(['en', 'zh'] as const)('in %s', (lang) => {
    test.each(mind.store.topics)('the topic $id has a briefing', async ({ id, name: names }) => {
      const stage = world.stages[name];
      const text = lang === 'zh' ? names.zh : id;
      const seen = await stage.say('slash', text, stage.person({ lang }));
      const reply = coreReply(text, lang);
      expect(reply.kind).toBe('briefing');
      expect(factsIn(seen.text, lang, mind.store.facts)).toEqual(factsOf(reply));
    });

    test('everybody sees a sample of the digest', async () => {
      const stage = world.stages[name];
      const seen = await stage.say('slash', lang === 'zh' ? '简报 预览' : 'digest preview', stage.person({ lang }));
      const reply = world.asked.at(-1)?.reply;
      expect(reply).toMatchObject({ kind: 'digest', lang });
      const told = factsIn(seen.text, lang, mind.store.facts);
      expect(told).toEqual(reply && factsOf(reply));
      expect(told.length).toBeGreaterThan(4);
    });
  });

  describe.each<Way>(['slash', 'mention', 'dm'])('by %s', (way) => {
    test.each(commands)('%s, in %s (%s)', async (_what, lang, text) => {
      const stage = world.stages[name];
      const seen = await stage.say(way, text, stage.person({ lang }));
      const reply = coreReply(text, lang);
      expect(seen.text).toContain(reply.title);
      expect(factsIn(seen.text, lang, mind.store.facts)).toEqual(factsOf(reply));
      expect(seen.seenBy).toBe(way === 'slash' ? 'asker' : 'everyone');
      expect(seen.pings).toEqual([]);
      if (factsOf(reply).length > 0)
        expect(seen.text).toMatch(new RegExp(`\\n${phrases[lang].sources}\\n\\[1\\] `, 'u'));
    });

    test.each(awkward)('a polite reply that pings nobody, to %s', async (_what, text) => {
      const stage = world.stages[name];
      const seen = await stage.say(way, text, stage.person({ manager: true }));
      expect(seen.pings).toEqual([]);
      expect(seen.text.split('\n')[0]).toBe(world.asked.at(-1)?.reply?.title);
    });
  });
});
