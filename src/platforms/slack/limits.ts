import type { Rate } from '../../core/pace.ts';

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

/**
 * How fast digests are posted: Slack takes "1 message per second to a specific channel" and in a workspace "several hundred messages per minute",
 * of which three hundred is the least that it can mean. https://docs.slack.dev/reference/methods/chat.postMessage#rate_limiting
 */
export const channelPace: Rate = { perSecond: 1, burst: 1, most: 1, ms: 1000 };
export const workspacePace: Rate = { perSecond: 4.9, burst: 12, most: 300, ms: 60_500 };

/**
 * How fast channels are looked through, by pages: "50+ per minute" for an app that a workspace made for itself
 * (https://docs.slack.dev/reference/methods/conversations.history, https://docs.slack.dev/apis/web-api/rate-limits).
 */
export const lookPace: Rate = { perSecond: 0.8, burst: 10, most: 50, ms: 60_500 };
