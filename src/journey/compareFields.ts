import { sameJson } from './sameJson.ts';

/** Where a field stands: keys of records, ids of items that have one, positions of those that have none. */
export type FieldPath = readonly (string | number)[];

/** One field that is not the same. `undefined`: it is not there. */
export interface FieldChange {
  readonly path: FieldPath;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What differs between two records, field by field, sorted by key. Items with ids (branches, arms, goals) are compared by id,
 * other lists of records by position. What stands for one thing is compared whole: a list of plain values, and a record that
 * says what it is (`kind`, `type`, `mode`: a rule, a trigger, how long a wait is).
 */
export function compareFields(before: object, after: object, path: FieldPath = []): readonly FieldChange[] {
  if (before === after) return [];
  return keysOf(before, after).flatMap((key) => compare(own(before, key), own(after, key), [...path, key]));
}

function compare(before: unknown, after: unknown, path: FieldPath): readonly FieldChange[] {
  if (before === after) return [];
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, path);
  if (isFields(before) && isFields(after)) return compareFields(before, after, path);
  return sameJson(before, after) ? [] : [{ path, before, after }];
}

function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  path: FieldPath,
): readonly FieldChange[] {
  const [mine, theirs] = [byId(before), byId(after)];
  if (mine && theirs) return compareItems(mine, theirs, path);
  if (before.every(isRecord) && after.every(isRecord)) {
    const longer = before.length > after.length ? before : after;
    return longer.flatMap((_, index) => compare(before[index], after[index], [...path, index]));
  }
  return sameJson(before, after) ? [] : [{ path, before, after }];
}

type Items = ReadonlyMap<string, object>;

/** Items by id, and their order where those that both have stand in another: its path is the list's own. */
function compareItems(before: Items, after: Items, path: FieldPath): readonly FieldChange[] {
  const [order, newOrder] = [sharedIds(before, after), sharedIds(after, before)];
  const reordered = sameJson(order, newOrder) ? [] : [{ path, before: order, after: newOrder }];
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  const changes = ids.flatMap((id): readonly FieldChange[] => {
    const [was, is] = [before.get(id), after.get(id)];
    return was && is
      ? compareFields(was, is, [...path, id])
      : [{ path: [...path, id], before: was, after: is }];
  });
  return [...reordered, ...changes];
}

function sharedIds(of: Items, other: Items): readonly string[] {
  return [...of.keys()].filter((id) => other.has(id));
}

/** Undefined where an item has no id, or two have the same. */
function byId(list: readonly unknown[]): Items | undefined {
  const items = new Map<string, object>();
  for (const item of list) {
    const id = isRecord(item) ? own(item, 'id') : undefined;
    if (!isRecord(item) || typeof id !== 'string' || items.has(id)) return undefined;
    items.set(id, item);
  }
  return items;
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A record whose fields can change one by one. */
function isFields(value: unknown): value is object {
  if (!isRecord(value)) return false;
  return !['kind', 'type', 'mode'].some((tag) => typeof own(value, tag) === 'string');
}

/** Sorted, so that comparing the other way round gives the same in the same order. */
function keysOf(before: object, after: object): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
}

function own(record: object, key: string): unknown {
  return Object.hasOwn(record, key) ? (record as Readonly<Record<string, unknown>>)[key] : undefined;
}
