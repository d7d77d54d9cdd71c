const markup = /<\/?[a-z][^<>]*>|\bhttps?:\/\/\S+/giu;

/** A text without tags, which somebody tries out on the bot, and addresses: both say nothing of what is asked. */
export function withoutMarkup(text: string): string {
  return text.replace(markup, ' ');
}
