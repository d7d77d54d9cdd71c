import type { Delivery } from '../../src/core/delivery.ts';
import type { Channel } from '../../src/core/platform.ts';
import type { Among, Memory, State, Unanswered } from '../../src/core/state.ts';
import type { Subscription } from '../../src/core/subscription.ts';

/** The state in plain maps, as the databases keep it: for tests that want no database. Ends with its object. */
export function createMemoryState(): State {
  const subscriptions = new Map<string, Subscription>();
  const deliveries = new Map<string, Delivery>();
  const told = new Map<string, Set<string>>();
  const events = new Map<string, number>();
  const threads = new Map<string, { memory: Memory; at: number }>();
  const unanswered = new Map<string, { counted: Unanswered; at: number }>();

  const placeOf = (platform: string, { workspace, channel }: Channel) => JSON.stringify([platform, workspace, channel]);
  const rowsOf = (subscription: string) =>
    [...deliveries.values()].filter((row) => row.subscription === subscription).toSorted((a, b) => b.slot - a.slot);
  const listed = (keep: (subscription: Subscription) => boolean) =>
    [...subscriptions.values()].filter(keep).toSorted((a, b) => a.madeAt - b.madeAt || byText(a.id, b.id));

  return {
    async takeEvent(id, now) {
      const isFirst = !events.has(id);
      if (isFirst) events.set(id, now);
      return isFirst;
    },
    recall: async (conversation) => threads.get(conversation)?.memory,
    async remember(conversation, memory, at) {
      threads.set(conversation, { memory, at });
    },
    async countUnanswered({ topic, lang, text }, now) {
      const key = `${topic}/${lang}`;
      const known = unanswered.get(key)?.counted ?? { topic, lang, count: 0, texts: [] };
      const texts =
        text === undefined ? known.texts : [...known.texts.filter((other) => other !== text), text].slice(-20);
      unanswered.set(key, { counted: { topic, lang, count: known.count + 1, texts }, at: now });
    },
    async unanswered() {
      const rows = [...unanswered.values()].toSorted(
        (a, b) => b.counted.count - a.counted.count || b.at - a.at || byText(a.counted.topic, b.counted.topic),
      );
      return rows.map(({ counted }) => counted);
    },

    async addSubscription(subscription) {
      if (subscriptions.has(subscription.id)) return false;
      subscriptions.set(subscription.id, subscription);
      return true;
    },
    async changeSubscription(id, change) {
      const current = subscriptions.get(id);
      const changed = current && change(current);
      if (changed) subscriptions.set(id, changed);
      return changed ?? current;
    },
    subscription: async (id) => subscriptions.get(id),
    subscriptionsOf: async (platform, to) => listed((one) => placeOf(one.platform, one) === placeOf(platform, to)),
    subscriptionsBy: async (platform) => listed((one) => one.platform === platform),
    async removeSubscription(id) {
      subscriptions.delete(id);
      for (const row of rowsOf(id)) {
        if (row.status !== 'planned') continue;
        deliveries.set(row.id, { ...row, status: 'skipped', reason: 'the subscription was removed' });
      }
    },
    async dueSubscriptions(now, limit, among) {
      const due = [...subscriptions.values()].filter(
        ({ status, next, platform }) => status === 'active' && next <= now && isAmong(platform, among),
      );
      return due.toSorted((a, b) => a.next - b.next || byText(a.id, b.id)).slice(0, limit);
    },

    async planDelivery(delivery, { id, next, windowFrom }) {
      const current = subscriptions.get(id);
      if (current?.status !== 'active' || current.next > delivery.slot) return false;
      if (deliveries.has(delivery.id) || rowsOf(id).some(({ slot }) => slot === delivery.slot)) return false;
      deliveries.set(delivery.id, delivery);
      subscriptions.set(id, { ...current, next, windowFrom });
      return true;
    },
    async claimDelivery({ owner, now, leaseUntil, among }) {
      const open = [...deliveries.values()].filter(
        (row) => isClaimable(row, now) && isAmong(row.platform, among) && subscriptions.has(row.subscription),
      );
      const [first] = open.toSorted((a, b) => freeSince(a) - freeSince(b) || byText(a.id, b.id));
      if (!first) return undefined;
      const taken: Delivery = {
        ...first,
        status: 'sending',
        owner,
        leaseUntil,
        attempts: first.attempts + 1,
        firstTriedAt: first.firstTriedAt ?? now,
      };
      deliveries.set(taken.id, taken);
      return taken;
    },
    async saveDelivery(delivery) {
      const row = deliveries.get(delivery.id);
      if (!row || row.owner !== delivery.owner || row.attempts !== delivery.attempts) return false;
      const { status, notBefore, firstTriedAt, message, reason } = delivery;
      const lease =
        status === 'sending'
          ? { owner: delivery.owner, leaseUntil: delivery.leaseUntil }
          : { owner: undefined, leaseUntil: undefined };
      deliveries.set(row.id, { ...row, status, notBefore, firstTriedAt, message, reason, ...lease });
      if (status !== 'delivered') return true;
      const place = placeOf(row.platform, row);
      told.set(place, new Set([...(told.get(place) ?? []), ...row.facts]));
      return true;
    },
    deliveriesOf: async (subscription, limit) => rowsOf(subscription).slice(0, limit),

    toldIn: async (platform, to) => new Set(told.get(placeOf(platform, to))),
    async forgetTold(platform, to, facts) {
      for (const fact of facts) told.get(placeOf(platform, to))?.delete(fact);
    },

    async purgeWorkspace(platform, workspace) {
      for (const rows of [subscriptions, deliveries]) {
        for (const [key, row] of rows) if (row.platform === platform && row.workspace === workspace) rows.delete(key);
      }
      for (const key of told.keys())
        if (key.startsWith(JSON.stringify([platform, workspace]).slice(0, -1))) told.delete(key);
    },
    async retain(before) {
      for (const [id, at] of events) if (at < before.inbound) events.delete(id);
      for (const [id, { at }] of threads) if (at < before.threads) threads.delete(id);
      for (const [id, row] of deliveries) {
        const isOpen = (row.status === 'planned' || row.status === 'sending') && subscriptions.has(row.subscription);
        if (row.slot < before.deliveries && !isOpen) deliveries.delete(id);
      }
    },
    close: async () => undefined,
  };
}

function freeSince({ leaseUntil, notBefore }: Delivery): number {
  return leaseUntil ?? notBefore;
}

/** Open and due, and leased to nobody any more. */
function isClaimable({ status, notBefore, leaseUntil }: Delivery, now: number): boolean {
  return (status === 'planned' || status === 'sending') && notBefore <= now && (leaseUntil ?? now) <= now;
}

function isAmong(platform: string, among: Among | undefined): boolean {
  if (among === undefined) return true;
  return 'only' in among ? platform === among.only : !among.except.includes(platform);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
