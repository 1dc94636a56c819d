import type { Problem } from '../../../journey/problem.ts';
import { clip } from '../../../journey/schemaWords.ts';
import type { Doubt } from '../../doubt.ts';
import { isObject } from '../../kept.ts';
import { type Edge, type Outlet, outletKey } from '../format.ts';
import type { EdgeShape, FlowShape } from './shape.ts';

/** Types of actions that have branches, and how many. */
function slotsOf(type: string, config: Readonly<Record<string, unknown>>): number | undefined {
  if (type === 'conditional_branch') return lengthOf(config['conditions']);
  if (type === 'random_cohort_branch') return lengthOf(config['cohorts']);
  if (type === 'wait_until_condition') return 1;
  // What is not known here may have any.
  return KNOWN_WITHOUT.has(type) ? 0 : undefined;
}

const KNOWN_WITHOUT = new Set([
  'trigger',
  'delay',
  'wait_until_time_window',
  'function',
  'function_email',
  'function_sms',
  'function_push',
  'exit',
]);

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}

/** The ways between the actions of a workflow. */
export interface FlowGraph {
  readonly edges: readonly Edge[];
  readonly target: (outlet: Outlet) => string | undefined;
  readonly into: (action: string) => readonly Edge[];
}

type ReadGraph =
  | { readonly ok: true; readonly graph: FlowGraph }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What PostHog refuses when a workflow is saved is refused here; what it runs all the same is warned of. */
export function readGraph(flow: FlowShape, warn: (doubt: Doubt) => void): ReadGraph {
  const faults = new Faults();
  checkActions(flow, faults);
  const actions = new Map(flow.actions.map((action) => [action.id, action]));
  const edges = flow.edges.flatMap((edge, index) => readEdge(edge, index, { actions, faults, warn }));
  checkWaits(flow, edges, faults);
  return faults.problems.length > 0
    ? { ok: false, problems: faults.problems }
    : { ok: true, graph: graphOf(edges) };
}

const MOST_PROBLEMS = 10;

class Faults {
  readonly problems: Problem[] = [];

  add(code: string, words: string, path: string): void {
    if (this.problems.length < MOST_PROBLEMS)
      this.problems.push({
        code,
        severity: 'error',
        words: `${words} Correct the file, or fetch it again.`,
        values: { path },
        path,
      });
  }
}

function checkActions({ actions }: FlowShape, faults: Faults): void {
  const seen = new Map<string, number>();
  actions.forEach(({ id }, index) => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    else
      faults.add(
        'id-twice',
        `“actions.${index}” and “actions.${first}” have the same id “${clip(id)}”.`,
        `actions.${index}.id`,
      );
  });
  const triggers = actions.flatMap(({ type }, index) => (type === 'trigger' ? [index] : []));
  if (triggers.length === 0)
    faults.add('no-trigger', 'None of the “actions” is a trigger, so nobody could come in.', 'actions');
  for (const index of triggers.slice(1))
    faults.add(
      'several-triggers',
      `“actions.${index}” is another trigger. A workflow has one.`,
      `actions.${index}`,
    );
}

interface Surroundings {
  readonly actions: ReadonlyMap<string, FlowShape['actions'][number]>;
  readonly faults: Faults;
  readonly warn: (doubt: Doubt) => void;
}

function readEdge(edge: EdgeShape, index: number, { actions, faults, warn }: Surroundings): readonly Edge[] {
  const path = `edges.${index}`;
  const [from, to] = [actions.get(edge.from), actions.get(edge.to)];
  if (!from)
    faults.add(
      'dangling',
      `“${path}.from” names the action “${clip(edge.from)}”, which is not in the file.`,
      `${path}.from`,
    );
  if (!to)
    faults.add(
      'dangling',
      `“${path}.to” names the action “${clip(edge.to)}”, which is not in the file.`,
      `${path}.to`,
    );
  if (!from || !to) return [];
  if (to.type === 'trigger') {
    faults.add('into-trigger', `“${path}” leads back into the trigger; nothing may.`, path);
    return [];
  }
  if (from.type === 'exit') {
    warn({
      code: 'edge-after-exit',
      words: `“${path}” leads on from an exit, where everyone has left. It is left out.`,
      path,
    });
    return [];
  }
  if (edge.type === 'continue') return [{ from: edge.from, to: edge.to, type: 'continue' }];
  return checkBranch(edge, path, { from, faults });
}

function checkBranch(
  edge: EdgeShape,
  path: string,
  { from, faults }: { readonly from: FlowShape['actions'][number]; readonly faults: Faults },
): readonly Edge[] {
  const slots = slotsOf(from.type, from.config ?? {});
  const { index } = edge;
  if (typeof index !== 'number')
    faults.add('branch-without-index', `“${path}” is a branch without an “index”.`, path);
  else if (index < 0 || (slots !== undefined && index >= slots))
    faults.add(
      'branch-out-of-range',
      `“${path}.index” is ${index}, and “${clip(edge.from)}” has ${slots ?? 0} branches.`,
      `${path}.index`,
    );
  else return [{ from: edge.from, to: edge.to, type: 'branch', index }];
  return [];
}

function checkWaits({ actions }: FlowShape, edges: readonly Edge[], faults: Faults): void {
  const keys = new Map<string, number>();
  for (const edge of edges) keys.set(outletKey(edge), (keys.get(outletKey(edge)) ?? 0) + 1);
  for (const edge of edges)
    if (edge.type === 'branch' && (keys.get(outletKey(edge)) ?? 0) > 1) {
      keys.set(outletKey(edge), 1);
      faults.add(
        'branch-twice',
        `Two “edges” are the branch ${edge.index ?? 0} of “${clip(edge.from)}”.`,
        'edges',
      );
    }
  actions.forEach(({ id, type }, at) => {
    if (type === 'wait_until_condition' && !keys.has(outletKey({ from: id, type: 'branch', index: 0 })))
      faults.add(
        'wait-without-branch',
        `“actions.${at}” waits for something, and no edge of type “branch” with index 0 says where that leads.`,
        `actions.${at}`,
      );
  });
}

/** Of two edges for one way out the first is taken, as PostHog does. */
export function graphOf(edges: readonly Edge[]): FlowGraph {
  const targets = new Map<string, string>();
  const into = new Map<string, Edge[]>();
  for (const edge of edges) {
    if (!targets.has(outletKey(edge))) targets.set(outletKey(edge), edge.to);
    const known = into.get(edge.to);
    if (known) known.push(edge);
    else into.set(edge.to, [edge]);
  }
  return {
    edges,
    target: (outlet) => targets.get(outletKey(outlet)),
    into: (action) => into.get(action) ?? [],
  };
}

/** A workflow’s variables and their default texts. */
export function variablesOf(variables: unknown): ReadonlyMap<string, string> {
  const list = Array.isArray(variables) ? variables : [];
  return new Map(
    list.flatMap((variable): [string, string][] => {
      if (!isObject(variable) || typeof variable['key'] !== 'string') return [];
      return [[variable['key'], typeof variable['default'] === 'string' ? variable['default'] : '']];
    }),
  );
}
