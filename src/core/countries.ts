/** ISO 3166 letter pairs; Intl knows the names of those that are countries or territories. */
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

// Codes of CLDR that are groups, test data or nowhere; the United Nations are an institution.
const notCountries = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

// Intl has no names for the people of a country.
const peoples: Readonly<Record<string, string>> = {
  AR: 'Argentine Argentinian',
  AU: 'Australian',
  AT: 'Austrian',
  BE: 'Belgian',
  BR: 'Brazilian',
  CA: 'Canadian',
  CH: 'Swiss',
  CZ: 'Czech',
  DE: 'German',
  DK: 'Danish',
  EG: 'Egyptian',
  ES: 'Spanish',
  FI: 'Finnish',
  FR: 'French',
  GB: 'British Britain England UK Scotland Wales 英格兰',
  GR: 'Greek',
  HU: 'Hungarian',
  ID: 'Indonesian',
  IE: 'Irish',
  IL: 'Israeli',
  IN: 'Indian',
  IR: 'Iranian',
  IT: 'Italian',
  JP: 'Japanese',
  KE: 'Kenyan',
  KR: 'Korean Korea 南韩',
  KP: '北韩',
  MX: 'Mexican',
  MY: 'Malaysian',
  NG: 'Nigerian',
  NL: 'Dutch Holland',
  NO: 'Norwegian',
  NZ: 'Kiwi',
  PH: 'Filipino',
  PK: 'Pakistani',
  PL: 'Polish',
  PT: 'Portuguese',
  RU: 'Russian',
  SA: 'Saudi',
  SE: 'Swedish',
  SG: 'Singaporean',
  TH: 'Thai',
  TR: 'Turkish Turkey',
  TW: 'Taiwanese',
  UA: 'Ukrainian',
  AE: 'Emirati UAE Dubai 阿联酋',
  VN: 'Vietnamese',
  ZA: 'African Africa 非洲',
};

/** A country or territory by its ISO code, with its names in both languages and those of its people. */
export interface Country {
  readonly code: string;
  readonly names: readonly string[];
}

let all: readonly Country[] | undefined;

/** Every country, so that a question about one of which no fact speaks is not answered with another's facts. Intl takes 30 ms to name them: once is enough. */
export function countries(): readonly Country[] {
  all ??= named();
  return all;
}

function named(): Country[] {
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const chinese = new Intl.DisplayNames('zh-Hans', { type: 'region', fallback: 'none' });
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.flatMap((code) => {
    const name = english.of(code);
    if (!name || notCountries.has(code)) return [];
    const names = [name, chinese.of(code) ?? '', ...(peoples[code]?.split(' ') ?? [])];
    return [{ code, names: names.filter(Boolean) }];
  });
}
