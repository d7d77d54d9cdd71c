import type { Lang } from './lang.ts';
import type { Period } from './period.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A period as people read it: `27 Aug 2024`, `2014–2023`; `2024 年 8 月 27 日`, `2014 至 2023 年`. */
export function showPeriod(period: Period, lang: Lang): string {
  const [from = '', to] = period.split('/');
  if (to === undefined || to === from) return showPoint(from, lang);
  if (lang === 'en') return `${showPoint(from, lang)}–${showPoint(to, lang)}`;
  const bothYears = from.length === 4 && to.length === 4;
  return bothYears ? `${from} 至 ${to} 年` : `${showPoint(from, lang)}至 ${showPoint(to, lang)}`;
}

function showPoint(point: string, lang: Lang): string {
  const [year = '', month, day] = point.split('-');
  if (lang === 'en') {
    const name = month === undefined ? undefined : months[Number(month) - 1];
    return [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean).join(' ');
  }
  const parts = [`${year} 年`];
  if (month !== undefined) parts.push(`${Number(month)} 月`);
  if (day !== undefined) parts.push(`${Number(day)} 日`);
  return parts.join(' ');
}
