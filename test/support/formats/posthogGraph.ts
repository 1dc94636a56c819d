interface Action {
  readonly id: string;
  readonly type: string;
  readonly config: Readonly<Record<string, unknown>>;
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly type: 'continue' | 'branch';
  readonly index?: number;
}

/** What is left to look at when the schema holds. */
export interface Flow {
  readonly trigger?: unknown;
  readonly exit_condition: string;
  readonly conversion?: { readonly events?: readonly unknown[]; readonly filters: readonly unknown[] };
  readonly variables?: readonly { readonly key: string }[];
  readonly actions: readonly Action[];
  readonly edges: readonly Edge[];
}

/** What no schema says: the rules of PostHog’s server for the graph, and what it would silently do otherwise. */
export function graphFaults(flow: Flow): readonly string[] {
  const dangling = danglingEdges(flow);
  return [
    ...twice(
      flow.actions.map(({ id }) => id),
      'action id',
    ),
    ...twice(
      (flow.variables ?? []).map(({ key }) => key),
      'variable',
    ),
    ...(bytesOf(flow.variables ?? []) > 5120 ? ['variables of more than 5 KB'] : []),
    ...triggerFaults(flow),
    ...dangling,
    ...(dangling.length > 0
      ? []
      : [...branchFaults(flow), ...wayFaults(flow), ...reachFaults(flow), ...cycleFaults(flow)]),
    ...flow.actions.flatMap(actionFaults),
    ...conversionFaults(flow),
  ];
}

/** As Python writes it: signs beyond ASCII are escapes. */
function bytesOf(value: unknown): number {
  return JSON.stringify(value).replaceAll(/[^ -~]/g, '\\u0000').length;
}

function twice(names: readonly string[], what: string): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${what} twice: ${name}`);
}

function triggerFaults({ actions, trigger }: Flow): readonly string[] {
  const triggers = actions.filter(({ type }) => type === 'trigger');
  if (triggers.length !== 1) return [`${triggers.length} triggers`];
  const differs = trigger !== undefined && JSON.stringify(trigger) !== JSON.stringify(triggers[0]?.config);
  return differs ? ['the trigger is not that of its action'] : [];
}

function danglingEdges({ actions, edges }: Flow): readonly string[] {
  const ids = new Set(actions.map(({ id }) => id));
  return edges.flatMap(({ from, to }) =>
    [from, to].filter((id) => !ids.has(id)).map((id) => `an edge at ${id}, which is not there`),
  );
}

function slots({ type, config }: Action): number {
  const list = type === 'conditional_branch' ? config['conditions'] : config['cohorts'];
  if (type === 'conditional_branch' || type === 'random_cohort_branch')
    return Array.isArray(list) ? list.length : 0;
  return type === 'wait_until_condition' ? 1 : 0;
}

function branchFaults({ actions, edges }: Flow): readonly string[] {
  const keys = edges.map(
    ({ from, type, index }) => `${from} ${type} ${type === 'branch' ? (index ?? -1) : ''}`,
  );
  const wrong = edges.filter(({ from, type, index = 0 }) => {
    const action = actions.find(({ id }) => id === from);
    return type === 'branch' && (!action || index >= slots(action));
  });
  return [...twice(keys, 'way out'), ...wrong.map(({ from, index }) => `${from} has no branch ${index}`)];
}

/** Every way out leads somewhere: “No next action found” ends a run with an error. */
function wayFaults({ actions, edges }: Flow): readonly string[] {
  return actions.flatMap((action) => {
    const out = edges.filter(({ from }) => from === action.id);
    if (action.type === 'exit') return out.length > 0 ? [`${action.id} is an exit and leads on`] : [];
    const branches = Array.from({ length: slots(action) }, (_, index) => index);
    const missing = branches.filter(
      (index) => !out.some((edge) => edge.type === 'branch' && edge.index === index),
    );
    return [
      ...missing.map((index) => `branch ${index} of ${action.id} leads nowhere`),
      ...(out.some(({ type }) => type === 'continue') ? [] : [`${action.id} does not lead on`]),
    ];
  });
}

function reachFaults({ actions, edges }: Flow): readonly string[] {
  const trigger = actions.find(({ type }) => type === 'trigger')?.id ?? '';
  const reached = new Set([trigger]);
  for (const id of reached) for (const { from, to } of edges) if (from === id) reached.add(to);
  return [
    ...actions.filter(({ id }) => !reached.has(id)).map(({ id }) => `nobody comes to ${id}`),
    ...(edges.some(({ to }) => to === trigger) ? ['an edge leads into the trigger'] : []),
  ];
}

function cycleFaults({ actions, edges }: Flow): readonly string[] {
  let left = actions.map(({ id }) => id);
  for (;;) {
    const rest = left.filter((id) => edges.some(({ from, to }) => from === id && left.includes(to)));
    if (rest.length === left.length) break;
    left = rest;
  }
  return left.length > 0 ? [`a cycle through ${left.join(', ')}`] : [];
}

const MOST: Readonly<Record<string, number>> = { d: 30, h: 24, m: 60 };

function actionFaults({ id, type, config }: Action): readonly string[] {
  const durations = ['delay_duration', 'max_delay_duration', 'max_wait_duration'].flatMap((key) => {
    const value = config[key];
    if (typeof value !== 'string') return [];
    const [amount, unit] = [Number(value.slice(0, -1)), value.slice(-1)];
    return amount > (MOST[unit] ?? 0) || amount === 0
      ? [`${id} waits ${value}, which PostHog cuts off or refuses`]
      : [];
  });
  if (type !== 'random_cohort_branch') return durations;
  const cohorts = config['cohorts'] as readonly { readonly percentage: number }[];
  const sum = cohorts.reduce((total, { percentage }) => total + percentage, 0);
  return Math.abs(sum - 100) > 1e-6 ? [`the cohorts of ${id} make ${sum}`] : [];
}

/** Without a goal, leaving on conversion never happens. */
function conversionFaults({ exit_condition, conversion }: Flow): readonly string[] {
  if (!exit_condition.includes('conversion')) return [];
  const goals = (conversion?.events?.length ?? 0) + (conversion?.filters.length ?? 0);
  return goals === 0 ? ['leaves on a conversion that nothing says'] : [];
}
