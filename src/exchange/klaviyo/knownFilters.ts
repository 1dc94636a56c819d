import type { Journey } from '../../journey/journey.ts';
import { isObject } from '../kept.ts';
import { makeFlow } from './exportFlow.ts';
import { branchesOf } from './graph.ts';
import type { Json } from './types.ts';

/** How a journey is written: a filter that still stands so in its file means what it meant. */
export interface Known {
  readonly profileFilter: unknown;
  readonly reEntry: unknown;
  /** By the id of its action, and for splits of many branches that of the branch. */
  readonly filters: ReadonlyMap<string, unknown>;
}

export function knownFilters(base: Journey | undefined): Known | undefined {
  const made = base && makeFlow(base);
  if (!made?.ok) return undefined;
  const definition = definitionIn(made.body);
  const filters = new Map<string, unknown>();
  for (const action of Array.isArray(definition['actions'])
    ? (definition['actions'] as readonly unknown[])
    : []) {
    if (!isObject(action)) continue;
    const { data, temporary_id: id } = action;
    if (isObject(data)) filters.set(String(id), data['profile_filter']);
    for (const branch of branchesOf(data))
      filters.set(filterKey(String(id), String(branch['branch_id'])), branch['branch_filter']);
  }
  return { profileFilter: definition['profile_filter'], reEntry: definition['reentry_criteria'], filters };
}

export function filterKey(action: string, branch: string): string {
  return `${action} ${branch}`;
}

function definitionIn(body: Json): Json {
  const data = isObject(body['data']) ? body['data'] : {};
  const attributes = isObject(data['attributes']) ? data['attributes'] : {};
  return isObject(attributes['definition']) ? attributes['definition'] : {};
}

/** Whether two filters are the same but for the ids of metrics, which somebody may have filled in. */
export function sameButIds(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((part, at) => sameButIds(part, b[at]))
    );
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => key === 'metric_id' || sameButIds(a[key], b[key]));
}
