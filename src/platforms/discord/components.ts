import { ComponentType } from 'discord.js';

/** A component as it came over the wire, as far as it is looked at here. */
export interface Part {
  readonly type: ComponentType;
  readonly custom_id?: string | undefined;
  readonly components?: readonly Part[] | undefined;
}

/** The custom ids of components, nested ones too. */
export function customIdsOf(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => [
    ...(part.custom_id === undefined ? [] : [part.custom_id]),
    ...customIdsOf(part.components ?? []),
  ]);
}

/** The components without the buttons that are to go, and without what they leave empty. */
export function withoutButtons(parts: readonly Part[], isGone: (customId: string) => boolean): Part[] {
  return parts.flatMap((part) => {
    if (part.type === ComponentType.Button) return isGone(part.custom_id ?? '') ? [] : [part];
    if (part.components === undefined) return [part];
    const components = withoutButtons(part.components, isGone);
    return components.length > 0 ? [{ ...part, components }] : [];
  });
}
