import { type Form, isJson, type Json, lengthOf } from './discord-form.ts';

// https://docs.discord.com/developers/components/reference

export const TYPE = {
  row: 1,
  button: 2,
  select: 3,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
} as const;

const SELECTS = [TYPE.select, 5, 6, 7, 8];
const IN_ROW = [TYPE.button, ...SELECTS];
const IN_CONTAINER = [TYPE.row, TYPE.section, TYPE.text, TYPE.gallery, TYPE.file, TYPE.separator];
const TOP_LEVEL = [...IN_CONTAINER, TYPE.container];
const LINK = 5;
const PREMIUM = 6;

const MAX_COMPONENTS = 40;
const MAX_TEXT = 4000;
const MAX_LEGACY_ROWS = 5;

/**
 * Not documented, measured: https://github.com/discord/discord-api-docs/issues/8554. Above it Discord answers 500,
 * although every documented limit is kept: some 3,380 Han characters do it.
 */
const MAX_BYTES = 10_170;
const BYTES_PER_TEXT = 12;

type Visit = { component: Json; form: Form };

/** Every component with the place where it stands, accessories and nested ones too. */
export function* walk(list: unknown, form: Form): Generator<Visit> {
  if (!Array.isArray(list)) return;
  for (const [index, component] of list.entries()) {
    if (!isJson(component)) continue;
    const here = form.at(index);
    yield { component, form: here };
    yield* walk(component.components, here.at('components'));
    if (isJson(component.accessory)) yield { component: component.accessory, form: here.at('accessory') };
  }
}

