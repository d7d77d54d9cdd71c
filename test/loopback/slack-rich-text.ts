/** The inside of a rich_text block: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
import { among, bool, byType, chars, list, number, type Rule, shape, url } from './slack-schema.ts';

const ANY = 3000;
const style = shape(
  {},
  { bold: bool, italic: bool, strike: bool, code: bool, underline: bool, highlight: bool, unlink: bool },
);
const styled = { style };

const inline = byType({
  text: shape({ text: chars(ANY * 4) }, styled),
  link: shape({ url }, { text: chars(ANY), unsafe: bool, ...styled }),
  emoji: shape({ name: chars(255) }, { unicode: chars(255), skin_tone: number(2, 6), ...styled }),
  user: shape({ user_id: chars(255) }, styled),
  usergroup: shape({ usergroup_id: chars(255) }, styled),
  channel: shape({ channel_id: chars(255) }, styled),
  broadcast: shape({ range: among('here', 'channel', 'everyone') }, styled),
  color: shape({ value: chars(7) }, styled),
  date: shape({ timestamp: number(0, 1e11), format: chars(255) }, { url, fallback: chars(ANY), ...styled }),
  team: shape({ team_id: chars(255) }, styled),
});

const literal = byType({
  text: shape({ text: chars(ANY * 4) }, styled),
  link: shape({ url }, { text: chars(ANY), ...styled }),
});
const inlines = list(inline, ANY);
const section = shape({ elements: inlines });
const border = number(0, 1);

export const richText: Rule = list(
  byType({
    rich_text_section: section,
    rich_text_list: shape(
      { style: among('bullet', 'ordered'), elements: list(byType({ rich_text_section: section }), ANY) },
      { indent: number(0, 8), offset: number(0, 1e6), border },
    ),
    rich_text_quote: shape({ elements: inlines }, { border }),
    rich_text_preformatted: shape({ elements: list(literal, ANY) }, { border, language: chars(255) }),
  }),
  ANY,
);
