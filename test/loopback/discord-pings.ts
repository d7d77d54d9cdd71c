import { type Form, isJson, type Json } from './discord-form.ts';

// Who a message pings: https://docs.discord.com/developers/resources/message#allowed-mentions-object
// The worst is assumed: a mention counts in `code` and after a backslash too, and in a message only one person sees.

export interface Pings {
  users: string[];
  roles: string[];
  everyone: boolean;
}

export const NOBODY: Pings = { users: [], roles: [], everyone: false };
const KINDS = ['users', 'roles', 'everyone'] as const;

/** What Discord takes for granted where a request says nothing; "interactions and webhooks" only ping users. */
export const DEFAULT_ALLOWED = { message: { parse: KINDS, replied_user: true }, webhook: { parse: ['users'] } };

export function mentionsIn(text: string): Pings {
  const ids = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => String(match[1])))];
  return {
    users: ids(/<@!?(\d{17,19})>/g),
    roles: ids(/<@&(\d{17,19})>/g),
    everyone: /@(everyone|here)/.test(text),
  };
}

export function allowedOf(mentioned: Pings, allowed: Json): Pings {
  const listed = (kind: string) => new Set(Array.isArray(allowed[kind]) ? allowed[kind] : []);
  const parse = listed('parse');
  const pick = (kind: 'users' | 'roles') => mentioned[kind].filter((id) => parse.has(kind) || listed(kind).has(id));
  return { users: pick('users'), roles: pick('roles'), everyone: mentioned.everyone && parse.has('everyone') };
}

export function checkAllowedMentions(allowed: unknown, form: Form): void {
  if (!isJson(allowed)) return;
  const parse = form.at('parse').list(allowed.parse ?? [], 0, KINDS.length);
  for (const [index, kind] of parse.entries()) form.at('parse', index).oneOf(kind, KINDS);
  for (const kind of ['users', 'roles']) {
    const ids = form.at(kind).list(allowed[kind] ?? [], 0, 100);
    if (ids.length > 0 && parse.includes(kind)) {
      const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
      form.refuse('MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message);
    }
  }
}
