/** Small pieces of Block Kit. */
import type { Fields } from './slack-schema.ts';

export const long = (n: number): string => 'x'.repeat(n);
export const plain = (text: string) => ({ type: 'plain_text', text });
export const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
export const button = (more: Fields = {}) => ({ type: 'button', text: plain('Go'), action_id: 'go', ...more });
export const actions = (...elements: Fields[]) => ({ type: 'actions', elements });
export const rich = (...elements: Fields[]) => ({ type: 'rich_text', elements });
export const line = (...elements: Fields[]) => ({ type: 'rich_text_section', elements });
export const text = (value: string) => ({ type: 'text', text: value });
export const image = (more: Fields = {}) => ({
  type: 'image',
  image_url: 'https://x.org/a.png',
  alt_text: 'a chart',
  ...more,
});
