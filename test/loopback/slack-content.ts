/** What a message may consist of, whichever way it is sent: text, blocks, metadata. */
import { blockProblems, MAX_MESSAGE_CHARS } from './slack-blocks.ts';
import { shownChars } from './slack-reading.ts';
import { Refusal, refusedFor } from './slack-refusal.ts';
import { type Fields, isFields } from './slack-schema.ts';

/** Real Slack cuts a longer text off in silence; a cut text is a lost text, so it is refused here. */
const MAX_TEXT = 40_000;
/** Slack gives no number for `metadata_too_large`. */
const MAX_METADATA = 8000;

interface Content {
  text: string;
  blocks: Fields[];
}

export const contentOf = (args: Fields): Content => {
  const blocks = args.blocks ?? [];
  if (!Array.isArray(blocks)) throw new Refusal('invalid_blocks_format');
  const problems = blockProblems(blocks);
  if (problems.length > 0) throw refusedFor('invalid_blocks', problems);
  if (shownChars(blocks) > MAX_MESSAGE_CHARS) throw new Refusal('msg_blocks_too_long');
  const text = args.text ?? '';
  // Real Slack takes blocks without a text and warns: notifications and screen readers then have nothing.
  if (typeof text !== 'string' || text === '') throw new Refusal('no_text');
  if (text.length > MAX_TEXT) throw new Refusal('msg_too_long');
  return { text, blocks: blocks.filter(isFields) };
};

/** Real Slack posts without a metadata it dislikes (a dot in event_type): it would be lost, so it is refused here. */
export const metadataOf = (args: Fields): Fields | undefined => {
  const metadata = args.metadata;
  if (metadata === undefined) return undefined;
  if (!isFields(metadata)) throw new Refusal('invalid_metadata_format');
  const { event_type, event_payload, ...rest } = metadata;
  if (typeof event_type !== 'string' || !/^[a-z0-9_]+$/i.test(event_type)) throw new Refusal('invalid_metadata_format');
  if (!isFields(event_payload) || Object.keys(rest).length > 0) throw new Refusal('invalid_metadata_schema');
  if (JSON.stringify(metadata).length > MAX_METADATA) throw new Refusal('metadata_too_large');
  return metadata;
};
