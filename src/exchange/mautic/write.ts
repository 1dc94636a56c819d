import { sameJson } from '../../journey/sameJson.ts';
import type { WaitUntil } from '../../journey/steps/wait.ts';
import type { JsonObject } from './campaign.ts';
import type { Placed } from './emit.ts';
import { eventName, nameOfEvent } from './eventName.ts';
import { readTiming } from './readTiming.ts';
import { AT_ONCE, NO_TRIGGER, type Trigger, triggerOf } from './timing.ts';

/** A placed event, and what of the origin is written again for it. */
export interface Writing {
  readonly event: Placed;
  /** The event of the file that the step was read from, when the step still is what it was read as. */
  readonly raw?: JsonObject;
  readonly properties: JsonObject;
}

/** Events as Mautic takes them, each below the one before it. */
export function writtenEvents(all: readonly Writing[]): readonly JsonObject[] {
  const depths = new Map<string, number>();
  const children = new Map<string, string[]>();
  for (const { event } of all) {
    depths.set(event.id, (depths.get(event.from?.id ?? '') ?? 0) + 1);
    if (event.from) children.set(event.from.id, [...(children.get(event.from.id) ?? []), event.id]);
  }
  return all.map((one) =>
    written(one, { order: depths.get(one.event.id) ?? 1, children: children.get(one.event.id) ?? [] }),
  );
}

interface Place {
  readonly order: number;
  readonly children: readonly string[];
}

function written({ event, raw, properties }: Writing, { order, children }: Place): JsonObject {
  const { id, from, until } = event;
  const links = {
    parent: from?.id ?? null,
    decisionPath: from === undefined || from.anchor === 'bottom' ? null : from.anchor,
    children,
  };
  if (!raw) {
    const trigger = event.eventType === 'decision' ? NO_TRIGGER : triggerOf(until);
    const { type, eventType } = event;
    return { id, name: eventName(event.name), type, eventType, order, properties, ...trigger, ...links };
  }
  const name = nameOfEvent(raw) === event.name ? {} : { name: eventName(event.name) };
  const timed = isTimed(raw, until)
    ? {}
    : retimed(raw, event.eventType === 'decision' ? AT_ONCE : triggerOf(until));
  // The links of an event are told by the canvas; here they stand where the file had them.
  const place = { order, ...links };
  const repointed = Object.fromEntries(Object.entries(place).filter(([key]) => Object.hasOwn(raw, key)));
  return { ...raw, id, ...name, ...timed, properties, ...repointed };
}

function isTimed(raw: JsonObject, until: WaitUntil | undefined): boolean {
  return sameJson(readTiming(raw).until, until);
}

/** Another time; restrictions that the old one had are taken back. */
function retimed(raw: JsonObject, trigger: Trigger): JsonObject {
  const cleared = Object.keys(raw)
    .filter((key) => /^trigger(?:Hour|Restricted)/.test(key))
    .map((key): [string, unknown] => [key, key === 'triggerRestrictedDaysOfWeek' ? [] : null]);
  return { ...Object.fromEntries(cleared), ...trigger };
}
