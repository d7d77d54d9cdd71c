/** What people get to and fro: follow-ups, origins, buttons, and silence where nothing was said to the bot. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Lang } from '../../src/core/lang.ts';
import { phrases } from '../../src/core/phrases.ts';
import type { Seen } from './stage.ts';
import { factsIn } from './told.ts';
import { aWorld, mind, stageNames, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(async () => await world.close());
afterEach(() => expect(world.troubles()).toEqual([]));

const investment = 'imd-2024/private-investment-2023';
const factsSeen = ({ text }: Seen, lang: Lang) => factsIn(text, lang, mind.store.facts);
const lastReply = () => world.asked.at(-1)?.reply;

describe.each(stageNames)('on %s', (name) => {
  describe.each([
    {
      lang: 'en',
      question: 'how much private investment did Chinese genAI get in 2023?',
      followUp: 'and the US?',
      origin: 'why 1',
      unknown: 'How do I bake sourdough bread?',
      mistyped: 'chpis',
      meant: 'chips',
      topic: 'chips',
    },
    {
      lang: 'zh',
      question: '2023 年中国生成式 AI 的私人投资有多少？',
      followUp: '那美国呢？',
      origin: '依据 1',
      unknown: '今天晚上吃什么？',
      mistyped: '创业公丝',
      meant: '创业公司',
      topic: '芯片',
    },
  ] as const)('in $lang', ({ lang, question, followUp, origin, unknown, mistyped, meant, topic }) => {
    const said = phrases[lang];

    test('a colleague asks on in the thread, and everybody learns where it comes from', async () => {
      const stage = world.stages[name];
      const say = stage.thread(stage.person({ lang }));
      expect(factsSeen(await say(question), lang)[0]).toBe(investment);
      const colleague = stage.person({ lang });
      expect(factsSeen(await say(followUp, colleague), lang)[0]).toBe(investment);
      const why = await say(origin);
      expect(why.text).toContain(said.whyTitle(investment));
      expect(why.text).toContain(said.paragraph(13));
      expect(factsSeen(why, lang)).toEqual([investment]);
    });

    test('what was said in one thread is not leaned on in another', async () => {
      const stage = world.stages[name];
      const person = stage.person({ lang });
      await stage.thread(person)(question);
      const elsewhere = stage.person({ lang });
      const seen = await stage.thread(elsewhere)(origin);
      expect(seen.text).toContain(said.whyUnknown);
    });

    test('after a private answer, its asker learns where it comes from', async () => {
      const stage = world.stages[name];
      const person = stage.person({ lang });
      await stage.say('slash', `ask ${question}`, person);
      const why = await stage.say('slash', origin, person);
      expect(why.seenBy).toBe('asker');
      expect(factsSeen(why, lang)).toEqual([investment]);
    });

    test('what no fact covers is declined, with topics to click', async () => {
      const stage = world.stages[name];
      const seen = await stage.say('mention', unknown, stage.person({ lang }));
      expect(seen.text).toContain(said.unknownTitle);
      expect(seen.text).toContain(said.unknown);
      expect(factsSeen(seen, lang)).toEqual([]);
      const opened = await seen.click(seen.buttons[0] ?? '');
      expect(opened).toMatchObject({ seenBy: 'asker' });
      expect(factsSeen(opened, lang).length).toBeGreaterThan(0);
    });

    test('a mistyped word is asked back, and a click corrects it', async () => {
      const stage = world.stages[name];
      const seen = await stage.say('dm', mistyped, stage.person({ lang }));
      expect(seen.text).toContain(said.didYouMean(meant));
      const corrected = await seen.click(meant);
      expect(lastReply()).toMatchObject({ kind: 'briefing', lang });
      expect(factsSeen(corrected, lang).length).toBeGreaterThan(0);
    });

    test('More turns the page, Sources lists the sources, each for who clicks', async () => {
      const stage = world.stages[name];
      const first = await stage.say('slash', topic, stage.person({ lang }));
      const more = await first.click(said.moreButton);
      const [one, two] = [factsSeen(first, lang), factsSeen(more, lang)];
      expect(two.length).toBeGreaterThan(0);
      expect(one.filter((id) => two.includes(id))).toEqual([]);
      const sources = await first.click(said.sourcesButton);
      const { store } = mind;
      const cited = new Set(one.map((id) => store.fact(id)?.source));
      for (const source of store.sources.filter(({ id }) => cited.has(id))) {
        expect(sources.text).toContain(source.title[lang]);
      }
      expect([first, more, sources].map(({ seenBy }) => seenBy)).toEqual(['asker', 'asker', 'asker']);
    });

    test('Share shows a private reply to the channel, once, with the same words', async () => {
      const stage = world.stages[name];
      const person = stage.person({ lang });
      const seen = await stage.say('slash', topic, person);
      const shared = await seen.share(said.shareButton);
      expect(factsSeen(shared, lang)).toEqual(factsSeen(seen, lang));
      expect(shared.text).toContain(said.sharedBy);
      expect(shared).toMatchObject({ seenBy: 'everyone', pings: [] });
      expect(shared.buttons).not.toContain(said.shareButton);
      expect(stage.standing(person)).toHaveLength(1);
    });

    test('what everyone sees already has no button to share it', async () => {
      const stage = world.stages[name];
      const seen = await stage.say('mention', topic, stage.person({ lang }));
      expect(seen.buttons).toContain(said.moreButton);
      expect(seen.buttons).not.toContain(said.shareButton);
    });
  });

  test('bots, edits and cries to everyone are not answered', async () => {
    const stage = world.stages[name];
    const person = stage.person();
    await stage.babble('chips', person);
    await stage.say('mention', 'last', person);
    const { channel } = stage.place(person);
    expect(world.asked.flatMap(({ ask }) => (ask.from.channel === channel ? ask.text : []))).toEqual(['last']);
    expect(stage.standing(person)).toHaveLength(1);
  });

  test('what the platform tells twice is answered once', async () => {
    const stage = world.stages[name];
    const person = stage.person();
    const before = world.asked.length;
    const seen = await stage.stutter('chips', person);
    await expect.poll(() => world.asked.length - before, { interval: 2 }).toBe(2);
    const [first, second] = world.asked.slice(before);
    expect(second?.ask.id).toBe(first?.ask.id);
    expect(second?.reply).toBeUndefined();
    expect(stage.standing(person)).toMatchObject([{ text: seen.text }]);
  });
});
