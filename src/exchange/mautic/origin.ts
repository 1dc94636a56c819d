import type { StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import { isObject, keptDocument, keptOf } from '../kept.ts';
import type { Anchor, JsonObject } from './campaign.ts';

/** What was kept of the file that a journey came from; all of it in the shape that is sent to Mautic. */
export interface Kept {
  /** Whether the file had our slips. */
  readonly ours: boolean;
  readonly body: JsonObject;
  readonly events: readonly JsonObject[];
  readonly nodes: readonly JsonObject[];
  readonly connections: readonly JsonObject[];
  /** What stood in the blanks, by their ids. */
  readonly blanks: JsonObject;
  /** The event that a step was read of, or the wait was. */
  readonly eventOf: (step: StepId) => KeptEvent | undefined;
}

export interface KeptEvent {
  readonly raw: JsonObject;
  /** Whether the step still is what it was read as, but for its name. */
  readonly unchanged: boolean;
}

/** Undefined: the journey does not come from Mautic. */
export function keptFrom(journey: Journey): Kept | undefined {
  const document = keptDocument(journey, 'mautic');
  if (!isObject(document) || !isObject(document['body'])) return undefined;
  const { body } = document;
  const canvas = isObject(body['canvasSettings']) ? body['canvasSettings'] : {};
  return {
    ours: document['ours'] === true,
    body,
    events: objects(body['events']),
    nodes: objects(canvas['nodes']),
    connections: objects(canvas['connections']),
    blanks: isObject(document['blanks']) ? document['blanks'] : {},
    eventOf: (step) => {
      const kept = keptOf(journey, 'mautic', step);
      return kept && isObject(kept.raw) ? { raw: kept.raw, unchanged: kept.unchanged } : undefined;
    },
  };
}

export function objects(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The event of this type that hung there; of jumps the one that led to `target`. */
export function keptAt(
  kept: Kept | undefined,
  from: { readonly id: string; readonly anchor: Anchor } | undefined,
  type: string,
  target?: string,
): JsonObject | undefined {
  return kept?.events.find(
    (event) =>
      event['type'] === type &&
      (event['parent'] ?? undefined) === from?.id &&
      (event['decisionPath'] ?? 'bottom') === (from?.anchor ?? 'bottom') &&
      (target === undefined || jumpsTo(event) === target),
  );
}

function jumpsTo({ properties }: JsonObject): unknown {
  return isObject(properties) ? properties['jumpToEvent'] : undefined;
}
