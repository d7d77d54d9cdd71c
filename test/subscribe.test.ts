import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '../src/core/delivery-step.ts';
import type { Lang } from '../src/core/lang.ts';
import { parse } from '../src/core/parse.ts';
import { toText } from '../src/core/plain.ts';
import type { Platform } from '../src/core/platform.ts';
import type { Reply } from '../src/core/reply.ts';
import { replyLanguage } from '../src/core/respond.ts';
import type { Subscription } from '../src/core/subscription.ts';
import { type OperatorDigest, operatorId, operatorSubscriptions } from '../src/core/subscription-operator.ts';
import { createDeliverer } from '../src/deliver.ts';
import { createSubscriptions } from '../src/subscribe.ts';
import { createFakePlatform } from './support/fake-platform.ts';
import { createMemoryState } from './support/memory-state.ts';
import { realMind } from './support/mind.ts';

const mind = realMind();
const day = 86_400_000;
/** Sunday, 22 November 2026, 10:00 UTC. */
const sunday = Date.UTC(2026, 10, 22, 10);
const quietLog = { info() {}, warn() {}, error() {} };

interface Speaker {
  readonly user?: string;
  readonly zone?: string;
  readonly channel?: string;
  readonly workspace?: string;
  readonly on?: string;
}

/** A channel with a bot in it: people speak, time passes, digests arrive. `may` are the users who may manage channels. */
function createChannel({
  may = (user: string) => Promise.resolve(user === 'manager'),
  managers = [] as string[],
} = {}) {
  let now = sunday;
  let made = 0;
  const state = createMemoryState();
  const fake = createFakePlatform('chat', () => now);
  const asked: string[] = [];
  const platform: Platform = {
    ...fake,
    mayManage: ({ workspace, channel, user }) => {
      asked.push([workspace, channel, user].join('/'));
      return may(user);
    },
  };
  const platforms = new Map([['chat', platform]]);
  const newId = () => `dig${++made}xy`;
  const log = quietLog;
  const { onDigest } = createSubscriptions({ ...mind, state, platforms, now: () => now, newId, managers, log });
  const deliverer = createDeliverer({
    ...mind,
    state,
    platforms,
    now: () => now,
    owner: 'test',
    log,
    policy: defaultPolicy,
  });

  async function hear(
    text: string,
    speaker: Speaker = {},
    lang: Lang = replyLanguage({ text }, 'digest'),
  ): Promise<Reply> {
    const { user = 'manager', zone, channel = 'C1', workspace = 'T1', on = 'chat' } = speaker;
    const request = parse(text, mind.store, mind.book);
    if (request.command !== 'digest') throw new Error(`${text} is no digest command`);
    const from = { platform: on, workspace, channel, thread: '', user };
    return await onDigest({ id: 'e1', text, from, audience: 'asker', zone }, request, lang);
  }

  return {
    state,
    fake,
    asked,
    hear,
    /** The reply as people read it. */
    say: async (text: string, speaker: Speaker = {}) => toText(await hear(text, speaker)),
    subscriptions: () => state.subscriptionsOf('chat', { workspace: 'T1', channel: 'C1' }),
    /** Lets time pass up to an instant while the clock is not running. */
    sleepUntil(at: number) {
      now = at;
    },
    /** Lets time pass up to an instant, and the clock beat there. */
    async beatAt(at: number) {
      now = at;
      await deliverer.beat(at);
    },
    /** What somebody else does as soon as something was read of a subscription. */
    afterEachRead(meanwhile: () => Promise<unknown>) {
      const { subscription, subscriptionsOf } = state;
      state.subscription = (id) => subscription(id).finally(meanwhile);
      state.subscriptionsOf = (...place) => subscriptionsOf(...place).finally(meanwhile);
    },
    async put(change: Partial<Subscription>) {
      const [first] = await state.subscriptionsOf('chat', { workspace: 'T1', channel: 'C1' });
      if (first) await state.changeSubscription(first.id, (current) => ({ ...current, ...change }));
    },
  };
}

