/** What Slack takes, and where it says so. Lengths are in characters (UTF-16 units). */

/** https://docs.slack.dev/reference/block-kit/blocks */
export const maxBlocks = 50;

/** https://docs.slack.dev/reference/block-kit/blocks/header-block */
export const maxHeader = 150;

/** https://docs.slack.dev/reference/block-kit/blocks/context-block, of a text object */
export const maxContext = 2000;

/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
export const maxButton = 75;
export const maxButtonValue = 2000;

/** https://docs.slack.dev/reference/block-kit/block-elements/url-source-element: links of every kind */
export const maxUrl = 3000;

/**
 * The text of a message in all. Slack counts blocks and their containers together and gives no number; messages were refused
 * from 11,300 up: https://github.com/slackapi/bolt-js/issues/2867. Ours stay well below it, links counted.
 */
export const maxMessage = 9000;

/** How many buttons stand in a row, and how many rows: more is a wall. Slack itself takes 25 in one block. */
export const buttonsInRow = 5;
export const maxButtons = 25;

/** A read or a post that is not answered within this many milliseconds is given up. */
export const callTimeout = 10_000;
