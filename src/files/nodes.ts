import { type Document, isCollection, isMap, isNode, isScalar, type Node } from 'yaml';

/** Where a value stands in a file, from the root: field names and list indices. */
export type Path = readonly PropertyKey[];

/** The node of a value, or of the nearest map or list around it where it is not written. */
export function nodeAt(doc: Document, path: Path): Node | null {
  let node: Node | null = doc.contents;
  for (const key of path) {
    const next: unknown = isCollection(node) ? node.get(key, true) : undefined;
    if (!isNode(next)) return node;
    node = next;
  }
  return node;
}

/** The offset of a field's name in a map. */
export function keyOffset(node: Node | null, key: string): number {
  const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
  return (isNode(pair?.key) ? pair.key.range?.[0] : node?.range?.[0]) ?? 0;
}

/** The plain value at a path, undefined where there is none. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    data,
  );
}

/** How a message names a value: its path inside the list item that the position already shows. */
export function label(path: Path): string {
  const item = path.findIndex((key) => typeof key === 'number');
  const inside = item >= 0 && item < path.length - 1 ? path.slice(item + 1) : path;
  const text = inside.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text.replace(/^\./, '') || 'the file';
}