const operatorsWish: OperatorDigest = {
  key: 'id/board',
  platform: 'chat',
  workspace: '',
  channel: 'C1',
  pace: { kind: 'weekly', days: [5] },
  time: '16:00',
  zone: 'UTC',
  topics: ['chips'],
  lang: 'en',
  quiet: 'skip',
};

describe('setting up a digest', () => {
  test('the confirmation shows what was understood and the next three runs in the zone and in UTC', async () => {
    const channel = createChannel();
    expect(await channel.say('digest subscribe mondays 9am chips, talent', { zone: 'Europe/Berlin' })).toBe(
      `The digest is set up

• When — Every Monday at 09:00 (Europe/Berlin)
• Topics — Chips, Talent
• Language — English
• When nothing is new or untold — it says so, and starts over with the most important facts

Next three
• Mon 23 Nov 2026, 09:00 (UTC+01:00) — Mon 23 Nov 2026, 08:00 UTC
• Mon 30 Nov 2026, 09:00 (UTC+01:00) — Mon 30 Nov 2026, 08:00 UTC
• Mon 7 Dec 2026, 09:00 (UTC+01:00) — Mon 7 Dec 2026, 08:00 UTC

I took the time zone from your profile (Europe/Berlin).
To change it, remove it and set it up anew. Say: /genai digest list, /genai digest pause 1, /genai digest unsubscribe 1.`,
    );
    expect(await channel.subscriptions()).toEqual([
      {
        id: 'dig1xy',
        platform: 'chat',
        workspace: 'T1',
        channel: 'C1',
        topics: ['chips', 'talent'],
        lang: 'en',
        schedule: { rhythm: { kind: 'weekly', days: [1] }, time: '09:00', zone: 'Europe/Berlin' },
        quiet: 'say-so',
        madeBy: 'manager',
        madeAt: sunday,
        status: 'active',
        next: Date.UTC(2026, 10, 23, 8),
        windowFrom: Date.UTC(2026, 10, 16, 8),
      },
    ]);
  });

  test('in Chinese too, fortnightly from the coming week on, in the zone that was named', async () => {
    const channel = createChannel();
    expect(await channel.say('简报 订阅 隔周周五 下午5点半 上海 芯片、人才 跳过', { zone: 'Europe/Berlin' })).toBe(
      `简报已订阅

• 时间 — 隔周周五 17:30（Asia/Shanghai）
• 话题 — 芯片、人才
• 语言 — 中文
• 没有新内容时 — 不发布

接下来三期
• 2026 年 11 月 27 日周五 17:30（UTC+08:00） — UTC 2026 年 11 月 27 日周五 09:30
• 2026 年 12 月 11 日周五 17:30（UTC+08:00） — UTC 2026 年 12 月 11 日周五 09:30
• 2026 年 12 月 25 日周五 17:30（UTC+08:00） — UTC 2026 年 12 月 25 日周五 09:30

如需更改，请退订后重新订阅。可以说：/genai digest list、/genai digest pause 1、/genai digest unsubscribe 1。`,
    );
  });

  test('the summer time that begins between the runs shows in their offsets', async () => {
    const channel = createChannel();
    await channel.beatAt(Date.UTC(2027, 2, 20, 10));
    const said = await channel.say('digest subscribe monday 9:00 Berlin');
    expect(said).toContain('Mon 22 Mar 2027, 09:00 (UTC+01:00) — Mon 22 Mar 2027, 08:00 UTC');
    expect(said).toContain('Mon 29 Mar 2027, 09:00 (UTC+02:00) — Mon 29 Mar 2027, 07:00 UTC');
  });

  test('without a zone in the words or the profile, the zone is asked for, with the whole command to copy', async () => {
    const channel = createChannel();
    expect(await channel.say('digest subscribe weekdays 8:30 chips')).toBe(
      `Nearly: I need to know a little more

In which time zone? Write a place, such as Berlin or Asia/Shanghai.
For example: /genai digest subscribe weekdays 08:30 Europe/Berlin chips`,
    );
    expect(await channel.subscriptions()).toEqual([]);
  });

  test('a zone that does not exist is refused, and a click takes the one that was meant', async () => {
    const channel = createChannel();
    const reply = await channel.hear('digest subscribe monday 9 Europe/Berln chips', { zone: 'Asia/Tokyo' });
    expect(toText(reply)).toContain('Which time zone is meant: Europe/Berlin?');
    expect(await channel.subscriptions()).toEqual([]);
    await channel.hear(reply.actions[0]?.text ?? '', { zone: 'Asia/Tokyo' });
    expect(await channel.subscriptions()).toMatchObject([{ schedule: { zone: 'Europe/Berlin' }, topics: ['chips'] }]);
  });

  test('what is missing is asked for with an example that keeps what was said', async () => {
    const channel = createChannel();
    const said = await channel.say('digest subscribe fortnightly talent zh');
    expect(said).toContain('On which weekday?');
    expect(said).toContain('At what time?');
    expect(said).toContain('In which time zone?');
    expect(said).toContain('/genai digest subscribe monday 09:00 Europe/Berlin talent chinese');
  });

  test('what was not understood is said, three words at most, and nothing of it can ping', async () => {
    const channel = createChannel();
    const said = await channel.say('digest subscribe monday 9 UTC @everyone, <!channel|x>, qwertz, asdf, yxcv');
    expect(said).toContain('“everyone”');
    expect(said).not.toMatch(/@everyone|<!|“yxcv”/);
    expect(said).toContain('And 2 more that I do not understand.');
  });

  test('the same digest a second time is not set up again', async () => {
    const channel = createChannel();
    await channel.hear('digest subscribe monday 9 UTC chips talent');
    expect(await channel.say('digest subscribe talent chips 09:00 mon UTC')).toContain('it is number 1');
    expect(await channel.subscriptions()).toHaveLength(1);
    for (const other of ['talent', 'chips talent chinese', 'chips talent skip', 'chips talent tuesday']) {
      expect(await channel.say(`digest subscribe 09:00 mon UTC ${other}`)).toContain('is set up\n');
    }
    expect(await channel.subscriptions()).toHaveLength(5);
  });

  test('a channel has ten digests at most', async () => {
    const channel = createChannel();
    for (let hour = 0; hour < 10; hour++) await channel.hear(`digest subscribe monday ${hour}:00 UTC`);
    expect(await channel.say('digest subscribe friday 9:00 UTC')).toContain('This channel has 10 digests');
    expect(await channel.subscriptions()).toHaveLength(10);
  });

  test('a new digest never takes the place of another with the same id', async () => {
    const channel = createChannel();
    await channel.hear('digest subscribe monday 9:00 UTC');
    const [first] = await channel.subscriptions();
    if (first) await channel.state.addSubscription({ ...first, id: 'dig2xy', channel: 'C2' });
    await channel.hear('digest subscribe tuesday 9:00 UTC');
    expect((await channel.subscriptions()).map(({ id }) => id)).toEqual(['dig1xy', 'dig3xy']);
  });
});

