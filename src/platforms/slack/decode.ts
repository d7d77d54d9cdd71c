/** Slack's own markup in what people write: https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages */
const link = /<((?:https?|mailto|tel):[^<>|]*)(?:\|([^<>]*))?>/gu;
const broadcast = /<!([^<>|^]*)[^<>|]*(?:\|([^<>]*))?>/gu;
const mention = /<([@#])[^<>|]*(?:\|([^<>]*))?>/gu;
const escaped = /&(amp|lt|gt);/gu;

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/**
 * What a person wrote, as plain text: links and mentions as their names, `&amp;` as `&`. A mention that brings no name
 * (`<@U123>`, and so the one of the bot itself) says nothing in words and is left out.
 */
export function decode(text: string): string {
  return text
    .replace(link, (_, url: string, label?: string) => label || url)
    .replace(broadcast, (_, name: string, label?: string) => label || `@${name}`)
    .replace(mention, (_, sign: string, label?: string) => (label ? `${sign}${label.replace(/^[@#]/u, '')}` : ''))
    .replace(escaped, (_, name: string) => characters[name] ?? '')
    .replace(/[^\S\n]+/gu, ' ')
    .trim();
}