export function checkComponents(list: unknown, v2: boolean, form: Form): void {
  form.list(list, 0, v2 ? Number.POSITIVE_INFINITY : MAX_LEGACY_ROWS);
  checkEach(list, v2 ? TOP_LEVEL : [TYPE.row], form);
  const all = [...walk(list, form)];
  if (all.length > MAX_COMPONENTS) {
    const message = `Total number of components exceeds maximum of ${MAX_COMPONENTS}`;
    form.refuse('COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message);
  }
  if (textsOf(list, form).reduce((sum, text) => sum + lengthOf(text), 0) > MAX_TEXT) {
    const message = `Components displayable text size exceeds maximum size of ${MAX_TEXT}`;
    form.refuse('COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message);
  }
  checkUnique(all, 'custom_id', 'Component custom id cannot be duplicated');
  checkUnique(all, 'id', 'Component id cannot be duplicated');
}

export function textsOf(list: unknown, form: Form): string[] {
  const texts = [...walk(list, form)].filter(({ component }) => component.type === TYPE.text);
  return texts.map(({ component }) => String(component.content ?? ''));
}

/** Whether Discord, for all we know, would fall over these texts with a 500. */
export function tooManyBytes(list: unknown, form: Form): boolean {
  const sizes = textsOf(list, form).map((text) => Buffer.byteLength(text) + BYTES_PER_TEXT);
  return sizes.reduce((sum, size) => sum + size, 0) > MAX_BYTES;
}

/** Discord numbers the components that came without an id: 1, 2, 3, skipping those taken. */
export function numberComponents(list: unknown, form: Form): void {
  const all = [...walk(list, form)].map(({ component }) => component);
  const taken = new Set(all.map((component) => component.id).filter(Boolean));
  let next = 1;
  for (const component of all.filter((component) => !component.id)) {
    while (taken.has(next)) next++;
    component.id = next++;
  }
}

function checkUnique(all: Visit[], field: 'custom_id' | 'id', message: string): void {
  const seen = new Set<unknown>();
  for (const { component, form } of all) {
    const value = component[field];
    if (value === undefined || value === 0) continue;
    if (seen.has(value)) form.at(field).refuse(`COMPONENT_${field.toUpperCase()}_DUPLICATED`, message);
    seen.add(value);
  }
}

function checkEach(list: unknown, allowed: readonly number[], form: Form): void {
  if (!Array.isArray(list)) return;
  for (const [index, component] of list.entries()) checkOne(component, allowed, form.at(index));
}

function checkOne(component: unknown, allowed: readonly number[], form: Form): void {
  if (!isJson(component) || typeof component.type !== 'number' || !allowed.includes(component.type)) {
    const types = allowed.length === 1 ? `${allowed[0]},` : allowed.join(', ');
    form.refuse('UNION_TYPE_CHOICES', `Value of field "type" must be one of (${types}).`);
    return;
  }
  RULES[component.type]?.(component, form);
}

const RULES: Record<number, (component: Json, form: Form) => void> = {
  [TYPE.row]: (row, form) => {
    const children = form.at('components').list(row.components, 1, 5);
    checkEach(children, IN_ROW, form.at('components'));
    const selects = children.filter((child) => isJson(child) && child.type !== TYPE.button);
    if (selects.length > 0 && children.length > 1) {
      form
        .at('components')
        .refuse('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width');
    }
  },
  [TYPE.button]: checkButton,
  [TYPE.section]: (section, form) => {
    form.at('components').list(section.components, 1, 3);
    checkEach(section.components, [TYPE.text], form.at('components'));
    if (section.accessory == null) form.at('accessory').refuse('BASE_TYPE_REQUIRED', 'This field is required');
    else checkOne(section.accessory, [TYPE.button, TYPE.thumbnail], form.at('accessory'));
  },
  [TYPE.text]: (text, form) => void form.at('content').text(text.content, 1, MAX_TEXT),
  [TYPE.thumbnail]: checkMedia,
  [TYPE.gallery]: (gallery, form) => {
    for (const [index, item] of form.at('items').list(gallery.items, 1, 10).entries()) {
      checkMedia(isJson(item) ? item : {}, form.at('items', index));
    }
  },
  [TYPE.file]: (file, form) => checkMedia({ media: file.file }, form),
  [TYPE.separator]: (separator, form) => form.at('spacing').oneOf(separator.spacing ?? 1, [1, 2]),
  [TYPE.container]: (container, form) => {
    form.at('components').list(container.components, 1, MAX_COMPONENTS);
    checkEach(container.components, IN_CONTAINER, form.at('components'));
    const colour = container.accent_color ?? 0;
    if (typeof colour !== 'number' || colour < 0 || colour > 0xffffff) {
      form.at('accent_color').refuse('NUMBER_TYPE_MAX', 'int value should be less than or equal to 16777215.');
    }
  },
  ...Object.fromEntries(SELECTS.map((type) => [type, checkSelect])),
};

function checkButton(button: Json, form: Form): void {
  const { style, label, emoji, url } = button;
  form.at('style').oneOf(style, [1, 2, 3, 4, LINK, PREMIUM]);
  if (label == null && emoji == null && style !== PREMIUM) {
    form.refuse('BUTTON_COMPONENT_INVALID_LABEL_AND_EMOJI', 'A button must have a label or emoji');
  }
  form.at('label').text(label, 0, 80);
  if (style === LINK) {
    form.at('url').url(url, ['http', 'https', 'discord']);
    if (lengthOf(String(url)) > 512) form.at('url').refuse('BASE_TYPE_MAX_LENGTH', 'Must be 512 or fewer in length.');
    if (button.custom_id != null)
      form.refuse('BUTTON_COMPONENT_CUSTOM_ID_URL', 'A custom id and url cannot both be specified');
  } else if (style !== PREMIUM) {
    form.at('custom_id').text(button.custom_id, 1, 100);
    if (url != null) form.refuse('BUTTON_COMPONENT_CUSTOM_ID_URL', 'A custom id and url cannot both be specified');
  }
}

function checkSelect(select: Json, form: Form): void {
  form.at('custom_id').text(select.custom_id, 1, 100);
  form.at('placeholder').text(select.placeholder, 0, 150);
  if (select.type !== TYPE.select) return;
  for (const [index, option] of form.at('options').list(select.options, 1, 25).entries()) {
    const { label, value, description } = isJson(option) ? option : {};
    const here = form.at('options', index);
    here.at('label').text(label, 1, 100);
    here.at('value').text(value, 1, 100);
    here.at('description').text(description, 0, 100);
  }
}

function checkMedia(item: Json, form: Form): void {
  const media = isJson(item.media) ? item.media : {};
  form.at('media', 'url').url(media.url, ['http', 'https', 'attachment']);
  form.at('description').text(item.description, 0, 1024);
  if (String(media.url).startsWith('attachment:')) {
    const message = 'The referenced attachment was not found (and this double takes no uploads)';
    form.at('media', 'url').refuse('UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message);
  }
}