describe('who may change digests', () => {
  test.each(['digest subscribe monday 9 UTC', 'digest pause 1', 'digest resume 1', 'digest unsubscribe 1'])(
    'a plain member is refused, politely: %s',
    async (text) => {
      const channel = createChannel();
      await channel.hear('digest subscribe friday 9 UTC');
      const before = await channel.subscriptions();
      expect(await channel.say(text, { user: 'member' })).toBe(
        `Only who may manage the channel

Digests are set up and changed by people who may manage the channel. Ask one of them; everybody may see them: /genai digest list, /genai digest preview, /genai digest status`,
      );
      expect(await channel.subscriptions()).toEqual(before);
    },
  );

  test.each(['digest list', 'digest preview', 'digest status'])('everybody may see them: %s', async (text) => {
    const channel = createChannel();
    await channel.hear('digest subscribe friday 9 UTC');
    channel.asked.length = 0;
    expect(await channel.say(text, { user: 'member' })).not.toContain('may manage');
    expect(channel.asked).toEqual([]);
  });

  test('where the platform cannot tell, nothing is changed and that is said', async () => {
    const channel = createChannel({ may: () => Promise.reject(new Error('token xoxb-secret is gone')) });
    const said = await channel.say('digest subscribe monday 9 UTC');
    expect(said).toContain('I could not find out whether you are one');
    expect(said).not.toContain('secret');
    expect(await channel.subscriptions()).toEqual([]);
  });

  test('a user of the operator’s list may, in any channel', async () => {
    const channel = createChannel({ may: () => Promise.resolve(false), managers: ['U7'] });
    await channel.hear('digest subscribe monday 9 UTC', { user: 'U7' });
    expect(await channel.subscriptions()).toHaveLength(1);
  });
});

