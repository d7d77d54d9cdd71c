// Discord's markdown: https://support.discord.com/hc/en-us/articles/210298617
// A backslash takes the meaning from any punctuation after it; everything that facts, people and sources say passes through here.

/** Control characters, and those that turn the direction of writing round. */
const invisible = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
/** Emphasis, code, spoilers, links, and whatever stands in angle brackets: mentions, timestamps, emoji, commands. */
const anywhere = /[\\*_~`|[\]<]/g;
/** `https://…` becomes a link, `:smile:` an emoji. */
const colon = /:(?=\/\/|\w+:)/g;
const lineStart = /^(\s*)([#>+-])/gm;
const listNumber = /^(\s*\d+)([.)])(?=\s)/gm;
/** Words that ping a whole channel, and the inside of a mention. Nothing may ping anyway: this is the second lock. */
const ping = /@(?=everyone|here|[!&]?\d)/gi;

/** A text on one line that shows as it was written: nothing in it formats, links, mentions or pings. */
export function plain(text: string): string {
  return escaped(text.replace(/\s+/gu, ' ').trim());
}

/** As `plain`, but its line breaks stay. */
export function plainLines(text: string): string {
  const lines = text.split(/\r?\n/u).map((line) => line.replace(/\s+/gu, ' ').trim());
  return escaped(
    lines
      .join('\n')
      .replace(/\n{3,}/gu, '\n\n')
      .trim(),
    '\n',
  );
}

function escaped(text: string, keep = ''): string {
  return text
    .toWellFormed()
    .replace(invisible, (character) => (character === keep ? character : ''))
    .replace(anywhere, '\\$&')
    .replace(colon, '\\:')
    .replace(lineStart, '$1\\$2')
    .replace(listNumber, '$1\\$2')
    .replace(ping, '@\u200b');
}

/** A longer address is no help in a message: the longest that a button may have, https://docs.discord.com/developers/components/reference#button */
const longestLink = 512;

/** A label that leads to a web page, without a preview of it; the label alone where the address is none of the web, or too long. */
export function link(label: string, url: string | undefined): string {
  const address = url === undefined ? undefined : webAddress(url);
  if (address === undefined) return plain(label);
  // A bracket ends the label, whether it is escaped or not.
  const text = plain(label.replaceAll('[', '(').replaceAll(']', ')'));
  return text === '' ? '' : `[${text}](<${address}>)`;
}

function webAddress(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return undefined;
  const address = parsed.href.replace(/[()\\<>\s]/gu, (character) =>
    character === '(' ? '%28' : character === ')' ? '%29' : encodeURIComponent(character),
  );
  return address.length > longestLink ? undefined : address;
}

/** Text in a monospaced font. A backtick would end it, and nothing can be escaped in it. */
export function codeBlock(rows: readonly string[]): string {
  const safe = rows.map((row) =>
    row.toWellFormed().replace(invisible, ' ').replaceAll('`', 'ˋ').replace(ping, '@\u200b'),
  );
  return `\`\`\`\n${safe.join('\n')}\n\`\`\``;
}
