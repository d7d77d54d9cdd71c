import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Lang } from '../core/lang.ts';
import { defaultSettings, type Settings, settingsFile, settingsOf } from '../core/settings.ts';
import type { OperatorDigest } from '../core/subscription-operator.ts';
import { type DigestEntry, digestEntry, operatorDigest } from './digest-entry.ts';
import type { Path } from './nodes.ts';
import { byPlace, type Problem } from './problem.ts';
import { openYaml, type Report, type Yaml } from './yaml.ts';

/** What the configuration may name. */
export interface Known {
  /** The platforms that the program has, and those of them whose tokens are set. */
  readonly platforms: readonly string[];
  readonly connected: readonly string[];
  /** Topic ids. */
  readonly topics: readonly string[];
}

/** What the operator has set, or everything that is wrong with it. `warnings` are no reason not to start: digests of platforms that are off. */
export type Config =
  | {
      readonly ok: true;
      readonly settings: Settings;
      readonly digests: readonly OperatorDigest[];
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads `bot.yaml` and `digests.yaml` of a folder. A file or folder that is not there means the defaults and no digests;
 * one that cannot be read is a problem. What a file holds never makes it throw.
 */
export function loadConfig(dir: string, known: Known): Config {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const names = namesIn(dir, report);
  const settings = names.has('bot.yaml') ? readSettings(join(dir, 'bot.yaml'), report) : defaultSettings;
  const file = names.has('digests.yaml') ? openYaml(join(dir, 'digests.yaml'), report) : undefined;
  const digests = file ? readDigests(file, { known, lang: (settings ?? defaultSettings).language, report }) : [];
  if (!settings || problems.length > 0) return { ok: false, problems: problems.sort(byPlace) };
  const warnings = file ? warningsOf(file, digests, known) : [];
  return { ok: true, settings, digests: digests.map(({ value }) => value), warnings };
}

/** The names in the folder; one that would be passed over in silence is reported. */
function namesIn(dir: string, report: Report): ReadonlySet<string> {
  const at = { line: 1, col: 1 };
  if (!statSync(dir, { throwIfNoEntry: false })) return new Set();
  try {
    const names = new Set(readdirSync(dir));
    for (const name of names) {
      if (!/^(?:bot|digests?)\.ya?ml$/u.test(name) || name === 'bot.yaml' || name === 'digests.yaml') continue;
      const proper = name.startsWith('bot') ? 'bot.yaml' : 'digests.yaml';
      report({ file: join(dir, name), ...at, what: 'is not read', cure: `name it ${proper}` });
    }
    return names;
  } catch {
    report({ file: dir, ...at, what: 'the folder cannot be read', cure: 'check its name and its rights' });
    return new Set();
  }
}

function readSettings(file: string, report: Report): Settings | undefined {
  const read = openYaml(file, report)?.read(settingsFile);
  return read && settingsOf(read);
}

/** Something that was read, and the path it was read from. */
interface Placed<T> {
  readonly value: T;
  readonly path: Path;
}

interface Reading {
  readonly known: Known;
  readonly lang: Lang;
  readonly report: Report;
}

/** The digests of the file; one that is empty, or all comments, has none. */
function readDigests(yaml: Yaml, { known, lang, report }: Reading): Placed<OperatorDigest>[] {
  if (yaml.read(z.unknown()) === null) return [];
  const entries = yaml.readEach(digestEntry(known));
  for (const { id, path } of idsTakenTwice(entries)) {
    report({ ...yaml.at([...path, 'id']), what: `the id "${id}" is taken`, cure: 'give each its own id' });
  }
  const perChannel = new Map<string, number>();
  return entries.map(({ value, path }) => {
    const channel = [value.platform, value.workspace, value.channel].join('/');
    const place = (perChannel.get(channel) ?? 0) + 1;
    perChannel.set(channel, place);
    const key = value.id === undefined ? `${channel}/${place}` : `id/${value.id}`;
    return { value: operatorDigest(value, { key, lang }), path };
  });
}

function idsTakenTwice(entries: readonly Placed<DigestEntry>[]): { id: string; path: Path }[] {
  const seen = new Set<string>();
  return entries.flatMap(({ value: { id }, path }) => {
    if (id === undefined) return [];
    const isTaken = seen.has(id);
    seen.add(id);
    return isTaken ? [{ id, path }] : [];
  });
}

function warningsOf(yaml: Yaml, digests: readonly Placed<OperatorDigest>[], { connected }: Known): Problem[] {
  return digests
    .filter(({ value }) => !connected.includes(value.platform))
    .map(({ value: { platform }, path }) => ({
      ...yaml.at([...path, 'platform']),
      what: `${platform} is not connected, so this digest is not posted`,
      cure: `set the tokens of ${platform} in .env, or remove the digest`,
    }));
}
