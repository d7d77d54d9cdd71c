import type { Rate } from '../../core/pace.ts';

// What Discord takes of a message. Lengths are characters; counted here in UTF-16 units, which are never fewer.

/** Over all text displays of a message: https://docs.discord.com/developers/components/reference#text-display */
export const textLimit = 4000;

/**
 * UTF-8 bytes of all text displays, each counted with some bytes of its own. Above it Discord answers 500, though every documented limit
 * is kept; some 3,380 Han characters do it: https://github.com/discord/discord-api-docs/issues/8554
 */
export const byteLimit = 10_170;
export const bytesPerText = 12;

/** Components of a message, nested ones counted: https://docs.discord.com/developers/components/reference#anatomy-of-a-component */
export const componentLimit = 40;

/** https://docs.discord.com/developers/components/reference#button */
export const labelLimit = 80;
/** https://docs.discord.com/developers/components/reference#custom-id */
export const customIdLimit = 100;
/** https://docs.discord.com/developers/components/reference#action-row */
export const buttonsPerRow = 5;

/** Subcommands and groups of a command, and the length of each description: https://docs.discord.com/developers/interactions/application-commands */
export const optionLimit = 25;
export const descriptionLimit = 100;

/** Messages of a channel in one answer: https://docs.discord.com/developers/resources/message#get-channel-messages */
export const messagesPerPage = 100;

/**
 * How fast digests are posted and looked for. Discord takes fifty requests a second of all that a bot does, answers to interactions not counted:
 * https://docs.discord.com/developers/topics/rate-limits#global-rate-limit. Requests are on their way for longer
 * or shorter: for that some milliseconds are added to the second.
 */
export const digestPace: Rate = { perSecond: 48, burst: 4, most: 50, ms: 1030 };
