import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../src/core/delivery.ts';
import { deliveryId } from '../../src/core/delivery-id.ts';
import { afterLoss, makeDelivery, noticeOf } from '../../src/core/delivery-make.ts';
import { type Due, dueSlot, resumed } from '../../src/core/delivery-plan.ts';
import { type DeliveryEvent, defaultPolicy, isOpen, isSilent, type Step, step } from '../../src/core/delivery-step.ts';
import type { Digest } from '../../src/core/digest.ts';
import { toText } from '../../src/core/plain.ts';
import type { FindOutcome, PostOutcome } from '../../src/core/platform.ts';
import type { Reply } from '../../src/core/reply.ts';
import { nextSlot } from '../../src/core/schedule.ts';
import { aSubscription, day, hour, monday, week } from '../support/delivery-world.ts';

const second = 1_000;
const { grace } = defaultPolicy;

const reply: Reply = { kind: 'digest', lang: 'en', title: 'T', sections: [], citations: [], footer: [], actions: [] };

/** A delivery as a claim gives it out: `sending`, its attempt counted. */
function claimedAt(at: number, over: Partial<Delivery> = {}): Delivery {
  const { id, platform, workspace, channel } = aSubscription();
  return {
    id: deliveryId(id, monday),
    subscription: id,
    platform,
    workspace,
    channel,
    slot: monday,
    window: { from: monday - week, to: monday },
    status: 'sending',
    reply,
    facts: ['s/a'],
    attempts: 1,
    notBefore: monday,
    firstTriedAt: at,
    owner: 'p1',
    leaseUntil: at + defaultPolicy.lease,
    ...over,
  };
}

const next = (delivery: Delivery, event: DeliveryEvent): Step => step(delivery, event, defaultPolicy);
/** By a process that was there when the slot came. */
const here = { kind: 'claimed', since: monday } as const;
const claim = (at: number): DeliveryEvent => ({ ...here, at, claimedAt: at });
/** By one that has come since. */
const claimAfresh = (at: number): DeliveryEvent => ({ ...here, since: monday + 1, at, claimedAt: at });
const posted = (at: number, outcome: PostOutcome): DeliveryEvent => ({ kind: 'posted', at, outcome });
const looked = (at: number, outcome: FindOutcome) => ({ kind: 'looked', at, claimedAt: at, outcome }) as const;
const kinds = ({ effects }: Step) => effects.map(({ kind }) => kind);

const soon = monday + 5 * second;
const late = monday + grace + 1;
/** Tried a minute ago, without a certain answer. */
const inDoubt = claimedAt(monday, { attempts: 2, reason: 'timeout' });

/** Too late, and surely not posted. */
const lost = next(next(claimedAt(late), claimAfresh(late)).delivery, looked(late, { kind: 'absent' }));

