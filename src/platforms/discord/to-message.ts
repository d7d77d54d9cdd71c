import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from 'discord.js';
import { fit as fitInto } from '../../core/clip.ts';
import { phrases } from '../../core/phrases.ts';
import type { Reply } from '../../core/reply.ts';
import { type Blocks, blocksOf, type Room } from './blocks.ts';
import { buttonsOf, mostButtons, type Showing } from './buttons.ts';
import { buttonsPerRow, byteLimit, bytesPerText, componentLimit, textLimit } from './limits.ts';

/** A message as Discord's API takes it, for a post, an answer or an edit. */
export interface Body {
  readonly flags: MessageFlags;
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly allowed_mentions: { readonly parse: readonly never[]; readonly replied_user: false };
}

/** Left free of the limits: for the line that says that a reply was shared, and because the limit in bytes is measured, not promised. */
const sparedCharacters = 150;
const sparedBytes = 600;

/** What is left for texts beside the container, the line above the sources, the buttons with their rows, and the line that says "shared". */
const mostTexts = componentLimit - 3 - mostButtons - Math.ceil(mostButtons / buttonsPerRow);

const red = 0xde2910;
const grey = 0x80848e;

/** Nothing that the bot says can ping anyone: https://docs.discord.com/developers/resources/message#allowed-mentions-object */
const nobody = { parse: [], replied_user: false } as const;

const line: APIComponentInContainer = {
  type: ComponentType.Separator,
  divider: true,
  spacing: SeparatorSpacingSize.Small,
};

/** A reply as a message of components, within every limit of Discord. */
export function toMessage(reply: Reply, showing: Showing): Body {
  const { body, end } = fitting(reply);
  const texts = merged(body.length + end.length > 0 ? body : [phrases[reply.lang].botName], mostTexts - end.length);
  const components: APIComponentInContainer[] = [
    ...texts.map(textDisplay),
    ...(end.length > 0 ? [line] : []),
    ...end.map(textDisplay),
    ...rowsOf(buttonsOf(reply, showing)),
  ];
  const accent_color = reply.kind === 'unknown' || reply.kind === 'notice' ? grey : red;
  return bodyOf([{ type: ComponentType.Container, accent_color, components }]);
}

/** A message of these components that pings nobody. */
export function bodyOf(components: readonly APIMessageTopLevelComponent[]): Body {
  return { flags: MessageFlags.IsComponentsV2, components, allowed_mentions: nobody };
}

/** Shares of the widths of single texts that are tried, down to a few characters each. */
const rooms: readonly Room[] = [1, 1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 32, 1 / 64];

/** The blocks of as much of a reply as Discord takes: fewer statements first; only where that is not enough, shorter texts. */
function fitting(reply: Reply): Blocks {
  const tries = rooms.values().map((room) => {
    const measure = (candidate: Reply) => useOf(blocksOf(candidate, room));
    return blocksOf(fitInto(reply, { measure, most: 1 }), room);
  });
  return tries.find((blocks) => useOf(blocks) <= 1) ?? blocksOf({ ...reply, sections: [], citations: [] }, 1);
}

/** How much of the limits some blocks use, of the tighter one: 1 is all. */
function useOf({ body, end }: Blocks): number {
  const blocks = [...body, ...end];
  // Blocks that share a text display have two line breaks between them.
  const characters = blocks.reduce((sum, block) => sum + block.length + 2, 0);
  const bytes = blocks.reduce((sum, block) => sum + Buffer.byteLength(block) + bytesPerText, 0);
  return Math.max(characters / (textLimit - sparedCharacters), bytes / (byteLimit - sparedBytes));
}

/** At most so many texts: the last takes in what is left. */
function merged(blocks: readonly string[], most: number): string[] {
  const rest = blocks.slice(most - 1);
  return rest.length > 1 ? [...blocks.slice(0, most - 1), rest.join('\n\n')] : [...blocks];
}

export function textDisplay(content: string): { type: ComponentType.TextDisplay; content: string } {
  return { type: ComponentType.TextDisplay, content };
}

function rowsOf(buttons: ReturnType<typeof buttonsOf>): APIComponentInContainer[] {
  const rows = Array.from({ length: Math.ceil(buttons.length / buttonsPerRow) }, (_, row) =>
    buttons.slice(row * buttonsPerRow, (row + 1) * buttonsPerRow),
  );
  return rows.map((components) => ({ type: ComponentType.ActionRow, components }));
}