describe('seeing digests', () => {
  test('an empty channel is told how to get one', async () => {
    expect(await createChannel().say('digest list')).toContain('/genai digest subscribe monday 09:00 Europe/Berlin');
  });

  test('the list numbers them and marks the operator’s', async () => {
    const channel = createChannel();
    const { put } = operatorSubscriptions([operatorsWish], [], sunday - day);
    for (const subscription of put) await channel.state.addSubscription(subscription);
    await channel.hear('digest subscribe monthly 30 9am UTC chinese');
    expect(await channel.say('digest list')).toBe(`Digests in this channel

• 1. Every Friday at 16:00 (UTC) — Chips · English · next Fri 27 Nov 2026, 16:00 · set up by the operator
• 2. On day 30 of each month (or its last day) at 09:00 (UTC) — all · Chinese · next Mon 30 Nov 2026, 09:00

With the number: /genai digest pause 2, /genai digest resume 2, /genai digest unsubscribe 2`);
  });

  test('status tells of each its state, next and last one', async () => {
    const channel = createChannel();
    await channel.hear('digest subscribe monday 9 UTC chips');
    await channel.hear('digest subscribe friday 9 UTC talent');
    await channel.beatAt(Date.UTC(2026, 10, 23, 9));
    await channel.hear('digest pause 2');
    expect(await channel.say('digest status')).toBe(`How the digests here are doing

• 1. Every Monday at 09:00 (UTC) — active · next Mon 30 Nov 2026, 09:00 · last Mon 23 Nov 2026, 09:00: posted
• 2. Every Friday at 09:00 (UTC) — paused by somebody here · none posted yet`);
  });

  test('a digest that the platform refused shows the reason, and one click resumes it', async () => {
    const channel = createChannel();
    await channel.hear('digest subscribe monday 9 UTC chips');
    channel.fake.setWeather({ post: { kind: 'refused', reason: 'is_archived', permanent: true } });
    await channel.beatAt(Date.UTC(2026, 10, 23, 9));
    const reply = await channel.hear('digest status');
    expect(toText(reply)).toContain(
      'paused because it could not be posted: is_archived · last Mon 23 Nov 2026, 09:00: refused (is_archived)',
    );
    channel.fake.setWeather({ post: 'ok' });
    await channel.hear(reply.actions[0]?.text ?? '');
    expect(await channel.subscriptions()).toMatchObject([{ status: 'active', next: Date.UTC(2026, 10, 30, 9) }]);
    await channel.beatAt(Date.UTC(2026, 10, 30, 9));
    expect(channel.fake.posts).toHaveLength(1);
  });

  test('of several paused digests each has a click that says which it resumes', async () => {
    const channel = createChannel();
    for (const when of ['monday', 'tuesday']) await channel.hear(`digest subscribe ${when} 9 UTC`);
    for (const number of [1, 2]) await channel.hear(`digest pause ${number}`);
    const { actions } = await channel.hear('digest list');
    expect(actions.slice(0, 2).map(({ label, text }) => [label, text])).toEqual([
      ['Resume 1', 'digest resume dig1xy'],
      ['Resume 2', 'digest resume dig2xy'],
    ]);
  });

  test('a quiet week is told in the language of who asks', async () => {
    const channel = createChannel();
    await channel.hear('digest subscribe monday 9 UTC chips skip');
    const slot = Date.UTC(2026, 10, 23, 9);
    const [subscription] = await channel.subscriptions();
    if (!subscription) throw new Error('no subscription');
    const { id, workspace, channel: to } = subscription;
    const reply = await channel.hear('digest list');
    await channel.state.planDelivery(
      {
        id: 'd1',
        subscription: id,
        platform: 'chat',
        workspace,
        channel: to,
        slot,
        window: { from: 0, to: slot },
        status: 'skipped',
        reply,
        facts: [],
        attempts: 0,
        notBefore: slot,
        reason: 'nothing new or untold in this period',
      },
      { ...subscription, next: slot + 7 * day },
    );
    expect(await channel.say('简报 状态')).toContain('已略过（没有新的或未讲过的内容）');
  });
});

