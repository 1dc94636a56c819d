import { isObject } from '../kept.ts';
import type { JsonObject } from './campaign.ts';

/** Stands for an id of the account where the events of a step are held against those of a file. */
export class AnyId {
  /** Of the blank. */
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

/** What Mautic's own form leaves among the properties of an event that was saved in its builder. */
const FORM_KEYS = new Set([
  ...['canvasSettings', 'name', 'anchor', 'anchorEventType', 'type', 'eventType', 'properties', 'buttons'],
  ...['triggerMode', 'triggerDate', 'triggerInterval', 'triggerIntervalUnit', 'triggerHour', 'triggerWindow'],
  ...['triggerRestrictedStartHour', 'triggerRestrictedStopHour', 'triggerRestrictedDaysOfWeek'],
  ...['campaignId', '_token', 'settings', 'order', 'parent', 'children', 'decisionPath', 'id'],
]);

/** The properties that the type of an event asks for, without what the builder's form added. */
export function ownProperties(properties: JsonObject): JsonObject {
  const inner = properties['properties'];
  // Once saved in the builder they stand among the form's fields, and once more apart.
  const own = isObject(inner) && Object.keys(inner).length > 0 ? inner : properties;
  return Object.fromEntries(Object.entries(own).filter(([key]) => !FORM_KEYS.has(key)));
}

/** Whether properties of a file say what a step would be written as. Numbers may be texts, and lists that are empty may be left out, as Mautic does both. */
export function isWritten(expected: unknown, found: unknown): boolean {
  if (expected instanceof AnyId) return typeof found === 'string' || typeof found === 'number';
  if (Array.isArray(expected))
    return expected.length === 0
      ? isNothing(found)
      : Array.isArray(found) &&
          found.length === expected.length &&
          expected.every((part, index) => isWritten(part, found[index]));
  if (!isObject(expected))
    return isNothing(expected) ? isNothing(found) : !isNothing(found) && scalar(expected) === scalar(found);
  if (!isObject(found)) return isNothing(found) && Object.values(expected).every(isNothing);
  return (
    Object.entries(expected).every(([key, part]) =>
      isWritten(part, Object.hasOwn(found, key) ? found[key] : undefined),
    ) && Object.entries(found).every(([key, part]) => Object.hasOwn(expected, key) || isNothing(part))
  );
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.values(value).every(isNothing);
}

/** Of a text, number or yes and no: what PHP would compare. */
function scalar(value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

/** What stands in a file where a step has blanks, by their ids. */
export function blanksIn(pattern: unknown, found: unknown, into: Map<string, string>): void {
  if (pattern instanceof AnyId) {
    if (pattern.id !== '' && (typeof found === 'string' || typeof found === 'number'))
      into.set(pattern.id, String(found));
  } else if (Array.isArray(pattern) && Array.isArray(found))
    pattern.forEach((part, index) => blanksIn(part, found[index], into));
  else if (isObject(pattern) && isObject(found))
    for (const [key, part] of Object.entries(pattern))
      if (Object.hasOwn(found, key)) blanksIn(part, found[key], into);
}

/** Kept properties with what now stands in the blanks. */
export function refilled(kept: unknown, pattern: unknown, ours: unknown): unknown {
  if (pattern instanceof AnyId) return pattern.id === '' || scalar(kept) === scalar(ours) ? kept : ours;
  if (Array.isArray(kept) && Array.isArray(pattern) && Array.isArray(ours))
    return kept.map((part: unknown, index) => refilled(part, pattern[index], ours[index]));
  if (!isObject(kept) || !isObject(pattern) || !isObject(ours)) return kept;
  return Object.fromEntries(
    Object.entries(kept).map(([key, part]) => [
      key,
      Object.hasOwn(pattern, key) && Object.hasOwn(ours, key)
        ? refilled(part, pattern[key], ours[key])
        : part,
    ]),
  );
}