describe('a delivery that is claimed', () => {
  test('is sent, its lease beginning anew before the call', () => {
    const made = next(claimedAt(soon), { ...here, at: soon + 30 * second, claimedAt: soon });
    expect(made.effects).toEqual([{ kind: 'send' }]);
    expect(made.delivery).toMatchObject({ status: 'sending', leaseUntil: soon + 30 * second + defaultPolicy.lease });
  });

  test('is looked for first where an earlier attempt may stand, an hour further back than it began', () => {
    expect(next(inDoubt, claim(soon)).effects).toEqual([{ kind: 'look', since: monday - hour }]);
  });

  test('whose slot came before the process did is looked for: a restored backup does not know what was posted', () => {
    expect(next(claimedAt(soon), claimAfresh(soon)).effects).toEqual([{ kind: 'look', since: monday - hour }]);
  });

  test('long after its slot is sent without a look where the process was there, as ten thousand others came first', () => {
    const at = late - 1;
    expect(kinds(next(claimedAt(at), claim(at)))).toEqual(['send']);
  });

  test.for([
    ['and is sent where it is not found', { kind: 'absent' }],
    ['and is sent where nobody can look, as this state has sent nothing', { kind: 'cannot-look', reason: 'scope' }],
  ] as const)('whose slot came before the process is looked for first, %s', ([, outcome]) => {
    const { delivery } = next(claimedAt(soon), claimAfresh(soon));
    expect(kinds(next(delivery, looked(soon, outcome)))).toEqual(['send']);
  });

  test('whose slot came before the process is not sent because a look fails for a while: it is looked for again', () => {
    const passing = { kind: 'cannot-look', reason: 'slow down', isPassing: true } as const;
    const { delivery } = next(claimedAt(soon), claimAfresh(soon));
    const made = next(delivery, looked(soon, passing));
    expect(made.effects).toEqual([]);
    expect(made.delivery).toMatchObject({ status: 'planned', notBefore: soon + 15 * second, reason: 'slow down' });
    const last = next(claimedAt(late), looked(late, passing));
    expect(last.delivery).toMatchObject({ status: 'skipped', reason: 'too late (slow down)' });
  });

  test('after the grace is left out with the reason, and told', () => {
    expect(lost.delivery).toMatchObject({ status: 'skipped', reason: 'too late' });
    expect(kinds(lost)).toEqual(['tell', 'uncover']);
  });

  test('is looked for after the grace too, as it may stand', () => {
    expect(kinds(next(inDoubt, claim(late)))).toEqual(['look']);
  });

  test('is not sent for a subscription that was paused meanwhile, which is no news to anybody', () => {
    const made = next(claimedAt(soon), { ...here, at: soon, claimedAt: soon, withdrawn: 'paused' });
    expect(made.delivery).toMatchObject({ status: 'skipped', reason: 'paused' });
    expect(kinds(made)).toEqual(['uncover']);
    expect(isSilent(made.delivery)).toBe(false);
  });

  test('waits, as free as before, while its platform cannot be called', () => {
    const hold = { ms: 60 * second, reason: 'not connected' };
    const made = next(claimedAt(soon), { ...here, at: soon, claimedAt: soon, hold });
    expect(made.effects).toEqual([]);
    expect(made.delivery).toMatchObject({ status: 'planned', notBefore: soon + 60 * second, reason: 'not connected' });
    expect(made.delivery.firstTriedAt).toBeUndefined();
  });

  test('stays in doubt while its platform cannot be called, and unknown when the grace is over', () => {
    const hold = { ms: 60 * second, reason: 'not connected' };
    const held = (at: number) => next(inDoubt, { ...here, at, claimedAt: at, hold });
    expect(held(soon).delivery).toMatchObject({ status: 'sending', firstTriedAt: monday });
    expect(held(late).delivery).toMatchObject({ status: 'unknown', reason: 'not connected' });
    expect(kinds(held(late))).toEqual(['tell', 'alarm', 'uncover']);
  });

  test('is left out when its platform was away for all of the grace', () => {
    const hold = { ms: 60 * second, reason: 'not connected' };
    const made = next(claimedAt(late), { ...here, at: late, claimedAt: late, hold });
    expect(made.delivery).toMatchObject({ status: 'skipped', reason: 'too late (not connected)' });
    expect(isSilent(made.delivery)).toBe(true);
  });
});

describe('the answer to a post', () => {
  const sent = claimedAt(soon);

  test('that it stands settles it, with the message', () => {
    const made = next(sent, posted(soon, { kind: 'posted', message: 'm1' }));
    expect(made).toMatchObject({ delivery: { status: 'delivered', message: 'm1' }, effects: [] });
  });

  test('that it must wait frees it for the time that is told, with nothing to look for', () => {
    const { delivery, effects } = next(sent, posted(soon, { kind: 'wait', ms: 30 * second }));
    expect(effects).toEqual([]);
    expect(delivery).toMatchObject({ status: 'planned', notBefore: soon + 30 * second });
    expect(delivery.firstTriedAt).toBeUndefined();
  });

  test('that it must wait longer than the grace leaves it to be settled right after the grace', () => {
    const { delivery } = next(sent, posted(soon, { kind: 'wait', ms: week }));
    expect(delivery.notBefore).toBe(late);
  });

  test.for([
    [1, 15],
    [2, 30],
    [4, 120],
    [40, 900],
  ] as const)(
    'that is uncertain keeps it in doubt: after attempt %d the next is %d seconds later',
    ([attempts, wait]) => {
      const tried = claimedAt(soon, { attempts, firstTriedAt: monday });
      const { delivery, effects } = next(tried, posted(soon, { kind: 'uncertain', reason: '503' }));
      const again = soon + wait * second;
      expect(effects).toEqual([]);
      expect(delivery).toMatchObject({ status: 'sending', notBefore: again, leaseUntil: again, firstTriedAt: monday });
    },
  );

  test('that refuses it for good pauses the subscription with the reason, and tells', () => {
    const made = next(sent, posted(soon, { kind: 'refused', reason: 'archived', permanent: true }));
    expect(made.delivery).toMatchObject({ status: 'failed', reason: 'archived' });
    expect(made.effects).toEqual([{ kind: 'tell' }, { kind: 'uncover' }, { kind: 'pause', reason: 'archived' }]);
  });

  test('that refuses it this time is tried again within the grace, then it has failed, and is told', () => {
    const refusal = { kind: 'refused', reason: 'internal', permanent: false } as const;
    expect(next(sent, posted(soon, refusal))).toMatchObject({
      delivery: { status: 'planned', notBefore: soon + 15 * second, reason: 'internal' },
      effects: [],
    });
    const last = next(sent, posted(late - 10 * second, refusal));
    expect(last.delivery).toMatchObject({ status: 'failed', reason: 'internal' });
    expect(kinds(last)).toEqual(['tell', 'uncover']);
  });
});

