import * as z from 'zod/mini';
import { EVENT_TYPES } from './campaign.ts';

/** A number or text; Mautic numbers what it has saved, and new events are called `new…`. */
const anyId = z.union([z.string().check(z.minLength(1)), z.number()]);
const link = z.nullish(z.union([z.string(), z.number(), z.looseObject({ id: anyId })]));

/** What all three shapes say of an event, each in its own words. */
const eventShape = {
  id: anyId,
  name: z.nullish(z.string()),
  type: z.string(),
  // PHP writes an object without keys as a list.
  properties: z.optional(z.nullish(z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]))),
};
const eventType = z.enum(EVENT_TYPES);
const path = z.nullish(z.enum(['yes', 'no', '']));

const apiEvent = z.looseObject({
  ...eventShape,
  eventType,
  parent: z.optional(link),
  decisionPath: z.optional(path),
});

const fileEvent = z.looseObject({
  ...eventShape,
  event_type: eventType,
  parent_id: z.optional(z.nullish(anyId)),
  decisionPath: z.optional(path),
});

const endpoint = z.looseObject({ endpoint: z.string() });
const connection = z.looseObject({
  sourceId: anyId,
  targetId: anyId,
  anchors: z.optional(z.union([z.looseObject({ source: z.optional(z.string()) }), z.array(endpoint)])),
});

const canvas = z.union([
  z.looseObject({
    nodes: z.optional(z.array(z.looseObject({ id: anyId }))),
    connections: z.optional(z.array(connection)),
  }),
  z.array(z.never()),
]);

const source = z.optional(
  z.union([z.array(z.looseObject({ id: anyId })), z.record(z.string(), z.looseObject({ id: anyId }))]),
);

export const bodyShape = z.looseObject({
  name: z.optional(z.nullish(z.string())),
  events: z.union([z.array(apiEvent), z.record(z.string(), apiEvent)]),
  lists: source,
  forms: source,
  canvasSettings: z.optional(z.nullish(canvas)),
});
export type Body = z.infer<typeof bodyShape>;

export const exportShape = z.looseObject({
  campaign: z.array(
    z.looseObject({
      id: anyId,
      name: z.optional(z.nullish(z.string())),
      canvas_settings: z.optional(z.nullish(canvas)),
    }),
  ),
  campaign_event: z.array(fileEvent),
  lists: source,
  forms: source,
  dependencies: z.optional(z.unknown()),
});
export type ExportedCampaign = z.infer<typeof exportShape>;

export type Connection = z.infer<typeof connection>;
export type ApiEvent = z.infer<typeof apiEvent>;
export type FileEvent = z.infer<typeof fileEvent>;
