import { fold } from './fold.ts';
import { allowedEdits, editDistance } from './near.ts';
import { presentNames, zoneAliases } from './zone-names.ts';

/** How many zones are suggested: as many as people read before they pick. */
const mostSuggestions = 5;

/** `Area/City` or UTC. Abbreviations that the tz database keeps (EST, CET) are refused: its EST has no summer time, which nobody means. */
const zoneName = /^(utc|[a-z][a-z_+-]*(\/[a-z0-9_+-]+)+)$/i;

/** Whether a text names an IANA zone, in any case: `Europe/Berlin`, `Asia/Kathmandu`, `UTC`. */
export function isZone(zone: string): boolean {
  if (!zoneName.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** The zones a text may mean, likeliest first, at most five: a city in English or Chinese, an abbreviation, a part of a name, a slip of the pen. */
export function suggestZones(text: string): string[] {
  const said = keyOf(text);
  if (said === '') return [];
  const ranked = names()
    .map(({ key, zones }) => ({ zones, rank: likeness(said, key) }))
    .filter(({ rank }) => rank < unlike)
    .toSorted((a, b) => a.rank - b.rank);
  return [...new Set(ranked.flatMap(({ zones }) => zones))].slice(0, mostSuggestions);
}

interface Name {
  readonly key: string;
  readonly zones: readonly string[];
}

/** Built at the first question: most starts never refuse a zone. */
let known: readonly Name[] | undefined;

function names(): readonly Name[] {
  known ??= [...Object.entries(zoneAliases).map(([key, zones]) => ({ key, zones })), ...zoneNames()];
  return known;
}

function zoneNames(): Name[] {
  return Intl.supportedValuesOf('timeZone').flatMap((listed) => {
    const zone = presentNames[listed] ?? listed;
    const keys = new Set([zone, listed].flatMap((name) => [keyOf(name), keyOf(name.split('/').at(-1) ?? name)]));
    return [...keys].map((key) => ({ key, zones: [zone] }));
  });
}

function keyOf(text: string): string {
  return fold(text).replace(/[\s_.'-]+/gu, '');
}

const unlike = Number.POSITIVE_INFINITY;

/** How far a name is from what was said: 0 the same, 1 its beginning, 2 a part of it, 3 and more a misspelling. */
function likeness(said: string, name: string): number {
  if (said === name) return 0;
  if (said.length >= 3 && name.startsWith(said)) return 1;
  if (said.length >= 4 && (name.includes(said) || said.endsWith(`/${name}`))) return 2;
  const most = allowedEdits(said);
  const edits = most === 0 ? 1 : editDistance(said, name, most);
  return edits <= most ? 2 + edits : unlike;
}
