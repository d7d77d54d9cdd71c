import { z } from 'zod';
import type { State } from '../core/state.ts';
import type { Driver } from './driver.ts';
import { asMemory, asUnanswered } from './rows.ts';

/** How many texts of unanswered questions are kept for a topic and language, the latest ones: enough to see what is missing. */
const keptTexts = 20;

const textsRow = z.object({ texts: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))) });

type Conversations = Pick<State, 'takeEvent' | 'recall' | 'remember' | 'countUnanswered' | 'unanswered'>;

/** What comes in from people: events, what threads were about, questions that had no answer. */
export function conversationsIn(db: Driver): Conversations {
  return {
    async takeEvent(id, now) {
      const taken = await db.query(
        'insert into inbound (id, taken_at) values ($1, $2) on conflict do nothing returning id',
        [id, now],
      );
      return taken.length > 0;
    },

    async recall(conversation) {
      const [row] = await db.query('select doc from threads where conversation = $1', [conversation]);
      return row && asMemory(row);
    },

    async remember(conversation, memory, now) {
      await db.query(
        `insert into threads (conversation, doc, changed_at) values ($1, $2, $3)
         on conflict (conversation) do update set doc = excluded.doc, changed_at = excluded.changed_at`,
        [conversation, JSON.stringify(memory), now],
      );
    },

    async countUnanswered({ topic, lang, text }, now) {
      await db.transaction(async (tx) => {
        const [row] = await tx.query(
          `insert into unanswered (topic, lang, times, texts, last_at) values ($1, $2, 1, '[]', $3)
           on conflict (topic, lang) do update set times = unanswered.times + 1, last_at = excluded.last_at
           returning texts`,
          [topic, lang, now],
        );
        if (text === undefined) return true;
        const earlier = textsRow.parse(row).texts.filter((other) => other !== text);
        const texts = JSON.stringify([...earlier, text].slice(-keptTexts));
        await tx.query('update unanswered set texts = $3 where topic = $1 and lang = $2', [topic, lang, texts]);
        return true;
      });
    },

    async unanswered() {
      const rows = await db.query(
        'select topic, lang, times, texts from unanswered order by times desc, last_at desc, topic, lang',
      );
      return rows.map(asUnanswered);
    },
  };
}