describe('a look for an earlier post', () => {
  test('that finds it settles it', () => {
    const made = next(inDoubt, looked(soon, { kind: 'found', message: 'm1' }));
    expect(made).toMatchObject({ delivery: { status: 'delivered', message: 'm1' }, effects: [] });
  });

  test('that surely does not find it lets it be sent, and be looked for from the first attempt on', () => {
    const made = next(inDoubt, looked(soon, { kind: 'absent' }));
    expect(made.effects).toEqual([{ kind: 'send' }]);
    expect(made.delivery).toMatchObject({ firstTriedAt: monday, leaseUntil: soon + defaultPolicy.lease });
  });

  test('that surely does not find it after the grace leaves it out, with the last answer', () => {
    const made = next(inDoubt, looked(late, { kind: 'absent' }));
    expect(made.delivery).toMatchObject({ status: 'skipped', reason: 'too late (timeout)' });
    expect(kinds(made)).toEqual(['tell', 'uncover']);
  });

  test('that does not find it for a paused subscription leaves it out', () => {
    const made = next(inDoubt, { ...looked(soon, { kind: 'absent' }), withdrawn: 'paused' });
    expect(made.delivery).toMatchObject({ status: 'skipped', reason: 'paused' });
  });

  test('that cannot be made is made again within the grace; then it is unknown, told, and the operator alarmed', () => {
    const blind = { kind: 'cannot-look', reason: 'missing_scope' } as const;
    const again = next(inDoubt, looked(soon, blind));
    expect(again).toMatchObject({ delivery: { status: 'sending', notBefore: soon + 30 * second }, effects: [] });
    const last = next(inDoubt, looked(late, blind));
    expect(last.delivery).toMatchObject({ status: 'unknown', reason: 'missing_scope' });
    expect(kinds(last)).toEqual(['tell', 'alarm', 'uncover']);
  });
});

