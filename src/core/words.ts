import { stemmer } from 'stemmer';
import { fold } from './fold.ts';

/** A Han character, or a word of another script: `raw` as written, `key` as compared (folded, and stemmed where it is an English word). */
export interface Token {
  readonly raw: string;
  readonly key: string;
  readonly han: boolean;
}

// Numbers keep their inner points and commas (3.5, 38,000); hyphens and other points part words, so that GPT-4, GPT 4 and 01.AI meet.
const tokenPattern =
  /\p{Script=Han}|\p{N}+(?:[.,]\p{N}+)+(?!(?!\p{Script=Han})[\p{L}\p{N}])|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+|[$€£¥%]/gu;
/** What is written together and tells nothing: "Baidu's", "I'm", "they're". Without this, "I'm a" would be M&A. */
const contracted = /['’](?:s|m|re|ve|ll|d)\b/giu;
const hanPattern = /^\p{Script=Han}$/u;

/** Texts repeat their words: each is folded and stemmed once. Forgotten as a whole when full, so that hostile questions cannot fill the memory. */
const known = new Map<string, Token>();
const mostKnown = 50_000;

/** A text as the tokens it is compared by. */
export function tokensOf(text: string): Token[] {
  return (text.normalize('NFKC').replace(contracted, '').match(tokenPattern) ?? []).map(tokenOf);
}

function tokenOf(raw: string): Token {
  const seen = known.get(raw);
  if (seen) return seen;
  const han = hanPattern.test(raw);
  const token = { raw, key: han ? fold(raw) : stemOf(fold(raw)), han };
  if (known.size >= mostKnown) known.clear();
  known.set(raw, token);
  return token;
}

/** What Porter's algorithm would make one of different words, or two of one. */
const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    busy: 'busy',
    international: 'international',
    internationally: 'international',
    internal: 'internal',
    internally: 'internal',
    experiment: 'experiment',
    experiments: 'experiment',
    experimental: 'experiment',
    universal: 'universal',
    animal: 'animal',
    animals: 'animal',
    response: 'response',
    responses: 'response',
    generous: 'generous',
    moderator: 'moderator',
    moderators: 'moderator',
    objective: 'objective',
    objectives: 'objective',
    majority: 'majority',
    presenter: 'presenter',
    presenters: 'presenter',
    handful: 'handful',
    digital: 'digital',
    digitally: 'digital',
    organisation: 'organise',
    organisations: 'organise',
    organization: 'organise',
    organizations: 'organise',
    organise: 'organise',
    organised: 'organise',
    organize: 'organise',
    organized: 'organise',
    organiser: 'organise',
    organizer: 'organise',
    used: 'use',
    uses: 'use',
    using: 'use',
    user: 'user',
    users: 'user',
    customs: 'customs',
    universe: 'universe',
    general: 'general',
    generally: 'general',
    authority: 'authority',
    authorities: 'authority',
    researcher: 'researcher',
    researchers: 'researcher',
    authorize: 'authoris',
    authorized: 'authoris',
    generator: 'generator',
    generators: 'generator',
    generalise: 'generalise',
    generalised: 'generalise',
    generalize: 'generalise',
    generalized: 'generalise',
    severe: 'severe',
    severely: 'severe',
    likely: 'likely',
    personal: 'personal',
    personally: 'personal',
    positive: 'positive',
    positively: 'positive',
    productivity: 'productivity',
    publication: 'publish',
    publications: 'publish',
    important: 'important',
    importance: 'important',
    importantly: 'important',
    mining: 'mining',
    miner: 'mining',
    miners: 'mining',
    mined: 'mining',
    based: 'based',
    found: 'find',
    founded: 'found',
    founding: 'found',
    owns: 'owns',
    owned: 'owned',
    owning: 'owns',
    ppl: 'peopl',
  }),
);

/** English words lose their endings by Porter's algorithm; short ones, and names and numbers with digits, stay whole. */
function stemOf(word: string): string {
  if (!/^[a-z]{3,}$/.test(word)) return word.replaceAll(',', '');
  const whole = irregular.get(word);
  if (whole !== undefined) return whole;
  if (word.length === 3) return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
  return stemmer(word);
}
