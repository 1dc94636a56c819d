import type { FieldChange, FieldPath } from '../../journey/compareFields.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import type { Formats } from '../../i18n/useFormat.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { fieldAt, ITEMS, LISTS, type Field, type ListName } from './fieldTable.ts';
import { clipped, clippedPair, plainWords, quoted, readable, withRest } from './plainWords.ts';
import { itemOf, type Side } from './side.ts';

/** The two journeys that a change is between. */
export interface Comparison {
  readonly t: Translate;
  readonly format: Formats;
  readonly before: Journey;
  readonly after: Journey;
}

/** “Wait”, “2 days”, “3 days”. */
export interface FieldWords {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** One changed field in a marketer's words; `step` is whose field it is, undefined for settings, name and brief. */
export function fieldWords(change: FieldChange, comparison: Comparison, step?: StepId): FieldWords {
  const { t, format } = comparison;
  const list = LISTS.find((name) => name === change.path[0]);
  const item = list ? change.path[1] : undefined;
  const side = (journey: Journey): Side => {
    const own = step === undefined ? undefined : journey.steps[step];
    return { t, format, journey, step: own, item };
  };
  const sides = [side(comparison.before), side(comparison.after)] as const;
  if (list && item === undefined) return orderWords(change, list, sides);
  if (list && item !== undefined && change.path.length === 2) return itemWords(change, list, item, sides);
  return plainFieldWords(change, list, sides);
}

/** “Wait: 2 days → 3 days” */
export function fieldSentence({ label, before, after }: FieldWords, t: Translate): string {
  return t('versions.sentence', { label, before, after });
}

type Sides = readonly [before: Side, after: Side];

function orderWords({ before, after }: FieldChange, list: ListName, [was, is]: Sides): FieldWords {
  const names = (ids: unknown, side: Side) => {
    const all = Array.isArray(ids) ? ids.map((id: unknown) => itemName(list, String(id), side)) : [];
    return withRest(all, all.length, side);
  };
  const label = was.t('versions.order', { items: was.t(`versions.lists.${list}`) });
  return { label, before: names(before, was), after: names(after, is) };
}

/** An item that came, went or, where it is compared as a whole, became another. */
function itemWords(change: FieldChange, list: ListName, item: string | number, sides: Sides): FieldWords {
  const [was, is] = sides;
  const name = itemName(list, item, change.after === undefined ? was : is);
  const say = (value: unknown, side: Side) =>
    value === undefined ? side.t('versions.none') : (ITEMS[list](value, side) ?? plainWords(value, side));
  return {
    label: was.t(`versions.item.${list}`, { name }),
    before: say(change.before, was),
    after: say(change.after, is),
  };
}

function plainFieldWords(
  { path, before, after }: FieldChange,
  list: ListName | undefined,
  sides: Sides,
): FieldWords {
  const [was, is] = sides;
  const found = fieldAt(patternOf(path));
  const label = labelOf(path, found, is);
  const item = path[1];
  const inItem = list && item !== undefined;
  const whole = inItem ? was.t('versions.of', { field: label, item: ownerName(list, item, is) }) : label;
  if (typeof before === 'string' && typeof after === 'string' && !found?.say) {
    const [old, now] = clippedPair(before, after);
    return { label: whole, before: quoted(old, was), after: quoted(now, is) };
  }
  return {
    label: whole,
    before: valueWords(before, found, was, path),
    after: valueWords(after, found, is, path),
  };
}

/** A record that is there on one side only says its own fields by their names. */
function valueWords(value: unknown, found: Field | undefined, side: Side, path: FieldPath): string {
  const said =
    value === undefined && !isSwitch(found, side) ? side.t('versions.none') : found?.say?.(value, side);
  if (said !== undefined) return said;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return plainWords(value, side);
  const parts = partsOf(value, side, path);
  return parts.length === 0
    ? side.t('versions.none')
    : withRest(parts, parts.length, side, side.t('versions.parts'));
}

/** “Subject “Hi””, “Coupon code “SPRING”” */
function partsOf(record: object, side: Side, path: FieldPath): readonly string[] {
  return Object.entries(record).flatMap(([key, part]: [string, unknown]) => {
    const below = [...path, key];
    if (typeof part === 'object' && part !== null && !Array.isArray(part)) return partsOf(part, side, below);
    const found = fieldAt(patternOf(below));
    const value = valueWords(part, found, side, below);
    return [side.t('versions.pair', { label: labelOf(below, found, side), value })];
  });
}

/** What is not there is switched off. */
function isSwitch(found: Field | undefined, side: Side): boolean {
  return found?.say?.(undefined, side) !== undefined;
}

function patternOf(path: FieldPath): string {
  const list = LISTS.some((name) => name === path[0]);
  const keys = path.map((key, at) => (list && at === 1 ? '*' : String(key)));
  const free = freeAt(path);
  return keys.map((key, at) => (free > 0 && at === free ? '*' : key)).join('.');
}

/** Where a tag or a variant is called as somebody chose; 0 where nothing is. */
function freeAt(path: FieldPath): number {
  return 1 + path.findIndex((key, at) => at > 0 && (key === 'utm' || key === 'variants'));
}

function labelOf(path: FieldPath, found: Field | undefined, { t }: Side): string {
  if (!found) return path.map((key) => readable(String(key))).join(' › ');
  const free = freeAt(path);
  const tag = free > 0 && free < path.length ? clipped(String(path[free])) : '';
  return t(`versions.field.${found.label}`, { tag });
}

function ownerName(list: ListName, item: string | number, side: Side): string {
  if (list !== 'exitRules' && list !== 'rungs') return itemName(list, item, side);
  return side.t(`versions.inItem.${list}`, { number: itemName(list, item, side) });
}

/** The marketer's name of an item; its number where it has none. */
function itemName(list: ListName, key: string | number, side: Side): string {
  const items = itemsOf(list, side);
  const item = itemOf(items, key);
  if (item && 'name' in item && typeof item.name === 'string') return clipped(item.name);
  return String(item ? items.indexOf(item) + 1 : typeof key === 'number' ? key + 1 : key);
}

function itemsOf(list: ListName, { step, journey }: Side): readonly object[] {
  switch (list) {
    case 'arms':
      return step?.kind === 'experiment' ? step.arms : [];
    case 'branches':
      return step?.kind === 'split' ? step.branches : [];
    case 'rungs':
      return step?.kind === 'escalate' ? step.rungs : [];
    case 'changes':
      return step?.kind === 'update' ? step.changes : [];
    case 'exitRules':
      return journey.settings.exitRules;
    case 'goals':
      return journey.settings.goals;
  }
}
