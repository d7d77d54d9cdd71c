/** The three walks through the house, on both platforms: the same question gets the same facts, and the digest of Monday comes once. */
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Lang } from '../../src/core/lang.ts';
import { defaults } from '../../src/core/subscription-make.ts';
import { operatorSubscriptions } from '../../src/core/subscription-operator.ts';
import { subscriptionPhrases } from '../../src/core/subscription-phrases.ts';
import { factsIn } from './told.ts';
import { aWorld, mind, stageNames, type World } from './world.ts';

let world: World | undefined;
afterEach(() => expect(world?.troubles() ?? []).toEqual([]));

async function newWorld(): Promise<World> {
  const made = await aWorld();
  world = made;
  onTestFinished(made.close);
  return made;
}

const minute = 60_000;
const week = 7 * 24 * 60 * minute;
/** 09:00 in Berlin, 16:00 in Shanghai. */
const monday = Date.parse('2026-12-07T08:00:00Z');

describe.each(stageNames)('on %s', (name) => {
  test.each([
    ['en', 'chips'],
    ['zh', '芯片'],
  ] as const)('a slash command brings a briefing to the asker alone, in %s', async (lang, text) => {
    const { stages } = await newWorld();
    const stage = stages[name];
    const person = stage.person({ lang });
    const seen = await stage.say('slash', text, person);
    expect(factsIn(seen.text, lang, mind.store.facts)).toContain('imd-2024/chip-disadvantage');
    expect(seen.seenBy).toBe('asker');
    expect(stage.standing(person)).toEqual([]);
  });

  test.each([
    ['en', 'how many LLMs has China?'],
    ['zh', '中国有多少个大模型？'],
  ] as const)('a mention brings an answer for everyone, in %s', async (lang, text) => {
    const { stages } = await newWorld();
    const stage = stages[name];
    const person = stage.person({ lang });
    const seen = await stage.say('mention', text, person);
    expect(factsIn(seen.text, lang, mind.store.facts)[0]).toBe('hinssen-2023/llms-130-since-summer');
    expect(stage.standing(person)).toMatchObject([{ seenBy: 'everyone', text: seen.text }]);
  });

  describe.each([
    { lang: 'en', wish: 'digest subscribe monday 09:00 Europe/Berlin', show: 'digest preview' },
    { lang: 'zh', wish: '简报 订阅 周一 16:00 Asia/Shanghai', show: '简报 预览' },
  ] as const)('a digest, in $lang,', ({ lang, wish, show }) => {
    const said = subscriptionPhrases[lang];

    test.each(['slash', 'mention'] as const)('is set up by who may manage the channel alone, by %s', async (way) => {
      const { stages, state } = await newWorld();
      const stage = stages[name];
      const member = stage.person({ lang });
      expect((await stage.say(way, wish, member)).text).toContain(said.refusedTitle);
      expect(await state.subscriptionsBy(name)).toEqual([]);
      const manager = stage.person({ lang, manager: true });
      expect((await stage.say(way, wish, manager)).text).toContain(said.setUpTitle);
      const { workspace, channel } = stage.place(manager);
      expect(await state.subscriptionsBy(name)).toMatchObject([{ workspace, channel, lang, next: monday }]);
    });

    test('arrives as it was previewed, byte for byte, once, and not again after a restart', async () => {
      const { stages, clock, newDeliverer } = await newWorld();
      const stage = stages[name];
      const manager = stage.person({ lang, manager: true });
      await stage.say('slash', wish, manager);
      const preview = await stage.say('slash', show, manager);
      expect(preview.seenBy).toBe('asker');

      clock.now = monday - minute;
      await newDeliverer().beat(clock.now);
      expect(stage.standing(manager)).toEqual([]);

      clock.now = monday;
      const deliverer = newDeliverer();
      await deliverer.beat(monday);
      await deliverer.beat(monday);
      await deliverer.stop();
      expect(stage.standing(manager)).toMatchObject([{ text: preview.text, pings: [] }]);

      for (const later of [0, minute, 60 * minute]) {
        clock.now = monday + later;
        await newDeliverer().beat(clock.now);
      }
      expect(stage.standing(manager)).toHaveLength(1);
    });

    test('tells in its second week what it did not in the first', async () => {
      const { stages, clock, newDeliverer } = await newWorld();
      const stage = stages[name];
      const manager = stage.person({ lang, manager: true });
      await stage.say('slash', wish, manager);
      for (const slot of [monday, monday + week]) {
        clock.now = slot;
        await newDeliverer().beat(slot);
      }
      const [first = [], second = []] = stage
        .standing(manager)
        .map(({ text }) => factsIn(text, lang, mind.store.facts));
      expect(Math.min(first.length, second.length)).toBeGreaterThan(2);
      expect(second.filter((id) => first.includes(id))).toEqual([]);
    });
  });
});

const langs: readonly Lang[] = ['en', 'zh'];

test.each(langs)(
  'what the operator has set up for Monday at nine says the same on both platforms, in %s',
  async (lang) => {
    const { stages, clock, newDeliverer, state } = await newWorld();
    const channels = stageNames.map((name) => ({ stage: stages[name], person: stages[name].person({ lang }) }));
    const wish = { ...defaults, time: '09:00', zone: 'Europe/Berlin', topics: [], lang };
    const entries = channels.map(({ stage, person }) => {
      const place = stage.place(person);
      return { ...wish, ...place, key: place.platform };
    });
    const { put } = operatorSubscriptions(entries, [], clock.now);
    for (const subscription of put) await state.addSubscription(subscription);
    clock.now = monday;
    await newDeliverer().beat(monday);
    const told = channels.map(({ stage, person }) =>
      stage.standing(person).flatMap(({ text }) => factsIn(text, lang, mind.store.facts)),
    );
    const deliveries = await Promise.all(put.map(({ id }) => state.deliveriesOf(id, 2)));
    expect(deliveries.flat()).toMatchObject(stageNames.map(() => ({ status: 'delivered', slot: monday })));
    expect(told).toEqual(deliveries.map(([delivery]) => delivery?.facts));
    expect(told[1]).toEqual(told[0]);
  },
);

test.each([
  { wrong: 'slack', token: 'xoxb-wrong', variable: 'SLACK_BOT_TOKEN', where: 'api.slack.com/apps', other: 'discord' },
  { wrong: 'discord', token: 'wrong', variable: 'DISCORD_TOKEN', where: 'discord.com/developers', other: 'slack' },
] as const)('a wrong token of $wrong is told with its cure, and $other answers', async (row) => {
  world = undefined;
  const { broken, stages, close } = await aWorld({ [row.wrong]: row.token });
  onTestFinished(close);
  expect([...broken.keys()]).toEqual([row.wrong]);
  const { message = '' } = broken.get(row.wrong) ?? {};
  expect(message).toContain(row.variable);
  expect(message).toContain(row.where);
  expect(message).not.toContain(row.token);
  const stage = stages[row.other];
  const seen = await stage.say('slash', 'chips', stage.person());
  expect(factsIn(seen.text, 'en', mind.store.facts).length).toBeGreaterThan(0);
});
