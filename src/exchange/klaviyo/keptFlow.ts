import type { ExitRule, Journey, ReEntry } from '../../journey/journey.ts';
import type { Rule } from '../../journey/rules.ts';
import { sameJson } from '../../journey/sameJson.ts';
import { isObject, keptDocument } from '../kept.ts';
import { tagOf } from '../tagOf.ts';
import type { Json } from './types.ts';

/** What is kept of a flow beside its actions. */
export interface KeptFlow {
  /** Ids of its actions, in the order of the file. */
  readonly order: readonly string[];
  /** Its filter and its re-entry as they stood, while the journey still has the settings that they were read as. */
  readonly asRead: Json | undefined;
}

export function keepFlow(definition: Json, order: readonly string[], settings: unknown): Json {
  const { profile_filter: filter, reentry_criteria: criteria } = definition;
  const asRead = {
    ...(filter !== undefined && { profile_filter: filter }),
    ...(criteria !== undefined && { reentry_criteria: criteria }),
  };
  return { order, asRead, settings };
}

export function keptFlow(journey: Journey): KeptFlow {
  const document = keptDocument(journey, 'klaviyo');
  if (!isObject(document)) return { order: [], asRead: undefined };
  const { order, asRead, settings } = document;
  const { exitRules, reEntry } = journey.settings;
  const same = isObject(settings) && sameSettings({ exitRules, reEntry }, settings);
  return {
    order: Array.isArray(order) ? order.filter((id) => typeof id === 'string') : [],
    asRead: same && isObject(asRead) ? asRead : undefined,
  };
}

/** Columns that the audience lacks have become tags on the way: the same words are the same. */
function sameSettings(now: { exitRules: readonly ExitRule[]; reEntry: ReEntry }, read: Json): boolean {
  return sameJson(now.reEntry, read['reEntry']) && sameJson(inTags(now.exitRules), inTags(read['exitRules']));
}

function inTags(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inTags);
  if (!isObject(value)) return value;
  if (value['kind'] === 'column')
    return { kind: 'tag', tag: tagOfComparison(value as Rule & { kind: 'column' }) };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inTags(part)]));
}

function tagOfComparison({ column, operator, value }: Extract<Rule, { kind: 'column' }>): string {
  return tagOf([column, operator, ...(value === undefined ? [] : [String(value)])].join(' '));
}

/** Actions that were there before in their old order, new ones behind. */
export function inKeptOrder(actions: readonly Json[], order: readonly string[]): readonly Json[] {
  const rank = new Map(order.map((id, index) => [id, index]));
  const placeOf = (action: Json) => rank.get(String(action['temporary_id'])) ?? order.length;
  return [...actions].sort((a, b) => placeOf(a) - placeOf(b));
}
