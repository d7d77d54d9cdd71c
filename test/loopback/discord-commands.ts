import { Form, isJson, type Json, lengthOf } from './discord-form.ts';

// https://docs.discord.com/developers/interactions/application-commands

export const OPTION = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;
const NESTED: readonly unknown[] = [OPTION.subcommand, OPTION.group];
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MAX_SIZE = 8000;

/** https://docs.discord.com/developers/reference#locales */
const LOCALES =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  );

/** Bulk overwrite of the global commands: all of them or none. */
export function checkCommands(body: unknown): Json[] {
  const form = new Form();
  const commands = form.list(body, 0, 100).map((command) => (isJson(command) ? command : {}));
  for (const [index, command] of commands.entries()) checkCommand(command, form.at(index));
  const names = commands.map((command) => command.name);
  if (new Set(names).size < names.length) {
    form.refuse('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
  }
  form.throwIfRefused();
  return commands;
}

function checkCommand(command: Json, form: Form): void {
  const type = command.type ?? 1;
  form.at('type').oneOf(type, [1, 2, 3]);
  if (type !== 1) {
    form.at('name').text(command.name, 1, 32);
    return;
  }
  checkNames(command, form);
  checkOptions(command.options, form.at('options'), OPTION.group);
  if (sizeOf(command) > MAX_SIZE) {
    form.refuse('APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MAX_SIZE})`);
  }
}

function checkNames(named: Json, form: Form): void {
  checkName(named.name, form.at('name'));
  form.at('description').text(named.description, 1, 100);
  for (const [locale, name] of translations(named, 'name', form)) {
    checkName(name, form.at('name_localizations', locale));
  }
  for (const [locale, description] of translations(named, 'description', form)) {
    form.at('description_localizations', locale).text(description, 1, 100);
  }
}

function checkName(name: unknown, form: Form): void {
  const text = form.text(name, 1, 32);
  if (text === undefined || text === '') return;
  if (!NAME.test(text)) form.refuse('STRING_TYPE_REGEX', 'String value did not match validation regex.');
  if (!NAME.test(text) || text !== text.toLowerCase()) {
    form.refuse('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function translations(named: Json, field: 'name' | 'description', form: Form): [string, unknown][] {
  const found = named[`${field}_localizations`];
  const entries = Object.entries(isJson(found) ? found : {});
  for (const [locale] of entries) form.at(`${field}_localizations`, locale).oneOf(locale, LOCALES);
  return entries;
}

/** `deepest`: what may stand here; a group in a command, a subcommand in a group, only parameters in a subcommand. */
function checkOptions(value: unknown, form: Form, deepest: number): void {
  if (value == null) return;
  const options = form.list(value, 0, 25).map((option) => (isJson(option) ? option : {}));
  const parameters = options.filter(({ type }) => !NESTED.includes(type));
  if (parameters.length > 0 && parameters.length < options.length) {
    const message = 'Sub-command and sub-command group option types are mutually exclusive to all other types';
    form.refuse('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message);
  }
  checkOrder(options, form);
  for (const [index, option] of options.entries()) checkOption(option, form.at(index), deepest);
}

function checkOrder(options: Json[], form: Form): void {
  for (const [index, { name, required }] of options.entries()) {
    const before = options.slice(0, index);
    if (before.some((other) => other.name === name)) {
      const message = `Option name ${String(name)} is already used in these options`;
      form.at(index).refuse('APPLICATION_COMMAND_OPTIONS_NAME_INVALID', message);
    }
    if (required === true && before.some((other) => other.required !== true)) {
      const message = 'Required options must be placed before non-required options';
      form.at(index).refuse('APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message);
    }
  }
}

function checkOption(option: Json, form: Form, deepest: number): void {
  checkNames(option, form);
  const types = Object.values(OPTION).filter((type) => !NESTED.includes(type) || type <= deepest);
  form.at('type').oneOf(option.type, types);
  if (option.type === OPTION.group) checkOptions(option.options, form.at('options'), OPTION.subcommand);
  if (option.type === OPTION.subcommand) checkOptions(option.options, form.at('options'), 0);
  if (option.choices == null) return;
  if (option.autocomplete === true) {
    const message = 'Choices and autocomplete are mutually exclusive';
    form.refuse('APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE', message);
  }
  checkChoices(option, form.at('choices'));
}

function checkChoices(option: Json, form: Form): void {
  for (const [index, choice] of form.list(option.choices, 0, 25).entries()) {
    const { name, value } = isJson(choice) ? choice : {};
    form.at(index, 'name').text(name, 1, 100);
    if (option.type === OPTION.string) form.at(index, 'value').text(value, 1, 100);
    else if (typeof value !== 'number') form.at(index, 'value').refuse('NUMBER_TYPE_COERCE', 'Value is not a number.');
  }
}

/** Name, description and values of a command with all its options and choices; of translations the longest counts. */
function sizeOf(part: Json): number {
  const longest = (field: 'name' | 'description') => {
    const others = part[`${field}_localizations`];
    const texts = [part[field], ...Object.values(isJson(others) ? others : {})];
    return Math.max(...texts.map((text) => lengthOf(String(text ?? ''))));
  };
  const parts = [part.options, part.choices].flatMap((list) => (Array.isArray(list) ? list : [])).filter(isJson);
  const own = longest('name') + longest('description') + lengthOf(String(part.value ?? ''));
  return parts.reduce((sum, inner) => sum + sizeOf(inner), own);
}
