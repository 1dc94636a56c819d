import * as z from 'zod/mini';
import { groupSchema, MAX_ANNOTATIONS, noteSchema } from './annotations.ts';
import { MAX_STEPS } from './limits.ts';
import { originSchema } from './origin.ts';
import { settings } from './schema/settings.ts';
import { id, journeyId, stepId, text } from './schema/values.ts';
import { checkSchema } from './steps/check.ts';
import { entrySchema } from './steps/entry.ts';
import { escalateSchema } from './steps/escalate.ts';
import { exitSchema } from './steps/exit.ts';
import { experimentSchema } from './steps/experiment.ts';
import { goalSchema } from './steps/goal.ts';
import { handoffSchema } from './steps/handoff.ts';
import { messageSchema } from './steps/message.ts';
import { splitSchema } from './steps/split.ts';
import { updateSchema } from './steps/update.ts';
import { waitSchema } from './steps/wait.ts';

/** Positions are drawn: far enough for any canvas, small enough to stay exact. */
const coordinate = z.number().check(z.gte(-1e6), z.lte(1e6));

/** A step of any kind. */
export const stepSchema = z.discriminatedUnion('kind', [
  entrySchema,
  splitSchema,
  experimentSchema,
  messageSchema,
  waitSchema,
  checkSchema,
  escalateSchema,
  updateSchema,
  handoffSchema,
  goalSchema,
  exitSchema,
]);

/**
 * The shape of the document. Parsing builds new objects out of known keys, so nothing a file carries beside them comes in.
 * What the shape cannot say (links lead somewhere, weights make 100 %) is said in `references.ts` and `problems.ts`.
 */
export const journeySchema = z.strictObject({
  format: z.literal('rehearsal-journey'),
  version: z.literal(1),
  id: journeyId,
  luckId: text,
  name: text,
  brief: z.exactOptional(text),
  settings,
  steps: bounded(z.record(stepId, stepSchema)),
  links: bounded(z.record(stepId, z.record(id, stepId))),
  layout: bounded(z.record(stepId, z.strictObject({ x: coordinate, y: coordinate }))),
  notes: z.exactOptional(bounded(z.record(id, noteSchema), MAX_ANNOTATIONS)),
  groups: z.exactOptional(bounded(z.record(id, groupSchema), MAX_ANNOTATIONS)),
  origin: z.exactOptional(originSchema),
});

/** The registry is what the published JSON Schema shows of the check. */
function bounded<S extends z.ZodMiniType<Readonly<Record<string, unknown>>>>(schema: S, max = MAX_STEPS): S {
  const checked = schema.check(
    z.refine((value) => Object.keys(value).length <= max, {
      error: `it may have at most ${max} entries`,
    }),
  );
  z.globalRegistry.add(checked, { maxProperties: max });
  return checked;
}
