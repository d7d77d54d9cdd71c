import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import { clip } from '../../core/clip.ts';
import { type Command, commands, digestGroup, rootCommand, topicCommand } from '../../core/commands.ts';
import type { Localized } from '../../core/lang.ts';
import type { Log } from '../../core/log.ts';
import type { Store } from '../../core/store.ts';
import { descriptionLimit, optionLimit } from './limits.ts';

type Registered = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** The one command, with a subcommand for each command of the table and each topic. Topics past Discord's limit have none; they are asked for. */
export function commandOf({ topics }: Pick<Store, 'topics'>): Registered {
  const table: readonly Command[] = commands;
  const digest = table.filter(({ group }) => group === digestGroup.name);
  const options = [
    ...table.filter(({ group }) => group === undefined).map(subcommand),
    {
      type: ApplicationCommandOptionType.SubcommandGroup as const,
      name: digestGroup.name,
      ...described(digestGroup.about),
      options: digest.map(subcommand),
    },
    ...topics.map((topic) => subcommand({ ...topicCommand(topic), options: [] })),
  ];
  return {
    type: ApplicationCommandType.ChatInput,
    name: rootCommand.name,
    ...described(rootCommand.about),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: options.slice(0, optionLimit),
  };
}

function subcommand({
  name,
  about,
  options,
}: Pick<Command, 'name' | 'about' | 'options'>): APIApplicationCommandSubcommandOption {
  const given = options.map(
    (option): APIApplicationCommandBasicOption => ({
      type: ApplicationCommandOptionType.String,
      name: option.name,
      ...described(option.about),
      required: option.required,
    }),
  );
  return { type: ApplicationCommandOptionType.Subcommand, name, ...described(about), options: given };
}

/** Chinese of any kind is read in simplified characters. */
function described({ en, zh }: Localized) {
  const chinese = clip(zh, descriptionLimit);
  return {
    description: clip(en, descriptionLimit),
    description_localizations: { 'zh-CN': chinese, 'zh-TW': chinese },
  };
}

/** Registers the command for every server, where what Discord has differs: each change costs one of 200 a day and reaches people late. */
export async function register(
  rest: REST,
  application: string,
  { command, log }: { readonly command: Registered; readonly log: Log },
): Promise<void> {
  const route = Routes.applicationCommands(application);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const there = await rest.get(route, { query });
  if (shapeOf(there) === shapeOf([command])) return;
  await rest.put(route, { body: [command] });
  log.info({ subcommands: command.options?.length }, 'discord: the slash command was registered');
}

/** What we say of a command; the rest (ids, versions, defaults) Discord adds. */
const ours = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'required',
  'options',
  'contexts',
  'integration_types',
];

/** Commands as text that is the same for the same commands: our fields alone, in one order, without what says nothing (null, false, empty). */
function shapeOf(commands: unknown): string {
  return JSON.stringify(commands, (key, value: unknown) => {
    if (key === 'contexts' || key === 'integration_types') return Array.isArray(value) ? value.toSorted() : undefined;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return saysSomething(value) ? value : undefined;
    const isTexts = key.endsWith('_localizations');
    const entries = Object.entries(value).filter(([name]) => isTexts || ours.includes(name));
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function saysSomething(value: unknown): boolean {
  return value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
}
