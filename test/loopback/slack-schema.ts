/**
 * The words in which Slack refuses a payload. A `Rule` looks at one value and notes what is wrong with it, with
 * the JSON pointer Slack gives: `must be less than 3001 characters [json-pointer:/blocks/0/text/text]`.
 */
export type Fields = Record<string, unknown>;
export type Rule = (value: unknown, at: string, problems: string[]) => void;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const note = (problems: string[], what: string, at: string): void => {
  problems.push(`${what} [json-pointer:${at}]`);
};

export const chars =
  (max: number, min = 1): Rule =>
  (value, at, problems) => {
    if (typeof value !== 'string') note(problems, 'must provide a string', at);
    else if (value.length < min) note(problems, `must be more than ${min - 1} characters`, at);
    else if (value.length > max) note(problems, `must be less than ${max + 1} characters`, at);
  };

export const number =
  (min: number, max: number): Rule =>
  (value, at, problems) => {
    if (typeof value !== 'number') note(problems, 'must provide a number', at);
    else if (value < min || value > max) note(problems, `must be between ${min} and ${max}`, at);
  };

export const bool: Rule = (value, at, problems) => {
  if (typeof value !== 'boolean') note(problems, 'must provide a boolean', at);
};

export const among =
  (...allowed: string[]): Rule =>
  (value, at, problems) => {
    if (typeof value !== 'string' || !allowed.includes(value)) {
      note(problems, `must be one of: ${allowed.join(', ')}`, at);
    }
  };

const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:', 'slack:']);

export const url: Rule = (value, at, problems) => {
  chars(3000)(value, at, problems);
  if (typeof value === 'string' && !SCHEMES.has(URL.parse(value)?.protocol ?? '')) note(problems, 'invalid url', at);
};

/** Slack fetches pictures itself: an address that only this machine can reach fails there. */
export const publicUrl: Rule = (value, at, problems) => {
  url(value, at, problems);
  const host = typeof value === 'string' ? (URL.parse(value)?.hostname ?? '') : '';
  if (/^(localhost|0\.|10\.|127\.|192\.168\.|\[::1\])/.test(host)) note(problems, 'downloading image failed', at);
};

export const list =
  (rule: Rule, max: number, min = 1): Rule =>
  (value, at, problems) => {
    if (!Array.isArray(value)) return note(problems, 'must provide an array', at);
    if (value.length < min) note(problems, `no fewer than ${min} items allowed`, at);
    if (value.length > max) note(problems, `no more than ${max} items allowed`, at);
    value.forEach((item, i) => {
      rule(item, `${at}/${i}`, problems);
    });
  };

/** An object that has every required field and none besides those named: Slack refuses what it does not know. */
export const shape =
  (required: Record<string, Rule>, optional: Record<string, Rule> = {}): Rule =>
  (value, at, problems) => {
    if (!isFields(value)) return note(problems, 'must provide an object', at);
    for (const key of Object.keys(required)) {
      if (value[key] === undefined) note(problems, `missing required field: ${key}`, at);
    }
    for (const [key, field] of Object.entries(value)) {
      const rule = key === 'type' ? () => {} : (required[key] ?? optional[key]);
      if (rule === undefined) note(problems, `invalid additional property: ${key}`, at);
      else if (field !== undefined) rule(field, `${at}/${key}`, problems);
    }
  };

export const byType =
  (rules: Record<string, Rule>): Rule =>
  (value, at, problems) => {
    const type = isFields(value) ? value.type : undefined;
    const rule = typeof type === 'string' && Object.hasOwn(rules, type) ? rules[type] : undefined;
    if (rule) rule(value, at, problems);
    else if (type === undefined) note(problems, 'missing required field: type', at);
    else note(problems, `unsupported type: ${String(type)}`, `${at}/type`);
  };

/** No two items carry the same id; what has none gets one from Slack. */
export const distinct =
  (key: string, rule: Rule): Rule =>
  (value, at, problems) => {
    rule(value, at, problems);
    const seen = new Set<unknown>();
    for (const [i, item] of (Array.isArray(value) ? value : []).entries()) {
      const id = isFields(item) ? item[key] : undefined;
      if (id !== undefined && seen.has(id)) note(problems, `${key} must be unique: ${String(id)}`, `${at}/${i}/${key}`);
      seen.add(id);
    }
  };
