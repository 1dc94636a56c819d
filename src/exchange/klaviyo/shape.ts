import * as z from 'zod/mini';

const id = z.union([z.string(), z.number()]);
const condition = z.looseObject({ type: z.string() });
const filter = z.looseObject({
  condition_groups: z.array(z.looseObject({ conditions: z.array(condition) })),
});
const next = z.nullish(id);
const links = z.nullish(
  z.looseObject({ next: z.optional(next), next_if_true: z.optional(next), next_if_false: z.optional(next) }),
);

const action = z.looseObject({
  type: z.string(),
  id: z.nullish(id),
  temporary_id: z.nullish(id),
  links: z.optional(links),
  data: z.optional(z.unknown()),
});

const definition = z.looseObject({
  triggers: z.array(z.looseObject({ type: z.string() })),
  profile_filter: z.nullish(filter),
  actions: z.array(action),
  entry_action_id: z.nullish(id),
  reentry_criteria: z.nullish(z.looseObject({ duration: z.number(), unit: z.string() })),
});

/** As much of a flow as must be there to be read; everything else may be there. */
export const flowSchema = z.looseObject({
  data: z.looseObject({
    attributes: z.looseObject({ name: z.nullish(z.string()), definition }),
  }),
});

export type FlowDefinition = z.infer<typeof definition>;
export type FlowAction = z.infer<typeof action>;
