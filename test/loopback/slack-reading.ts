/** Reading blocks as a person would: how much there is, what can be clicked, who would be pinged. */
import { type Fields, isFields } from './slack-schema.ts';

const SHOWN = new Set(['text', 'alt_text', 'fallback']);

/** The characters a person would read in these blocks. */
export const shownChars = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + shownChars(item), 0);
  if (!isFields(value)) return 0;
  return Object.entries(value).reduce((sum, [key, field]) => {
    return sum + (SHOWN.has(key) && typeof field === 'string' ? field.length : shownChars(field));
  }, 0);
};

const walk = function* (value: unknown): Generator<Fields> {
  if (Array.isArray(value)) for (const item of value) yield* walk(item);
  if (!isFields(value)) return;
  yield value;
  for (const field of Object.values(value)) yield* walk(field);
};

/** The element with this action_id, and the block it stands in. */
export const findAction = (blocks: Fields[], actionId: string): { element: Fields; block: Fields } | undefined => {
  for (const block of blocks) {
    for (const element of walk(block)) if (element.action_id === actionId) return { element, block };
  }
  return undefined;
};

/** Everything in a message that would ping someone: `<!here>`, `<@U1>`, a broadcast or a user element. */
export const pingsIn = (text: string, blocks: Fields[]): string[] => {
  const marked = (value: string): string[] => value.match(/<!(here|channel|everyone|subteam)[^>]*>|<@[^>]*>/g) ?? [];
  const pings = marked(text);
  for (const part of walk(blocks)) {
    if (part.type === 'mrkdwn' || part.type === 'markdown') pings.push(...marked(String(part.text)));
    if (part.type === 'broadcast') pings.push(`@${String(part.range)}`);
    if (part.type === 'user') pings.push(`<@${String(part.user_id)}>`);
    if (part.type === 'usergroup') pings.push(`<!subteam^${String(part.usergroup_id)}>`);
  }
  return pings;
};
