import * as z from 'zod/mini';
import type { Problem } from '../../../journey/problem.ts';
import { issueProblem } from '../../../journey/schemaWords.ts';
import { isObject } from '../../kept.ts';
import { otherThan } from '../../looks.ts';

const id = z.string().check(z.minLength(1), z.maxLength(500));
const anything = z.record(z.string(), z.unknown());

const action = z.looseObject({ id, type: z.string().check(z.maxLength(200)), config: z.nullish(anything) });

const edge = z.looseObject({
  from: z.string(),
  to: z.string(),
  type: z.enum(['continue', 'branch']),
  index: z.nullish(z.int()),
});

/** What must be right for a file to be a workflow at all; everything else is looked at where it is read. */
const flow = z.looseObject({
  name: z.nullish(z.string()),
  description: z.nullish(z.string()),
  actions: z.array(action),
  edges: z.array(edge),
});

export type FlowShape = z.infer<typeof flow>;
export type EdgeShape = z.infer<typeof edge>;

export type ReadShape =
  | { readonly ok: true; readonly flow: FlowShape }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const MOST_PROBLEMS = 10;

export function readShape(value: unknown): ReadShape {
  const other = otherThing(value);
  if (other !== undefined)
    return { ok: false, problems: [{ code: 'not-a-workflow', severity: 'error', words: other, values: {} }] };
  const read = flow.safeParse(value);
  if (read.success) return { ok: true, flow: read.data };
  const problems = read.error.issues.slice(0, MOST_PROBLEMS).map((issue) => issueProblem(issue, value));
  return { ok: false, problems };
}

const WANTED =
  'A PostHog workflow has “actions” and “edges”: the answer to GET /api/projects/:project_id/hog_flows/:id/.';

/** A sentence about what the file is instead; undefined: a workflow, or nothing known. */
function otherThing(value: unknown): string | undefined {
  if (Array.isArray(value)) return `This is a list. ${WANTED} Take one workflow out of the list.`;
  if (!isObject(value)) return `This is not a workflow. ${WANTED}`;
  if (Array.isArray(value['actions']) && Array.isArray(value['edges'])) return undefined;
  if (Array.isArray(value['results']))
    return `This is a list of workflows. ${WANTED} Save one of its results.`;
  const other = otherThan('posthog', value);
  if (other !== undefined) return `${other} ${WANTED}`;
  if (Array.isArray(value['actions']))
    return `This workflow has no “edges”: it is cut short, or of an old or newer form than the one that can be read. ${WANTED} Fetch it again.`;
  return `This is not a workflow. ${WANTED}`;
}
