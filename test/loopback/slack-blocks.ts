/**
 * What Slack takes as a message's blocks. Limits: https://docs.slack.dev/reference/block-kit
 * Slack knows more blocks than these; one that the bot does not send is refused here until someone adds it.
 */
import { richText } from './slack-rich-text.ts';
import {
  among,
  bool,
  byType,
  chars,
  distinct,
  isFields,
  list,
  publicUrl,
  type Rule,
  shape,
  url,
} from './slack-schema.ts';

const MAX_BLOCKS = 50;
const MAX_VIEW_BLOCKS = 100;
/** Slack counts the text of all blocks of a message; the number is not documented (DESIGN 6 keeps to 9,000). */
export const MAX_MESSAGE_CHARS = 9000;

const plain = (max: number): Rule => byType({ plain_text: shape({ text: chars(max) }, { emoji: bool }) });
const texts = (max: number): Record<string, Rule> => ({
  plain_text: shape({ text: chars(max) }, { emoji: bool }),
  mrkdwn: shape({ text: chars(max) }, { verbatim: bool }),
});
const words = (max: number): Rule => byType(texts(max));

const confirm = shape(
  { title: plain(100), text: words(300), confirm: plain(30), deny: plain(30) },
  { style: among('primary', 'danger') },
);
const option = shape({ text: words(75), value: chars(150) }, { description: words(75), url });
const options = list(option, 100);
const acting = { action_id: chars(255), confirm, focus_on_load: bool };
const choosing = { ...acting, placeholder: plain(150) };

const button = shape(
  { text: plain(75) },
  { ...acting, value: chars(2000), url, style: among('primary', 'danger'), accessibility_label: chars(75) },
);
const image = shape({ image_url: publicUrl, alt_text: chars(2000) });

const INTERACTIVE: Record<string, Rule> = {
  button,
  overflow: shape({ options: list(option, 5) }, acting),
  static_select: shape({ options }, { ...choosing, initial_option: option }),
  multi_static_select: shape({ options }, { ...choosing, initial_options: options }),
  users_select: shape({}, { ...choosing, initial_user: chars(255) }),
  conversations_select: shape(
    {},
    { ...choosing, initial_conversation: chars(255), default_to_current_conversation: bool },
  ),
  checkboxes: shape({ options: list(option, 10) }, { ...acting, initial_options: list(option, 10) }),
  radio_buttons: shape({ options: list(option, 10) }, { ...acting, initial_option: option }),
  timepicker: shape({}, { ...choosing, initial_time: chars(5), timezone: chars(255) }),
};
const INPUT: Record<string, Rule> = {
  ...INTERACTIVE,
  plain_text_input: shape({}, { ...choosing, initial_value: chars(3000, 0), multiline: bool }),
};

const feedback = shape({ text: plain(75), value: chars(2000) }, { accessibility_label: chars(75) });
const contextAction = byType({
  feedback_buttons: shape({ positive_button: feedback, negative_button: feedback }, acting),
  icon_button: shape({ icon: among('trash'), text: plain(75) }, { ...acting, value: chars(2000) }),
});

const block_id = chars(255);
const actionsOf = (element: Rule, max: number): Rule => distinct('action_id', list(element, max));

const section: Rule = (value, at, problems) => {
  if (isFields(value) && value.text === undefined && value.fields === undefined) {
    problems.push(`must define either \`text\` or \`fields\` [json-pointer:${at}]`);
  }
  const accessory = byType({ ...INTERACTIVE, image });
  shape({}, { text: words(3000), fields: list(words(2000), 10), accessory, expand: bool, block_id })(
    value,
    at,
    problems,
  );
};

const BLOCKS: Record<string, Rule> = {
  section,
  divider: shape({}, { block_id }),
  header: shape({ text: plain(150) }, { block_id }),
  context: shape({ elements: list(byType({ image, ...texts(2000) }), 10) }, { block_id }),
  actions: shape({ elements: actionsOf(byType(INTERACTIVE), 25) }, { block_id }),
  context_actions: shape({ elements: actionsOf(contextAction, 5) }, { block_id }),
  image: shape({ image_url: publicUrl, alt_text: chars(2000) }, { title: plain(2000), block_id }),
  rich_text: shape({ elements: richText }, { block_id }),
  markdown: shape({ text: chars(12_000) }, { block_id }),
};
const VIEW_BLOCKS: Record<string, Rule> = {
  ...BLOCKS,
  input: shape(
    { label: plain(2000), element: byType(INPUT) },
    { hint: plain(2000), optional: bool, dispatch_action: bool, block_id },
  ),
};

const view = shape(
  { title: plain(24), blocks: distinct('block_id', list(byType(VIEW_BLOCKS), MAX_VIEW_BLOCKS)) },
  {
    submit: plain(24),
    close: plain(24),
    private_metadata: chars(3000, 0),
    callback_id: chars(255),
    external_id: chars(255),
    clear_on_close: bool,
    notify_on_close: bool,
  },
);

const problemsOf = (rule: Rule, value: unknown, at: string): string[] => {
  const problems: string[] = [];
  rule(value, at, problems);
  return problems;
};

export const blockProblems = (blocks: unknown): string[] =>
  problemsOf(distinct('block_id', list(byType(BLOCKS), MAX_BLOCKS, 0)), blocks, '/blocks');

export const viewProblems = (value: unknown): string[] => problemsOf(byType({ modal: view }), value, '/view');