describe('whatever happens', () => {
  const outcome = fc.oneof(
    fc.record({ kind: fc.constant('posted' as const), message: fc.string() }),
    fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(week) }),
    fc.record({ kind: fc.constant('refused' as const), reason: fc.string(), permanent: fc.boolean() }),
    fc.record({ kind: fc.constant('uncertain' as const), reason: fc.string() }),
  );
  const find = fc.oneof(
    fc.record({ kind: fc.constant('found' as const), message: fc.string() }),
    fc.record({ kind: fc.constant('absent' as const) }),
    fc.record({ kind: fc.constant('cannot-look' as const), reason: fc.string(), isPassing: fc.boolean() }),
  );
  const fate = fc.record({ pause: fc.nat(4 * hour), outcome, find, crashes: fc.boolean(), isAfresh: fc.boolean() });

  test('nothing is sent while an earlier attempt may stand, nothing after the grace, and every loss is told', () => {
    fc.assert(
      fc.property(fc.array(fate, { maxLength: 30 }), (fates) => {
        let row = claimedAt(monday, { status: 'planned', attempts: 0, firstTriedAt: undefined });
        let mayStand = false;
        let now = monday;
        for (const { pause, crashes, isAfresh, ...answers } of fates) {
          now = Math.max(now + pause, row.notBefore, row.status === 'sending' ? (row.leaseUntil ?? 0) : 0);
          row = { ...row, status: 'sending', attempts: row.attempts + 1, firstTriedAt: row.firstTriedAt ?? now };
          let made = next(row, isAfresh ? claimAfresh(now) : claim(now));
          for (let call = made.effects[0]; call?.kind === 'look' || call?.kind === 'send'; call = made.effects[0]) {
            row = made.delivery;
            if (call.kind === 'look') {
              made = next(row, looked(now, answers.find));
              if (answers.find.kind === 'absent') mayStand = false;
              continue;
            }
            expect(mayStand).toBe(false);
            expect(now).toBeLessThanOrEqual(monday + grace);
            mayStand = crashes || answers.outcome.kind === 'uncertain';
            if (crashes) break;
            made = next(row, posted(now, answers.outcome));
          }
          if (crashes) continue;
          row = made.delivery;
          const isLost = ['skipped', 'failed', 'unknown'].includes(row.status);
          expect(kinds(made).includes('tell')).toBe(isLost);
          if (!isOpen(row)) break;
          expect(row.notBefore).toBeGreaterThanOrEqual(now);
          expect(row.notBefore).toBeLessThanOrEqual(Math.max(now, late));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a delivery is settled by the first answer after the grace', () => {
    fc.assert(
      fc.property(find, outcome, fc.constantFrom('in doubt', 'afresh', 'new'), (found, answer, how) => {
        const claimed = how === 'in doubt' ? inDoubt : claimedAt(late);
        let made = next(claimed, how === 'afresh' ? claimAfresh(late) : claim(late));
        if (kinds(made)[0] === 'look') made = next(made.delivery, looked(late, found));
        expect(kinds(made)).not.toContain('send');
        expect(isOpen(made.delivery)).toBe(false);
        expect(isOpen(next(claimedAt(late), posted(late, answer)).delivery)).toBe(
          answer.kind === 'wait' || answer.kind === 'uncertain',
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('what is planned', () => {
  const daily = { rhythm: { kind: 'weekly', days: [1, 2, 3, 4, 5, 6, 7] }, time: '09:00', zone: 'UTC' } as const;
  const nine = monday + hour;

  test('is the slot that has come, with the window since the last one', () => {
    expect(dueSlot(aSubscription(), monday + 1)).toEqual({
      kind: 'due',
      slot: monday,
      window: { from: monday - week, to: monday },
      next: monday + week,
    });
  });

  test('after a week asleep is one digest, of the latest slot, for all the time since the last one', () => {
    const subscription = aSubscription({ schedule: daily, next: nine, windowFrom: nine - day });
    expect(dueSlot(subscription, nine + week + 5 * hour)).toEqual({
      kind: 'due',
      slot: nine + week,
      window: { from: nine - day, to: nine + week },
      next: nine + week + day,
    });
  });

  test('after a paused month is nothing before the next slot, and then one digest for the whole month', () => {
    const paused = aSubscription({ schedule: daily, status: 'paused', next: nine, windowFrom: nine - day });
    const back = resumed({ ...paused, pause: { by: 'person', reason: 'holidays' } }, nine + 30 * day + hour);
    expect(back).toMatchObject({ status: 'active', pause: undefined, next: nine + 31 * day });
    expect(dueSlot(back, back.next)).toMatchObject({ slot: back.next, window: { from: nine - day, to: back.next } });
  });

  test('waits where a new rule of the zone has moved the slot to later, and keeps its word where it moved to earlier', () => {
    const hourEarly = aSubscription({ next: monday - hour });
    expect(dueSlot(hourEarly, monday - hour)).toEqual({ kind: 'moved', next: monday });
    const hourLate = aSubscription({ next: monday + hour });
    expect(dueSlot(hourLate, monday + hour)).toMatchObject({ slot: monday + hour, next: monday + week });
  });

  test('never is a slot twice, whatever the wakes, and leaves no time uncovered', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 * day }), { maxLength: 20 }), (wakes) => {
        let subscription = aSubscription({ schedule: { ...daily, zone: 'Europe/Berlin' }, next: monday });
        let now = monday - day;
        const slots: number[] = [];
        for (const sleep of wakes) {
          now += sleep;
          if (subscription.next > now) continue;
          const due = dueSlot(subscription, now);
          if (due.kind === 'moved') throw new Error('no rule has changed');
          expect(due.slot).toBeGreaterThanOrEqual(subscription.next);
          expect(due.slot).toBeLessThanOrEqual(now);
          expect(due.next).toBe(nextSlot(subscription.schedule, now));
          expect(due.window).toEqual({ from: slots.at(-1) ?? monday - week, to: due.slot });
          slots.push(due.slot);
          subscription = { ...subscription, next: due.next, windowFrom: due.slot };
        }
        expect(slots).toEqual([...new Set(slots)].toSorted((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });

  const due: Extract<Due, { kind: 'due' }> = {
    kind: 'due',
    slot: monday,
    window: { from: monday - week, to: monday },
    next: monday + week,
  };

  test('is stored with its reply and its facts, due at its slot', () => {
    const digest: Digest = { kind: 'digest', reply, facts: ['s/a'], startsOver: false };
    expect(makeDelivery(aSubscription(), due, digest)).toMatchObject({
      id: deliveryId('sub', monday),
      status: 'planned',
      attempts: 0,
      notBefore: monday,
      reply,
      facts: ['s/a'],
      window: due.window,
    });
  });

  test('for a quiet period is a delivery left out on purpose, which is not silence', () => {
    const delivery = makeDelivery(aSubscription(), due, { kind: 'quiet', reply, reason: 'nothing new' });
    expect(delivery).toMatchObject({ status: 'skipped', reason: 'nothing new', facts: [] });
    expect(isSilent(delivery)).toBe(false);
  });
});

describe('after a digest that did not come', () => {
  const failed = next(claimedAt(soon), posted(soon, { kind: 'refused', reason: 'archived', permanent: true }));
  const planned = aSubscription({ next: monday + week, windowFrom: monday });

  test('its window comes with the next one', () => {
    expect(afterLoss(planned, lost)).toEqual({ ...planned, windowFrom: monday - week });
  });

  test('the window stays where the next digest is planned already', () => {
    const later = { ...planned, windowFrom: monday + week };
    expect(afterLoss(later, lost)).toEqual(later);
  });

  test('a permanent refusal pauses the subscription and keeps the reason', () => {
    expect(afterLoss(planned, failed)).toMatchObject({
      status: 'paused',
      pause: { by: 'platform', reason: 'archived' },
    });
  });

  test.for([
    [
      'en',
      failed,
      'The digest of Mon 23 Nov 2026, 09:00 for C was refused',
      'The digest is paused',
      ['digest resume sub'],
    ],
    ['en', lost, 'for C is left out: too late.', 'The next one is planned for Mon 30 Nov 2026, 09:00.', []],
    ['zh', lost, 'C 在 2026 年 11 月 23 日周一 09:00 的简报已略过：too late。', '下一期定于', []],
  ] as const)(
    'who made it is told in their language (%s) what happened and how it goes on',
    ([lang, made, what, how, actions]) => {
      const notice = noticeOf(made.delivery, afterLoss({ ...planned, lang }, made));
      expect(toText(notice)).toContain(what);
      expect(toText(notice)).toContain(how);
      expect(notice.actions.map(({ text }) => text)).toEqual(actions);
    },
  );
});

describe('the id of a delivery', () => {
  const anySlot = fc.integer({ min: 0, max: Date.UTC(2500, 0) });

  test('is always the same, and 25 characters that every platform takes', () => {
    expect(deliveryId('k3v9q2', monday)).toBe(deliveryId('k3v9q2', monday));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), anySlot, (id, slot) => /^[a-z0-9]{25}$/.test(deliveryId(id, slot))),
    );
  });

  test('is another one for every slot of a subscription', () => {
    fc.assert(
      fc.property(fc.string(), anySlot, anySlot, (id, one, other) => {
        expect(deliveryId(id, one) === deliveryId(id, other)).toBe(one === other);
      }),
    );
  });

  test('is another one for every subscription of a slot, however alike their ids are', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => (index % 2 === 0 ? `sub-${index}` : index.toString(36)));
    expect(new Set(ids.map((id) => deliveryId(id, monday))).size).toBe(ids.length);
  });
});
