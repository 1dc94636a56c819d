import type { FieldPath } from '../../src/journey/compareFields.ts';
import type { JourneyDiff } from '../../src/journey/diffJourneys.ts';
import type { Journey } from '../../src/journey/journey.ts';

const GONE = { gone: true };

/** The slow, obvious way back: a difference written into the journey that it starts from. */
export function patched(
  journey: Journey,
  { steps, moved, marks, links, settings, document }: JourneyDiff,
): unknown {
  const writes: readonly (readonly [FieldPath, unknown])[] = [
    ...steps.removed.flatMap(({ id }) => [['steps', id] as const, ['layout', id] as const].map(gone)),
    ...steps.added.map(({ id, step }) => [['steps', id], step] as const),
    ...steps.changed.flatMap(({ id, fields }) =>
      fields.map(({ path, after }) => [['steps', id, ...path], after] as const),
    ),
    ...moved.map(({ id, after }) => [['layout', id], after] as const),
    ...marks.map(({ kind, id, after }) => [[`${kind}s`, id], after] as const),
    ...links.removed.map(({ from, exit }) => [['links', from, exit], undefined] as const),
    ...links.added.map(({ from, exit, to }) => [['links', from, exit], to] as const),
    ...links.redirected.map(({ from, exit, after }) => [['links', from, exit], after] as const),
    ...settings.map(({ path, after }) => [['settings', ...path], after] as const),
    ...document.map(({ path, after }) => [path, after] as const),
  ];
  return writes.reduce<unknown>((value, [path, after]) => written(value, path, after), journey);
}

function gone(path: FieldPath): readonly [FieldPath, unknown] {
  return [path, undefined];
}

function written(value: unknown, path: FieldPath, after: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return isOrder(value, after) ? value : after;
  if (Array.isArray(value)) {
    const list: unknown[] = [...(value as readonly unknown[])];
    const at = typeof key === 'number' ? key : indexOf(list, key);
    list[at] = written(list[at], rest, after) ?? GONE;
    return list;
  }
  const record = (value ?? {}) as Readonly<Record<string, unknown>>;
  return { ...record, [key]: written(record[key], rest, after) };
}

/** Ids of items in their new order, which `comparable` does not look at. */
function isOrder(value: unknown, after: unknown): boolean {
  return Array.isArray(value) && Array.isArray(after) && value.some(hasId) && !after.some(hasId);
}

function hasId(value: unknown): value is { readonly id: unknown } {
  return typeof value === 'object' && value !== null && 'id' in value;
}

function indexOf(list: readonly unknown[], id: string): number {
  const index = list.findIndex((item) => hasId(item) && item.id === id);
  return index < 0 ? list.length : index;
}

/** All of a journey that a difference tells: not where an item stands among new neighbours, nor the card of an added step. */
export function comparable(journey: unknown): unknown {
  const { links, layout: _, ...rest } = journey as Journey;
  // A step without links may or may not have an entry among the links.
  const linked = Object.entries(links).filter(([, exits]) => Object.values(exits).some(Boolean));
  return sorted({ ...rest, links: Object.fromEntries(linked) });
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    const kept = value.filter((item) => item !== GONE).map(sorted);
    const text = (item: unknown) => JSON.stringify(item);
    return kept.some(hasId) ? kept.sort((p, q) => (text(p) < text(q) ? -1 : 1)) : kept;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, sorted(part)] as const);
  return Object.fromEntries(entries.filter(([, part]) => part !== undefined).sort());
}
