import { checkComponents, tooManyBytes } from './discord-components.ts';
import { refusal } from './discord-errors.ts';
import { Form, isJson, type Json, lengthOf } from './discord-form.ts';
import { checkAllowedMentions } from './discord-pings.ts';

// What may stand in a request that creates or edits a message:
// https://docs.discord.com/developers/resources/message#create-message

export const FLAG = { suppressEmbeds: 1 << 2, ephemeral: 1 << 6, loading: 1 << 7, silent: 1 << 12, v2: 1 << 15 };
const LEGACY = ['content', 'embeds', 'poll', 'sticker_ids'];

/** What is there already, where the request is an edit. */
export interface Before {
  v2: boolean;
  content: string;
  embeds: unknown[];
}

export const flagsOf = (body: Json): number => (typeof body.flags === 'number' ? body.flags : 0);

const filled = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value != null && value !== '');

export function checkBody(body: Json, form: Form = new Form(), before?: Before): void {
  const asksForV2 = (flagsOf(body) & FLAG.v2) !== 0;
  if (asksForV2 || before?.v2) refuseLegacyFields({ ...kept(body, before), ...body }, form);
  form.at('content').text(body.content, 0, 2000);
  checkEmbeds(body.embeds, form.at('embeds'));
  // The flag must come with every edit too, or the components are read as the old kind.
  if (body.components != null) checkComponents(body.components, asksForV2, form.at('components'));
  checkNonce(body.nonce, form.at('nonce'));
  checkAllowedMentions(body.allowed_mentions, form.at('allowed_mentions'));
  form.throwIfRefused();
  if (!before && !['content', 'embeds', 'components'].some((field) => filled(body[field]))) {
    throw refusal('CannotSendAnEmptyMessage');
  }
}

/** A body that keeps every documented limit and is still answered with 500. */
export function breaksDiscord(body: Json): boolean {
  return tooManyBytes(body.components, new Form());
}

const kept = (body: Json, before?: Before): Json =>
  before && !before.v2 && body.components !== undefined ? { content: before.content, embeds: before.embeds } : {};

function refuseLegacyFields(fields: Json, form: Form): void {
  for (const field of LEGACY.filter((field) => filled(fields[field]))) {
    const message = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    form.at(field).refuse('MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message);
  }
}

function checkNonce(nonce: unknown, form: Form): void {
  if (nonce == null || Number.isInteger(nonce)) return;
  form.text(nonce, 0, 25);
}

function checkEmbeds(embeds: unknown, form: Form): void {
  if (embeds == null) return;
  let total = 0;
  for (const [index, embed] of form.list(embeds, 0, 10).entries()) {
    const { title, description } = isJson(embed) ? embed : {};
    total += lengthOf(form.at(index, 'title').text(title, 0, 256) ?? '');
    total += lengthOf(form.at(index, 'description').text(description, 0, 4096) ?? '');
  }
  if (total > 6000) form.refuse('MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
}
