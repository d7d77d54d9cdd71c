import type { Figure } from './fact.ts';
import type { Lang } from './lang.ts';

const boundWords: Record<Lang, Record<NonNullable<Figure['bound']>, string>> = {
  en: { over: 'over ', 'at-least': 'at least ', about: 'about ', under: 'under ', 'at-most': 'at most ' },
  zh: { over: '逾 ', 'at-least': '不少于 ', about: '约 ', under: '不足 ', 'at-most': '至多 ' },
};

/** A figure's value with its bound, as people of the language write it: `over 38,000`, `逾 3.8 万`, `$22.46bn`, `224.6 亿美元`, `40%`. */
export function showFigure(figure: Figure, lang: Lang): string {
  const bound = figure.bound ? boundWords[lang][figure.bound] : '';
  const unit = figure.unit.en;
  if (unit === '%') return `${bound}${figure.value}%`;
  const currency = unit === 'USD' || unit === 'CNY' ? unit : undefined;
  if (lang === 'zh') return `${bound}${chineseNumber(figure.value)}${currency ? chineseCurrency[currency] : ''}`;
  return currency
    ? `${bound}${currencySign[currency]}${englishNumber(figure.value)}`
    : `${bound}${englishNumber(figure.value)}`;
}

const currencySign = { USD: '$', CNY: 'CN¥' } as const;
const chineseCurrency = { USD: '美元', CNY: '元' } as const;

function englishNumber(value: number): string {
  if (Math.abs(value) >= 1e9) return `${round(value / 1e9)}bn`;
  if (Math.abs(value) >= 1e6) return `${round(value / 1e6)}m`;
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

function chineseNumber(value: number): string {
  if (Math.abs(value) >= 1e8) return `${round(value / 1e8)} 亿`;
  if (Math.abs(value) >= 1e4) return `${round(value / 1e4)} 万`;
  return `${value.toLocaleString('en-US', { maximumFractionDigits: 2 })} `.trimEnd();
}

/** Four significant digits are what a chart label needs, and no fewer than the facts themselves give. */
function round(value: number): string {
  return String(Number(value.toPrecision(4)));
}
