import type { Citer } from './cite.ts';
import { inWords } from './commands.ts';
import { compose } from './compose.ts';
import { showPeriod } from './dates.ts';
import { digestPhrases } from './digest-phrases.ts';
import type { Lang } from './lang.ts';
import { phrases } from './phrases.ts';
import type { Reply, Section } from './reply.ts';
import type { Store } from './store.ts';
import type { Subscription } from './subscription.ts';

/** What a digest is composed from. Instants are milliseconds UTC; the window is half-open. */
export interface DigestInput {
  readonly store: Store;
  readonly subscription: Pick<Subscription, 'topics' | 'lang' | 'schedule' | 'quiet'>;
  readonly window: { readonly from: number; readonly to: number };
  /** The ids of the facts that the channel has had in digests. */
  readonly told: ReadonlySet<string>;
  readonly nextRun: number;
}

/** How many facts a digest shows, how many of them are new, and how many on its topics are left untold. */
export interface Counts {
  readonly shown: number;
  readonly fresh: number;
  readonly left: number;
}

/** A digest with its title, its footer (window, topics, counts, next run, how to change it) and its buttons. */
export function draw(input: DigestInput, sections: (citer: Citer) => readonly Section[], counts: Counts): Reply {
  const { store, subscription, window, nextRun } = input;
  const { lang, schedule, topics } = subscription;
  const said = digestPhrases[lang];
  const { zone } = schedule;
  const names = store.topics.filter((topic) => topics.includes(topic.id)).map((topic) => topic.name[lang]);
  return compose(store, lang, {
    kind: 'digest',
    title: said.title(showPeriod(dayOf(window.to, zone), lang)),
    sections,
    footer: [
      said.window({ from: moment(window.from, zone, lang), to: moment(window.to, zone, lang), zone }),
      said.topics(topics.length === 0 ? said.allTopics : phrases[lang].list(names)),
      said.counts(counts),
      said.next(moment(nextRun, zone, lang), zone),
      said.change,
    ],
    actions: [
      { kind: 'ask', label: phrases[lang].topicsButton, text: inWords(lang, 'topics') },
      { kind: 'ask', label: said.statusButton, text: inWords(lang, 'status') },
    ],
  });
}

/** An instant as people of a zone write it: `Mon 16 Nov 2026, 09:00`. */
export function moment(at: number, zone: string, lang: Lang): string {
  const said = digestPhrases[lang];
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const date = showPeriod(local.toPlainDate().toString(), lang);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return said.moment({ weekday: said.weekdays[local.dayOfWeek - 1] ?? '', date, time });
}

/** The day of an instant in a zone, as YYYY-MM-DD. */
export function dayOf(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}
