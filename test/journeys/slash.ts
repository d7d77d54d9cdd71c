/** What people type elsewhere, as Discord's app has them pick it: a subcommand and its options. */
import { type Command, commands, digestGroup } from '../../src/core/commands.ts';
import { fold } from '../../src/core/fold.ts';
import { namesOf } from '../../src/core/glossary.ts';
import type { Store } from '../../src/core/store.ts';

export interface Picked {
  readonly group?: string;
  readonly subcommand: string;
  readonly options: Record<string, string>;
}

const table: readonly Command[] = commands;

/** `digest subscribe monday 09:00` is `/genai digest subscribe when:monday time:09:00`; what is no command is a question. */
export function picked(said: string, store: Store): Picked {
  const topic = store.topics.find((one) => [one.id, ...namesOf(one)].some((name) => fold(name) === fold(said)));
  if (topic) return { subcommand: topic.id, options: {} };
  const [head = '', ...rest] = said.trim().split(/\s+/u);
  if (isNamed(head, digestGroup)) {
    const [action = 'list', ...words] = rest;
    const command = table.find((one) => one.group !== undefined && isNamed(action, one));
    if (command) return { group: digestGroup.name, subcommand: command.name, options: filled(command, words) };
  }
  const command = table.find((one) => one.group === undefined && isNamed(head, one));
  if (command) return { subcommand: command.name, options: filled(command, rest) };
  return { subcommand: 'ask', options: { question: said } };
}

function isNamed(word: string, { name, aliases }: Pick<Command, 'name' | 'aliases'>): boolean {
  return [name, ...aliases].some((one) => fold(one) === fold(word));
}

/** A word for each option, in order; the last takes all that is left. */
function filled({ options }: Command, words: readonly string[]): Record<string, string> {
  const last = Math.min(options.length, words.length) - 1;
  return Object.fromEntries(
    options
      .slice(0, words.length)
      .map(({ name }, at) => [name, words.slice(at, at === last ? undefined : at + 1).join(' ')]),
  );
}
