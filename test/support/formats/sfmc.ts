import { Ajv } from 'ajv';
import type { ExchangeFile } from '../../../src/journey/portability.ts';
import { domParser } from './domParser.ts';
import { sfmcSchema } from './sfmcSchema.ts';

interface Outcome {
  readonly key: string;
  readonly next?: string | null;
  readonly arguments?: { readonly percentage?: number; readonly when?: boolean };
}

interface Activity {
  readonly key: string;
  readonly type: string;
  readonly outcomes: readonly Outcome[];
  readonly configurationArguments: {
    readonly criteria?: Readonly<Record<string, string>>;
    readonly refActivityCustomerKey?: string;
  };
}

interface Interaction {
  readonly key: string;
  readonly triggers: readonly { readonly outcomes?: readonly Outcome[] }[];
  readonly activities: readonly Activity[];
}

const fits = new Ajv({ allErrors: true, strict: false }).compile<Interaction>(sfmcSchema);

/** What is wrong with a journey for Journey Builder that is sent anew; empty: nothing. Knows nothing of what wrote it. */
export function verifySfmc(files: readonly ExchangeFile[]): readonly string[] {
  const [file] = files;
  if (!file || files.length > 1) return ['a journey is one file'];
  if (!file.name.endsWith('.journey-meta.json')) return ['mcdev looks for .journey-meta.json'];
  let value: unknown;
  try {
    value = JSON.parse(file.text);
  } catch {
    return ['it is no JSON'];
  }
  const own = ['id', 'createdDate', 'modifiedDate', 'status', 'definitionId'].filter(
    (field) => typeof value === 'object' && value !== null && field in value,
  );
  return [...own.map((field) => `${field} is the server’s own`), ...sfmcFaults(value)];
}

/** The same of a journey as the platform gives it, with the fields of the server. */
export function sfmcFaults(value: unknown): readonly string[] {
  if (!fits(value))
    return (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  return [
    ...keyFaults(value),
    ...wayFaults(value),
    ...value.activities.flatMap((one) => activityFaults(one, value)),
  ];
}

function keyFaults({ activities }: Interaction): readonly string[] {
  const keys = activities.map(({ key }) => key);
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  return [
    ...twice.map((key) => `${key} stands twice`),
    ...activities.flatMap(({ key, outcomes }) =>
      outcomes
        .filter((outcome, index) => outcomes.findIndex((other) => other.key === outcome.key) !== index)
        .map((outcome) => `${key} has two outcomes ${outcome.key}`),
    ),
  ];
}

/** Every link has an end, everything is come to, nothing is come to twice on one way. */
function wayFaults({ activities, triggers }: Interaction): readonly string[] {
  const byKey = new Map(activities.map((activity) => [activity.key, activity]));
  const dangling = [...activities, ...triggers].flatMap(({ outcomes }) =>
    (outcomes ?? []).flatMap(({ next }) => (next && !byKey.has(next) ? [`${next} is no activity`] : [])),
  );
  const start = triggers[0]?.outcomes?.[0]?.next ?? activities[0]?.key;
  const reached = new Set<string>();
  const open = start ? [start] : [];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (reached.has(key)) continue;
    reached.add(key);
    for (const next of nexts(byKey.get(key))) open.push(next);
  }
  const lost = activities.filter(({ key }) => !reached.has(key)).map(({ key }) => `nobody comes to ${key}`);
  return [...dangling, ...lost, ...cycles(activities, byKey)];
}

function nexts(activity: Activity | undefined): readonly string[] {
  return (activity?.outcomes ?? []).flatMap(({ next }) => (next ? [next] : []));
}

/** Takes away what leads nowhere until nothing does; what is left goes round. */
function cycles(activities: readonly Activity[], byKey: ReadonlyMap<string, Activity>): readonly string[] {
  const left = new Set(activities.map(({ key }) => key));
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const key of left) if (!nexts(byKey.get(key)).some((next) => left.has(next))) left.delete(key);
  }
  return left.size > 0 ? [`a way leads round through ${[...left].sort().join(', ')}`] : [];
}

function activityFaults(activity: Activity, file: Interaction): readonly string[] {
  switch (activity.type) {
    case 'RANDOMSPLIT': {
      const total = activity.outcomes.reduce((sum, outcome) => sum + (outcome.arguments?.percentage ?? 0), 0);
      return total === 100 ? [] : [`the paths of ${activity.key} make ${total} %`];
    }
    case 'ENGAGEMENTDECISION':
      return engagementFaults(activity, file);
    case 'MULTICRITERIADECISION':
      return criteriaFaults(activity);
    default:
      return [];
  }
}

function engagementFaults(
  { key, outcomes, configurationArguments }: Activity,
  file: Interaction,
): readonly string[] {
  const whens = outcomes.map((outcome) => outcome.arguments?.when);
  const ref = configurationArguments.refActivityCustomerKey;
  const message = file.activities.find((other) => other.key === ref);
  return [
    ...(whens.includes(true) && whens.includes(false) ? [] : [`${key} lacks a yes or a no`]),
    ...(message?.type === 'EMAILV2' ? [] : [`${key} looks at ${ref}, which is no e-mail`]),
  ];
}

const OPERATORS = new Set([
  ...['Equal', 'NotEqual', 'GreaterThan', 'GreaterThanOrEqual', 'LessThan', 'LessThanOrEqual'],
  ...['Contains', 'NotContains', 'BeginsWith', 'IsNull', 'IsNotNull', 'Is'],
]);

function criteriaFaults({ key, outcomes, configurationArguments }: Activity): readonly string[] {
  const criteria = configurationArguments.criteria ?? {};
  const keys = outcomes.map((outcome) => outcome.key);
  const stray = Object.keys(criteria).filter((criterion) => !keys.includes(criterion));
  const open = keys.filter((outcome) => outcome !== 'remainder_path' && !Object.hasOwn(criteria, outcome));
  return [
    ...stray.map((criterion) => `${key} has a criterion for ${criterion}, which is no path`),
    ...open.map((outcome) => `the path ${outcome} of ${key} has no criterion`),
    ...Object.values(criteria).flatMap((xml) => filterFaults(xml).map((fault) => `${key}: ${fault}`)),
  ];
}

function filterFaults(xml: string): readonly string[] {
  const document = domParser.parseFromString(xml, 'text/xml');
  if (document.getElementsByTagName('parsererror').length > 0) return ['a filter is no XML'];
  const root = document.documentElement;
  if (root.tagName !== 'FilterDefinition') return ['a filter is no FilterDefinition'];
  const faults: string[] = [];
  for (const set of [root, ...root.getElementsByTagName('ConditionSet')]) {
    if (set.children.length === 0) faults.push('a group is empty');
    if (set !== root && !['AND', 'OR'].includes(set.getAttribute('Operator') ?? ''))
      faults.push('a group joins by neither AND nor OR');
    for (const child of set.children)
      if (!['ConditionSet', 'Condition'].includes(child.tagName))
        faults.push(`${child.tagName} is no condition`);
  }
  for (const condition of root.getElementsByTagName('Condition')) {
    if (!OPERATORS.has(condition.getAttribute('Operator') ?? '')) faults.push('an operator is unknown');
    if (!/^[^.]+\../.test(condition.getAttribute('Key') ?? ''))
      faults.push('a condition is bound to nothing');
    if (condition.getElementsByTagName('Value').length !== 1) faults.push('a condition has no value');
  }
  return faults;
}
