import type { Among } from '../core/state.ts';

/** A condition on the column `platform`, its parameters numbered from `first` on; one that is always true where all platforms are meant. */
export function platformIs(
  among: Among | undefined,
  first: number,
): { readonly sql: string; readonly values: string[] } {
  if (among === undefined) return { sql: 'true', values: [] };
  if ('only' in among) return { sql: `platform = $${first}`, values: [among.only] };
  const values = [...among.except];
  if (values.length === 0) return { sql: 'true', values };
  return { sql: `platform not in (${values.map((_, index) => `$${first + index}`).join(', ')})`, values };
}
