import * as z from 'zod/mini';

const json = z.record(z.string(), z.unknown());
/** The server writes `null` for an object that is empty. */
const part = z.optional(z.nullable(json));

const outcome = z.looseObject({
  key: z.optional(z.nullable(z.string())),
  next: z.optional(z.nullable(z.string())),
  arguments: part,
  metaData: part,
});

/** An activity or trigger, as far as it is looked at. All else of it goes along unread. */
export const activityShape = z.looseObject({
  key: z.string().check(z.minLength(1)),
  name: z.optional(z.nullable(z.string())),
  description: z.optional(z.nullable(z.string())),
  type: z.string(),
  outcomes: z.optional(z.nullable(z.array(outcome))),
  arguments: part,
  configurationArguments: part,
  metaData: part,
});

/** A journey of the Journey Specification. */
export const interactionShape = z.looseObject({
  key: z.optional(z.nullable(z.string())),
  name: z.string(),
  workflowApiVersion: z.optional(z.nullable(z.union([z.number(), z.string()]))),
  definitionType: z.optional(z.nullable(z.string())),
  entryMode: z.optional(z.nullable(z.string())),
  goals: z.optional(z.nullable(z.array(z.unknown()))),
  exits: z.optional(z.nullable(z.array(z.unknown()))),
  triggers: z.optional(z.nullable(z.array(activityShape))),
  activities: z.array(activityShape),
});

export type ShapedOutcome = z.infer<typeof outcome>;
export type ShapedActivity = z.infer<typeof activityShape>;
export type ShapedInteraction = z.infer<typeof interactionShape>;

/** Types are written in capitals, but for the documentation's examples. */
export function typeOf({ type }: Pick<ShapedActivity, 'type'>): string {
  return type.toUpperCase();
}
