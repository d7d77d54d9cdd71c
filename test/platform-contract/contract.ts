/** What every platform promises to the rest of the house: one suite, whatever stands behind the port. */
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Ask, Place } from '../../src/core/ask.ts';
import { notice } from '../../src/core/compose.ts';
import type { Mind } from '../../src/core/mind.ts';
import type { OnAsk, Platform } from '../../src/core/platform.ts';
import { replyOfEveryKind } from './replies.ts';

/** A platform that is not started, and the people on its other side. */
export interface Rig {
  readonly platform: Platform;
  readonly manager: Place;
  /** Somebody who may not manage the channel; nobody where it belongs to one person. */
  readonly member: Place | undefined;
  /** The manager says something to the bot; ends, at the latest, when it is answered. */
  say(text: string): Promise<unknown>;
  /** What the bot has said in the manager's channel. */
  shown(): string;
  /** What the bot has told the manager directly. */
  direct(): string;
  /** What went beyond a limit of the platform. */
  complaints(): string[];
  /** Nobody answers there any more; nothing where there is no line that could break. */
  readonly vanish: (() => Promise<void>) | undefined;
  close(): Promise<void>;
}

const hello = notice('en', 'Hello there', { text: 'This is a reply.' });
const id = 'delivery-of-25-characters';
const noEvents = () => Promise.resolve();

interface Traits {
  /** The name that subscriptions know it by. */
  readonly name: string;
  /** Whether what was posted can be looked for. */
  readonly keepsMessages: boolean;
  /** What its replies are made from. */
  readonly mind: Mind;
}

export function platformContract({ name, keepsMessages, mind }: Traits, makeRig: () => Promise<Rig>): void {
  describe(`the platform ${name}`, () => {
    let rig: Rig;
    beforeEach(async () => {
      const made = await makeRig();
      rig = made;
      onTestFinished(() => made.close());
    });

    /** Starts it with a bot that greets, and gives what it hears. */
    async function start(answer: OnAsk = () => Promise.resolve(hello)): Promise<Ask[]> {
      const heard: Ask[] = [];
      const onAsk: OnAsk = (ask) => {
        heard.push(ask);
        return answer(ask);
      };
      await rig.platform.start({ onAsk, onEvent: noEvents });
      return heard;
    }

    test('has the name that subscriptions know it by', () => {
      expect(rig.platform.name).toBe(name);
      expect(rig.manager.platform).toBe(name);
    });

    test('hands over what is said, with where it was said, and shows the reply', async () => {
      const heard = await start();
      await rig.say('chips');
      await expect.poll(rig.shown, { interval: 2 }).toContain(hello.title);
      const { platform, workspace, channel, user } = rig.manager;
      expect(heard).toMatchObject([{ text: 'chips', from: { platform, workspace, channel, user } }]);
    });

    test('says nothing where the reply is nothing', async () => {
      const heard = await start(() => Promise.resolve(undefined));
      void rig.say('chips').catch(() => undefined);
      await expect.poll(() => heard.length, { interval: 2 }).toBe(1);
      await rig.platform.stop();
      expect(rig.shown()).toBe('');
    });

    test('posts once, with an id by which the post is found', async () => {
      await start();
      const since = Date.now() - 1000;
      const posted = await rig.platform.post(rig.manager, hello, id);
      expect(posted).toEqual({ kind: 'posted', message: expect.any(String) });
      expect(rig.shown().split(hello.title)).toHaveLength(2);
      const found = await rig.platform.findPost(rig.manager, id, since);
      const other = await rig.platform.findPost(rig.manager, 'another-one-of-25-letters', since);
      if (keepsMessages) expect(found).toEqual({ ...posted, kind: 'found' });
      expect(other.kind).toBe(keepsMessages ? 'absent' : 'cannot-look');
    });

    test('tells one person directly', async () => {
      await start();
      const { user, workspace } = rig.manager;
      expect((await rig.platform.tell(user, hello, workspace)).kind).toBe('posted');
      expect(rig.direct()).toContain(hello.title);
    });

    test('knows who may manage a channel', async () => {
      await start();
      expect(await rig.platform.mayManage(rig.manager)).toBe(true);
      if (rig.member) expect(await rig.platform.mayManage(rig.member)).toBe(false);
    });

    test.each(['en', 'zh'] as const)('shows a reply of every kind within its limits, in %s', async (lang) => {
      await start();
      for (const [index, reply] of replyOfEveryKind(mind, lang).entries()) {
        const outcome = await rig.platform.post(rig.manager, reply, `${id.slice(0, -2)}${index}`);
        expect(outcome, reply.kind).toMatchObject({ kind: 'posted' });
        expect(rig.shown()).toContain(reply.title);
      }
      expect(rig.complaints()).toEqual([]);
    });

    test('lets a reply that is under way finish when it stops, and hears nothing more', async () => {
      const thought = Promise.withResolvers<void>();
      const heard = await start(async () => {
        await thought.promise;
        return hello;
      });
      void rig.say('first').catch(() => undefined);
      await expect.poll(() => heard.length, { interval: 2 }).toBe(1);
      const stopped = rig.platform.stop();
      void rig.say('second').catch(() => undefined);
      thought.resolve();
      await stopped;
      expect(rig.shown()).toContain(hello.title);
      expect(heard.map(({ text }) => text)).toEqual(['first']);
    });

    test('takes no harm from stopping twice', async () => {
      await start();
      await rig.platform.stop();
      await rig.platform.stop();
    });

    test('takes no harm from stopping before it starts', async () => {
      await rig.platform.stop();
    });

    test('makes a broken line an outcome, never an error', async ({ skip }) => {
      if (!rig.vanish) return skip();
      await start();
      await rig.vanish();
      const { user, workspace } = rig.manager;
      const outcomes = await Promise.all([
        rig.platform.post(rig.manager, hello, id),
        rig.platform.tell(user, hello, workspace),
        rig.platform.findPost(rig.manager, id, 0),
      ]);
      const [post, told, found] = outcomes.map(({ kind }) => kind);
      expect(['wait', 'uncertain']).toContain(post);
      expect(['wait', 'uncertain', 'refused']).toContain(told);
      expect(found).toBe('cannot-look');
    });
  });
}
