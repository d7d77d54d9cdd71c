import { notice } from './compose.ts';
import type { Wording } from './digest-replies.ts';
import type { Doubt, Heard, Wish } from './digest-wish.ts';
import type { Lang } from './lang.ts';
import { phrases } from './phrases.ts';
import type { Action, Reply } from './reply.ts';
import { defaults } from './subscription-make.ts';
import { subscriptionPhrases } from './subscription-phrases.ts';
import { button, exampleZone, typed, wishWords } from './subscription-say.ts';

/** Words that were not understood, shown one by one; more are counted. */
const mostUnknown = 3;
/** Zones to choose from by a click. */
const mostZones = 3;

/** A wish that is not clear: what is missing or not understood, what may be meant, and an example made of what was understood. */
export function unclear(doubts: readonly Doubt[], heard: Heard, { lang, store }: Wording): Reply {
  const said = subscriptionPhrases[lang];
  const unknown = doubts.filter((doubt) => doubt.kind === 'unknown');
  const others = doubts.filter((doubt) => doubt.kind !== 'unknown');
  const lines = [...unknown.slice(0, mostUnknown), ...others].map((doubt) => doubtText(doubt, lang));
  if (unknown.length > mostUnknown) lines.push(said.moreDoubts(unknown.length - mostUnknown));
  const zones = doubts.flatMap((doubt) => ('zones' in doubt ? doubt.zones : []));
  const example: Wish = {
    ...heard,
    pace: heard.pace ?? defaults.pace,
    time: heard.time ?? defaults.time,
    zone: heard.zone ?? zones[0] ?? exampleZone[lang],
  };
  lines.push(said.example(typed('subscribe', wishWords(example, lang, store))));
  const choices = doubts.length === 1 ? zoneButtons(heard, zones, { lang, store }) : [];
  return notice(lang, said.unclearTitle, { text: lines.join('\n'), actions: choices });
}

/** The same wish with each of these zones, to click. */
function zoneButtons(heard: Heard, zones: readonly string[], { lang, store }: Wording): Action[] {
  return zones
    .slice(0, mostZones)
    .flatMap((zone) => button(lang, 'subscribe', { rest: wishWords({ ...heard, zone }, lang, store), label: zone }));
}

function doubtText(doubt: Doubt, lang: Lang): string {
  const said = subscriptionPhrases[lang];
  switch (doubt.kind) {
    case 'missing':
      return said.missing[doubt.what];
    case 'several':
      return said.several[doubt.what];
    case 'weekday-of-month':
      return said.weekdayOfMonth;
    case 'no-time':
      return said.noTime;
    case 'too-long':
      return said.tooLong;
    case 'no-zone':
      return doubt.zones.length > 0 ? said.whichZone(phrases[lang].list(doubt.zones)) : said.noZone;
    case 'unknown': {
      const near = doubt.near === undefined ? undefined : said.didYouMean(doubt.near);
      const zone = doubt.zones.length > 0 ? said.unknownOrZone(phrases[lang].list(doubt.zones)) : undefined;
      return [said.unknownWord(doubt.said), near, zone].filter(Boolean).join(lang === 'en' ? ' ' : '');
    }
  }
}
