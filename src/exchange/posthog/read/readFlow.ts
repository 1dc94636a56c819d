import { freshId, isId, stepId, type StepId } from '../../../journey/ids.ts';
import type { ExitName, Position } from '../../../journey/journey.ts';
import { MAX_STEPS } from '../../../journey/limits.ts';
import { minutes } from '../../../journey/units.ts';
import type { Imported, ImportOptions } from '../../contract.ts';
import { Draft, refusal } from '../../draft.ts';
import { isObject } from '../../kept.ts';
import { readDescription } from '../slip.ts';
import { type Outlet, outletKey } from '../format.ts';
import type { RawAction, ReadContext } from './context.ts';
import { type FlowGraph, readGraph, variablesOf } from './graph.ts';
import { type Group, groupsOf, rawActions } from './groups.ts';
import { webhookFor } from './readFunction.ts';
import { readSettings } from './readSettings.ts';
import { readShape } from './shape.ts';

/** More actions than a journey can have steps, even where several are one step. */
const MOST_ACTIONS = 2 * MAX_STEPS;
const MOST_EDGES = 20 * MAX_STEPS;

/** A workflow’s JSON as a journey. `at`: where all cards go when nobody will look at them. */
export function readFlow(value: unknown, options: ImportOptions, at?: Position): Imported {
  const shape = readShape(value);
  if (!shape.ok) return shape;
  const { flow } = shape;
  if (flow.actions.length > MOST_ACTIONS || flow.edges.length > MOST_EDGES)
    return refusal(
      'too-many-steps',
      `This workflow has ${flow.actions.length} actions and ${flow.edges.length} edges, more than a journey can have. Import a part of it.`,
      'actions',
    );
  const draft = new Draft('posthog', (flow.name ?? '').slice(0, 10_000), options);
  const graph = readGraph(flow, (doubt) => draft.warn(doubt));
  if (!graph.ok) return graph;
  const actions = rawActions(flow);
  const ids = stepIdsOf(actions);
  const context = contextOf({ flow, actions, graph: graph.graph, ids }, options, draft);
  const groups = groupsOf(actions, graph.graph, context);
  const raw = isObject(value) ? value : {};
  addSteps(draft, { groups, ids, raw, at });
  connect(draft, { groups, ids, graph: graph.graph });
  warnOfWays(draft, groups, graph.graph);
  const { note, slip } = readDescription(flow.description);
  const eligible = groups.flatMap(({ reading: { step } }) =>
    step.kind === 'entry' && step.eligible ? [step.eligible] : [],
  )[0];
  settle(draft, readSettings(flow, slip, { eligible, context }));
  draft.keep({ ...raw, actions: actions.map(({ id, type }) => ({ id, type })) });
  return withBrief(draft.finish(), note);
}

/** Ids of actions where they can be ids here; others get a number. */
export function stepIdsOf(actions: readonly Pick<RawAction, 'id'>[]): ReadonlyMap<string, StepId> {
  const taken = new Set(actions.map(({ id }) => id));
  return new Map(
    actions.map(({ id }) => {
      const usable = isId(id) && id !== 'latest';
      const own = usable ? id : freshId(taken, 'step');
      taken.add(own);
      return [id, stepId(own)];
    }),
  );
}

interface Whole {
  readonly flow: Readonly<Record<string, unknown>>;
  readonly actions: readonly RawAction[];
  readonly graph: FlowGraph;
  readonly ids: ReadonlyMap<string, StepId>;
}

export function contextOf(
  { flow, actions, graph, ids }: Whole,
  options: ImportOptions,
  draft: { readonly warn: ReadContext['warn'] },
): ReadContext {
  const byId = new Map(actions.map((action) => [action.id, action]));
  const sends = ({ type, config }: RawAction) =>
    ['function_email', 'function_sms', 'function_push'].includes(type) ||
    webhookFor({ type, config }) === 'message';
  return {
    warn: (doubt) => draft.warn(doubt),
    schema: options.schema,
    hasBase: options.base !== undefined,
    variables: variablesOf(flow['variables']),
    ends: (outlet) => {
      const to = graph.target(outlet);
      return to === undefined || byId.get(to)?.type === 'exit';
    },
    messageOf: (id) => {
      const action = byId.get(id);
      return action && sends(action) ? ids.get(id) : undefined;
    },
  };
}

interface Added {
  readonly groups: readonly Group[];
  readonly ids: ReadonlyMap<string, StepId>;
}

function addSteps(
  draft: Draft,
  {
    groups,
    ids,
    raw,
    at,
  }: Added & { readonly raw: Readonly<Record<string, unknown>>; readonly at?: Position | undefined },
): void {
  const list = Array.isArray(raw['actions']) ? raw['actions'] : [];
  const raws = new Map(list.flatMap((action: unknown) => (isObject(action) ? [[action['id'], action]] : [])));
  for (const { actions, reading } of groups) {
    const [first] = actions;
    const id = first && ids.get(first.id);
    if (id === undefined) continue;
    const all = actions.map((action) => raws.get(action.id));
    draft.add(reading.step, { id, raw: all.length === 1 ? all[0] : all, ...(at && { at }) });
  }
}

function connect(draft: Draft, { groups, ids, graph }: Added & { readonly graph: FlowGraph }): void {
  const steps = new Set(groups.map(({ actions }) => actions[0]?.id));
  for (const { actions, reading } of groups) {
    const from = ids.get(actions[0]?.id ?? '');
    const done = new Set<ExitName>();
    for (const way of reading.ways) {
      const target = graph.target(way);
      const to = target !== undefined && steps.has(target) ? ids.get(target) : undefined;
      if (from === undefined || to === undefined || done.has(way.exit)) continue;
      done.add(way.exit);
      draft.connect(from, way.exit, to);
    }
  }
}

/** Ways out that no exit here stands for. The one that cohorts fall through to is never taken. */
function warnOfWays(draft: Draft, groups: readonly Group[], graph: FlowGraph): void {
  const known = new Set(
    groups.flatMap(({ reading }) => [...reading.ways, ...(reading.inner ?? [])].map(outletKey)),
  );
  const paths = new Map(
    groups.flatMap(({ actions }) => actions.map(({ id, path, type }) => [id, { path, type }] as const)),
  );
  for (const { from, type, index } of graph.edges) {
    const outlet: Outlet = { from, type, ...(index !== undefined && { index }) };
    const action = paths.get(from);
    if (
      !action ||
      known.has(outletKey(outlet)) ||
      action.type === 'random_cohort_branch' ||
      action.type === 'conditional_branch'
    )
      continue;
    draft.warn({
      code: 'way-left-out',
      words: `“${action.path}” has more ways out than its milestone has here. One of them is left out.`,
      path: action.path,
    });
  }
}

function settle(
  draft: Draft,
  { reEntry, exitRules, entryCap, windowMinutes }: ReturnType<typeof readSettings>,
): void {
  draft.settle({ reEntry, exitRules, ...(entryCap !== undefined && { entryCap }) });
  if (windowMinutes === undefined) return;
  draft.settle({
    goals: [
      {
        id: 'conversion',
        name: 'Conversion',
        on: { kind: 'conversion' },
        value: { kind: 'event' },
        count: 'oncePerEntry',
        window: { minutes: minutes(windowMinutes), from: 'entry' },
      },
    ],
  });
}

function withBrief(imported: Imported, note: string): Imported {
  if (!imported.ok || note === '' || imported.journey.brief !== undefined) return imported;
  return { ...imported, journey: { ...imported.journey, brief: note.slice(0, 10_000) } };
}
