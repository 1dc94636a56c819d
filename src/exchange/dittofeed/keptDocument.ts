import type { Journey } from '../../journey/journey.ts';
import { isObject, keptDocument } from '../kept.ts';
import { NO_RESOURCES } from './bundle.ts';
import { type Body, RESOURCE_KINDS, type Resources } from './types.ts';

/** What of a file belongs to no step. */
export interface KeptDocument {
  /** The journey as it stood there, without its nodes. */
  readonly body: Body;
  /** What the journey was called when it was read, by the file or for want of a name in it. */
  readonly name: string;
  /** Whether contacts could come in again. */
  readonly often: boolean;
  /** Ids of its nodes, in their order. */
  readonly order: readonly string[];
  readonly resources: Resources;
}

/** A document may have been changed by hand since: what has not the shape counts as nothing. */
export function keptFile(journey: Journey): KeptDocument | undefined {
  const kept = keptDocument(journey, 'dittofeed');
  if (!isObject(kept) || !isObject(kept['body'])) return undefined;
  const { body, name, often, order, resources } = kept;
  return {
    body,
    name: typeof name === 'string' ? name : '',
    often: often === true,
    order: Array.isArray(order) ? order.map(String) : [],
    resources: isObject(resources) ? resourcesOf(resources) : NO_RESOURCES,
  };
}

function resourcesOf(kept: Body): Resources {
  const lists = RESOURCE_KINDS.map((kind) => {
    const list = kept[kind];
    return [kind, Array.isArray(list) ? list.filter(isObject) : []] as const;
  });
  return { ...NO_RESOURCES, ...Object.fromEntries(lists) };
}

export function textAt(body: Body | undefined, key: string): string | undefined {
  const value = body?.[key];
  return typeof value === 'string' ? value : undefined;
}

export function objectAt(body: Body | undefined, key: string): Body | undefined {
  const value = body?.[key];
  return isObject(value) ? value : undefined;
}
