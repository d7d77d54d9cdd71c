import type { Mark, Taken } from './subscription-marks.ts';
import { presentNames, zoneAliases } from './zone-names.ts';
import { isZone, suggestZones } from './zones.ts';

const slashed =
  /^(?:africa|america|antarctica|arctic|asia|atlantic|australia|brazil|canada|chile|etc|europe|indian|mexico|pacific|us)(?:\/[a-z0-9_+-]+)+/u;
/** An offset is no zone: it knows no summer time. */
const offset = /^(?:(?:utc|gmt)\s*[+-]\s*\d{1,2}(?::?\d{2})?|[+-]\d{2}:?\d{2})(?![a-z0-9])/u;
const words = /^\p{Script=Latin}[\p{Script=Latin}.'_-]*(?: \p{Script=Latin}[\p{Script=Latin}.'_-]*){0,2}/u;
const hanWords = /^\p{Script=Han}{1,6}/u;
/** CST is Chicago and Shanghai, EST has no summer time: abbreviations suggest, they never decide. */
const abbreviation = /^[a-z]{1,4}t$/u;

/** The zone that a folded text begins with: an IANA name in any case, or a city that can mean no other. */
export function takeZone(text: string): Taken | undefined {
  const named = slashed.exec(text)?.[0] ?? offset.exec(text)?.[0];
  if (named !== undefined) return { mark: markOf(named), length: named.length };
  return takeHanCity(text) ?? takeCity(text);
}

/** An IANA zone as it is properly written, or undefined where the text names none. */
export function properZone(name: string): string | undefined {
  if (!isZone(name)) return undefined;
  return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
}

function markOf(name: string): Mark {
  const zone = properZone(name);
  return zone === undefined ? { kind: 'no-zone', zones: suggestZones(name) } : { kind: 'zone', zone };
}

/** The longest of the next three words that is a place. */
function takeCity(text: string): Taken | undefined {
  let said = words.exec(text)?.[0] ?? '';
  while (said !== '') {
    const mark = placeOf(said.replace(/[.'_-]+$/u, ''));
    if (mark && !/^[\p{Script=Latin}\p{N}]/u.test(text.slice(said.length))) return { mark, length: said.length };
    said = said.slice(0, Math.max(said.lastIndexOf(' '), 0));
  }
  return undefined;
}

function takeHanCity(text: string): Taken | undefined {
  for (let said = hanWords.exec(text)?.[0] ?? ''; said !== ''; said = said.slice(0, -1)) {
    const mark = placeOf(said);
    if (!mark) continue;
    const suffix = /^(?:时间|时区)/u.exec(text.slice(said.length))?.[0].length ?? 0;
    return { mark, length: said.length + suffix };
  }
  return undefined;
}

function placeOf(said: string): Mark | undefined {
  if (said === 'utc') return { kind: 'zone', zone: 'UTC' };
  const key = keyOf(said);
  const zones = zoneAliases[key] ?? cities().get(withoutAccents(key)) ?? [];
  const [zone] = zones;
  if (zone === undefined) return undefined;
  return zones.length === 1 && !abbreviation.test(key) ? { kind: 'zone', zone } : { kind: 'no-zone', zones };
}

/** The zones by the city that their name ends in; built at the first wish. */
let known: ReadonlyMap<string, readonly string[]> | undefined;

function cities(): ReadonlyMap<string, readonly string[]> {
  known ??= Map.groupBy(
    Intl.supportedValuesOf('timeZone').map((listed) => presentNames[listed] ?? listed),
    (zone) => keyOf(zone.split('/').at(-1) ?? zone),
  );
  return known;
}

/** Zones are written without accents: Sao_Paulo. */
function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '');
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[\s_.'-]+/gu, '');
}