describe('changing digests', () => {
  test('the only one needs no number; of several one is to be named', async () => {
    const channel = createChannel();
    await channel.hear('digest subscribe monday 9 UTC chips');
    expect(await channel.say('digest pause')).toContain('The digest is paused');
    await channel.hear('digest subscribe friday 9 UTC');
    expect(await channel.say('digest resume')).toContain('Say its number');
    expect(await channel.say('digest resume #1')).toContain('The next one comes Mon 23 Nov 2026, 09:00');
    expect(await channel.say('digest pause 3')).toContain('no digest of that number');
    expect(await channel.say('digest unsubscribe 2')).toContain('The digest is removed');
    expect(await channel.subscriptions()).toMatchObject([{ id: 'dig1xy', status: 'active', pause: undefined }]);
  });

  test.each([
    ['digest pause 1', 'active', 'paused'],
    ['digest resume 1', 'paused', 'active'],
  ] as const)('what the clock does while it is changed is not undone: %s', async (text, before, after) => {
    const channel = createChannel();
    await channel.hear('digest subscribe monday 9 UTC');
    await channel.put({ status: before });
    const [made] = await channel.subscriptions();
    let beats = 0;
    channel.afterEachRead(() => {
      beats++;
      return channel.state.changeSubscription('dig1xy', (current) => ({
        ...current,
        windowFrom: current.windowFrom + 1,
      }));
    });
    await channel.hear(text);
    const windowFrom = (made?.windowFrom ?? 0) + beats;
    expect(await channel.state.subscription('dig1xy')).toMatchObject({ status: after, windowFrom });
  });

  test('a digest that is removed while it is paused does not come back', async () => {
    const channel = createChannel();
    await channel.hear('digest subscribe monday 9 UTC');
    channel.afterEachRead(() => channel.state.removeSubscription('dig1xy'));
    expect(await channel.say('digest pause 1')).toContain('No such digest');
    expect(await channel.subscriptions()).toEqual([]);
  });

  test('a click on an old button never changes another digest than the one it stood for', async () => {
    const channel = createChannel();
    const first = await channel.hear('digest subscribe monday 9 UTC');
    await channel.hear('digest subscribe friday 9 UTC');
    const remove = first.actions.find(({ text }) => text.includes('unsubscribe'))?.text ?? '';
    await channel.hear(remove);
    expect(await channel.say(remove)).toContain('no digest of that number');
    expect(await channel.subscriptions()).toMatchObject([{ id: 'dig2xy' }]);
  });

  test('one that was removed can be set up again by a click', async () => {
    const channel = createChannel();
    await channel.hear('digest subscribe every other friday 9 UTC chips skip');
    const [before] = await channel.subscriptions();
    const removed = await channel.hear('digest unsubscribe');
    await channel.hear(removed.actions[0]?.text ?? '');
    const { schedule, topics, lang, quiet } = before ?? {};
    expect(await channel.subscriptions()).toMatchObject([{ schedule, topics, lang, quiet }]);
  });

  test('after a month’s pause one digest comes, and its window begins where the last one ended', async () => {
    const channel = createChannel();
    await channel.hear('digest subscribe daily 9 UTC');
    await channel.beatAt(Date.UTC(2026, 10, 23, 9));
    await channel.hear('digest pause');
    for (let at = Date.UTC(2026, 10, 24, 9); at < Date.UTC(2026, 11, 24); at += day) await channel.beatAt(at);
    expect(channel.fake.posts).toHaveLength(1);
    expect(await channel.say('digest resume')).toContain('The next one comes Thu 24 Dec 2026, 09:00');
    await channel.beatAt(Date.UTC(2026, 11, 24, 9));
    expect(channel.fake.posts).toHaveLength(2);
    const [last] = await channel.state.deliveriesOf('dig1xy', 1);
    expect(last?.window).toEqual({ from: Date.UTC(2026, 10, 23, 9), to: Date.UTC(2026, 11, 24, 9) });
  });

  test('the operator’s are not changed from chat, but resumed after the platform paused them', async () => {
    const channel = createChannel();
    const { put } = operatorSubscriptions([{ ...operatorsWish, workspace: 'T1' }], [], sunday);
    for (const subscription of put) await channel.state.addSubscription(subscription);
    const before = await channel.subscriptions();
    expect(await channel.say('digest pause 1')).toContain('Whoever runs this bot has set that digest up');
    expect(await channel.say(`digest unsubscribe ${operatorId('id/board')}`)).toContain('Nothing was changed');
    expect(await channel.subscriptions()).toEqual(before);
    await channel.put({ status: 'paused', pause: { by: 'platform', reason: 'not_in_channel' } });
    await channel.hear('digest resume 1', { user: 'member' });
    expect(await channel.subscriptions()).toMatchObject([{ status: 'paused' }]);
    await channel.hear('digest resume 1');
    expect(await channel.subscriptions()).toMatchObject([{ status: 'active' }]);
  });

  test('who was told in a direct message that theirs is paused resumes it there, with the rights of its channel', async () => {
    const channel = createChannel();
    await channel.hear('digest subscribe monday 9 UTC');
    await channel.put({ status: 'paused', pause: { by: 'platform', reason: 'is_archived' } });
    channel.asked.length = 0;
    const direct = { channel: 'D9', workspace: '' };
    expect(await channel.say('digest resume dig1xy', { ...direct, user: 'member' })).toContain(
      'may manage the channel',
    );
    expect(await channel.say('digest resume dig1xy', direct)).toContain('The digest goes on');
    expect(channel.asked).toEqual(['T1/C1/member', 'T1/C1/manager']);
  });

  test('a digest of another workspace is not there', async () => {
    const channel = createChannel();
    await channel.hear('digest subscribe monday 9 UTC');
    expect(await channel.say('digest unsubscribe dig1xy', { workspace: 'T2', channel: 'C8' })).toContain(
      'No digest here yet',
    );
    expect(await channel.subscriptions()).toHaveLength(1);
  });
});

describe('the preview', () => {
  test.each([
    'digest subscribe monday 9 Berlin chips talent',
    '简报 订阅 每月 1 日 9点 上海',
    'digest subscribe daily 9 UTC data skip',
  ])('is what is then delivered, byte for byte, week after week: %s', async (wish) => {
    const channel = createChannel();
    await channel.hear(wish);
    for (let count = 1; count <= 4; count++) {
      const previewed = await channel.hear('digest preview');
      const [subscription] = await channel.subscriptions();
      await channel.beatAt(subscription?.next ?? 0);
      expect(channel.fake.posts).toHaveLength(count);
      expect(JSON.stringify(channel.fake.posts.at(-1)?.reply)).toBe(JSON.stringify(previewed));
    }
  });

  test('does not repeat what a digest on its way is about to tell', async () => {
    const channel = createChannel();
    await channel.hear('digest subscribe monday 9 UTC');
    channel.fake.nextPosts({ kind: 'wait', ms: 3_600_000 });
    await channel.beatAt(Date.UTC(2026, 10, 23, 9));
    const previewed = await channel.hear('digest preview');
    await channel.beatAt(Date.UTC(2026, 10, 23, 10));
    await channel.beatAt(Date.UTC(2026, 10, 30, 9));
    expect(channel.fake.posts).toHaveLength(2);
    expect(channel.fake.posts[1]?.reply).toEqual(previewed);
  });

  test('after a sleep of the machine is of the one digest that then comes', async () => {
    const channel = createChannel();
    await channel.hear('digest subscribe monday 9 UTC');
    channel.sleepUntil(Date.UTC(2026, 11, 14, 10));
    const previewed = await channel.hear('digest preview');
    await channel.beatAt(Date.UTC(2026, 11, 14, 10));
    expect(channel.fake.posts.map(({ reply }) => reply)).toEqual([previewed]);
  });

  test('of a digest whose slot a new rule of its zone has moved is of the moved slot', async () => {
    const channel = createChannel();
    await channel.hear('digest subscribe monday 9 UTC');
    await channel.put({ next: Date.UTC(2026, 10, 23, 8) });
    const previewed = await channel.hear('digest preview');
    await channel.beatAt(Date.UTC(2026, 10, 23, 8));
    await channel.beatAt(Date.UTC(2026, 10, 23, 9));
    expect(channel.fake.posts.map(({ reply }) => reply)).toEqual([previewed]);
  });

  test('of a paused digest is what comes if it is resumed now', async () => {
    const channel = createChannel();
    await channel.hear('digest subscribe monday 9 UTC chips');
    await channel.hear('digest pause');
    await channel.beatAt(Date.UTC(2026, 11, 2));
    const previewed = await channel.hear('digest preview 1');
    await channel.hear('digest resume');
    await channel.beatAt(Date.UTC(2026, 11, 7, 9));
    expect(channel.fake.posts.map(({ reply }) => reply)).toEqual([previewed]);
  });

  test('without a number is of the digest that comes next, paused ones left aside', async () => {
    const channel = createChannel();
    await channel.hear('digest subscribe friday 9 UTC chips');
    await channel.hear('digest subscribe tuesday 9 UTC talent');
    expect(await channel.say('digest preview')).toContain('Topics: Talent');
    expect(await channel.say('digest preview 1')).toContain('Topics: Chips');
    await channel.hear('digest pause 2');
    expect(await channel.say('digest preview')).toContain('Topics: Chips');
  });

  test('where none is set up is a sample, of the topics that are named, and says that it is one', async () => {
    const said = await createChannel().say('digest preview chips', { zone: 'Asia/Tokyo' });
    expect(said).toContain('A sample: no such digest is set up here.');
    expect(said).toContain('Topics: Chips');
    expect(said).toContain('(Asia/Tokyo)');
    expect(await createChannel().say('digest preview qwertzui')).toContain('No digest here yet');
  });
});

describe('in a terminal, which has no channel', () => {
  const here = { on: 'terminal', workspace: '', channel: 'terminal' };
  test.each(['digest', 'digest status', 'digest subscribe monday 9 UTC', 'digest pause 1'])(
    '%s says so',
    async (text) => {
      const channel = createChannel();
      expect(await channel.say(text, here)).toContain('There is no channel here');
      expect(await channel.state.subscriptionsBy('terminal')).toEqual([]);
    },
  );

  test('a preview is a sample', async () => {
    expect(await createChannel().say('简报 预览', here)).toContain('样例');
  });
});
