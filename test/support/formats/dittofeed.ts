import { Ajv, type ValidateFunction } from 'ajv';
import type { ExchangeFile } from '../../../src/journey/portability.ts';
import { hasShared, sharedJson } from '../shared.ts';

const DITTOFEED_SCHEMAS = 'fixtures/schemas/dittofeed.schemas.json';

type Json = Readonly<Record<string, unknown>>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Dittofeed's own schemas, dumped from its types; two of ours for what is not among them. */
class Schemas {
  readonly #ajv = new Ajv({ allErrors: true, strict: false });
  readonly #all: Readonly<Record<string, object>>;

  constructor() {
    this.#all = hasShared(DITTOFEED_SCHEMAS) ? (sharedJson(DITTOFEED_SCHEMAS) as Record<string, object>) : {};
    const body = this.#all['LowCodeEmailJsonBody'];
    if (body) this.#ajv.addSchema(body, 'LowCodeEmailJsonBody');
  }

  faults(name: string, value: unknown, own?: object): readonly string[] {
    const schema = own ?? this.#all[name];
    if (!schema) return [];
    const validate: ValidateFunction =
      this.#ajv.getSchema(name) ?? this.#ajv.addSchema(schema, name).getSchema(name)!;
    if (validate(value)) return [];
    return (validate.errors ?? [])
      .slice(0, 3)
      .map(({ instancePath, message }) => `${name}${instancePath}: ${message}`);
  }
}

const named = {
  workspaceId: { type: 'string' },
  id: { type: 'string' },
  name: { type: 'string', minLength: 1 },
};
const USER_PROPERTY = {
  type: 'object',
  required: ['workspaceId', 'name', 'definition'],
  properties: {
    ...named,
    definition: {
      type: 'object',
      required: ['type', 'path'],
      properties: { type: { const: 'Trait' }, path: { type: 'string', minLength: 1 } },
    },
  },
};
const SUBSCRIPTION_GROUP = {
  type: 'object',
  required: ['workspaceId', 'name', 'channel', 'type'],
  properties: {
    ...named,
    channel: { enum: ['Email', 'Sms', 'MobilePush', 'Webhook'] },
    type: { enum: ['OptIn', 'OptOut'] },
  },
};

let schemas: Schemas | undefined;

/**
 * What is wrong with the files of one journey, by Dittofeed's schemas and by what its engine does with a journey: dangling and missing ids,
 * ways that end or go in circles, shares that do not make 100, nodes that nobody comes to or that let everyone out.
 */
export function verifyDittofeed(files: readonly ExchangeFile[]): readonly string[] {
  schemas ??= new Schemas();
  const faults: string[] = [];
  const bodies = files.map(({ name, text }) => ({ name, list: listOf(name, text, faults) }));
  const sorted = [...files.map(({ name }) => name)].sort();
  if (files.some(({ name }, index) => name !== sorted[index]))
    faults.push('the files are not in the order of their names');
  const of = (kind: string) => bodies.filter(({ name }) => name.includes(kind)).flatMap(({ list }) => list);
  const all = {
    properties: of('user-properties'),
    groups: of('subscription-groups'),
    templates: of('templates'),
    segments: of('segments'),
    journeys: of('journeys'),
  };
  const check = schemas;
  for (const one of all.properties) faults.push(...check.faults('UserProperty', one, USER_PROPERTY));
  for (const one of all.groups) faults.push(...check.faults('SubscriptionGroup', one, SUBSCRIPTION_GROUP));
  for (const one of all.templates) faults.push(...check.faults('UpsertMessageTemplateResource', one));
  for (const one of all.segments) faults.push(...check.faults('UpsertSegmentResource', one));
  for (const one of all.journeys) faults.push(...check.faults('UpsertJourneyResource', one));
  if (all.journeys.length !== 1) faults.push(`${all.journeys.length} journeys instead of one`);
  if (faults.length > 0) return faults;
  for (const list of Object.values(all)) faults.push(...identityFaults(list));
  for (const segment of all.segments) faults.push(...segmentFaults(segment, all.templates, all.groups));
  for (const journey of all.journeys) faults.push(...journeyFaults(journey, all));
  const workspaces = new Set(
    Object.values(all).flatMap((list) => list.map(({ workspaceId }) => workspaceId)),
  );
  if (workspaces.size > 1) faults.push('several workspaces');
  return faults;
}

function listOf(name: string, text: string, faults: string[]): readonly Json[] {
  try {
    const value = JSON.parse(text) as unknown;
    if (Array.isArray(value)) return value as Json[];
    faults.push(`${name} is no list`);
  } catch {
    faults.push(`${name} is no JSON`);
  }
  return [];
}

function identityFaults(list: readonly Json[]): readonly string[] {
  const ids = list.map(({ id }) => String(id));
  const names = list.map(({ name }) => String(name));
  return [
    ...ids.filter((id) => !UUID.test(id)).map((id) => `${id} is no UUID`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id twice: ${id}`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `name twice: ${name}`),
  ];
}

function segmentFaults(
  { definition }: Json,
  templates: readonly Json[],
  groups: readonly Json[],
): readonly string[] {
  const { entryNode, nodes } = definition as { entryNode: Json; nodes: readonly Json[] };
  const all = [entryNode, ...nodes];
  const ids = all.map(({ id }) => id);
  const children = all.flatMap(({ children }) => (Array.isArray(children) ? (children as unknown[]) : []));
  const used = all.map(({ templateId }) => templateId).filter((id) => id !== undefined);
  const asked = all.map(({ subscriptionGroupId }) => subscriptionGroupId).filter((id) => id !== undefined);
  return [
    ...(new Set(ids).size === ids.length ? [] : ['a part of a segment twice']),
    ...children.filter((id) => !ids.includes(id)).map((id) => `no part of the segment: ${String(id)}`),
    ...nodes.filter(({ id }) => !children.includes(id)).map(({ id }) => `asked by nobody: ${String(id)}`),
    ...all
      .filter(
        ({ type, children }) => (type === 'And' || type === 'Or') && (children as unknown[]).length === 0,
      )
      .map(() => 'a group of nothing, which Dittofeed never computes'),
    ...missing(used, templates, 'template'),
    ...missing(asked, groups, 'subscription group'),
  ];
}

function missing(ids: readonly unknown[], bodies: readonly Json[], what: string): readonly string[] {
  const there = new Set(bodies.map(({ id }) => id));
  return ids.filter((id) => !there.has(id)).map((id) => `no such ${what}: ${String(id)}`);
}

interface Node extends Json {
  readonly id: string;
  readonly type: string;
}

export interface Definition {
  readonly entryNode: Json;
  readonly nodes: readonly Node[];
}

function journeyFaults(
  { definition }: Json,
  all: Readonly<Record<'properties' | 'groups' | 'templates' | 'segments', readonly Json[]>>,
): readonly string[] {
  const { entryNode, nodes } = definition as Definition;
  const faults = [...graphFaults(definition as Definition)];
  const segments = [entryNode['segment'], ...nodes.flatMap(segmentsOf)].filter((id) => id !== undefined);
  const variants = nodes.map(({ variant }) => (variant ?? {}) as Json);
  faults.push(
    ...missing(segments, all.segments, 'segment'),
    ...missing(variants.map(({ templateId }) => templateId).filter(Boolean), all.templates, 'template'),
    ...missing(
      variants.map(({ userProperty }) => userProperty).filter(Boolean),
      all.properties,
      'user property',
    ),
    ...missing(
      nodes.map(({ subscriptionGroupId }) => subscriptionGroupId).filter(Boolean),
      all.groups,
      'group',
    ),
    ...nodes
      .filter(({ type, skipOnFailure }) => type === 'MessageNode' && skipOnFailure !== true)
      .map(({ id }) => `${id} lets out whom it fails to send to`),
    ...nodes
      .filter(
        ({ type, variant }) =>
          type === 'MessageNode' &&
          templateType(variant as Json, all.templates) !== (variant as Json)['type'],
      )
      .map(({ id }) => `${id} has a template of another channel`),
  );
  const waits = nodes.some(({ type }) => type === 'WaitForNode');
  if (entryNode['type'] === 'EventEntryNode' && waits)
    faults.push('begins with an event and waits for a segment');
  return faults;
}

function templateType({ templateId }: Json, templates: readonly Json[]): unknown {
  const body = templates.find(({ id }) => id === templateId);
  return (body?.['definition'] as Json | undefined)?.['type'];
}

/** Rules of the graph alone. `lenient`: as far as Dittofeed itself insists. */
export function graphFaults({ entryNode, nodes }: Definition, lenient = false): readonly string[] {
  const faults: string[] = [];
  const ids = nodes.map(({ id }) => id);
  faults.push(...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `node twice: ${id}`));
  if (ids.includes('ExitNode')) faults.push('a node is called as the exit');
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const starts = childrenOf(entryNode);
  for (const to of [...starts, ...nodes.flatMap(childrenOf)])
    if (to !== 'ExitNode' && !byId.has(to)) faults.push(`leads to no node: ${to}`);
  for (const node of nodes) faults.push(...nodeFaults(node));
  if (!lenient) faults.push(...wayFaults(starts, byId));
  return faults;
}

function nodeFaults(node: Node): readonly string[] {
  if (node.type === 'RateLimitNode') return [`${node.id}: Dittofeed lets everyone out here`];
  if (node.type === 'RandomCohortNode') {
    const percents = (node['children'] as readonly { percent: number }[]).map(({ percent }) => percent);
    const sum = percents.reduce((total, percent) => total + percent, 0);
    if (Math.abs(sum - 100) > 1e-6 || percents.some((one) => one < 0)) return [`${node.id}: ${sum} per cent`];
  }
  const variant = (node['variant'] ?? {}) as Json;
  const numbers = [node['timeoutSeconds'], variant['seconds'], variant['offsetSeconds']];
  if (numbers.some((one) => typeof one === 'number' && !(Number.isInteger(one) && one >= 0)))
    return [`${node.id}: no such number of seconds`];
  const { hour = 0, minute = 0 } = variant as { hour?: number; minute?: number };
  return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 ? [] : [`${node.id}: no such time`];
}

function wayFaults(starts: readonly string[], byId: ReadonlyMap<string, Node>): readonly string[] {
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const visit = (id: string): void => {
    const node = byId.get(id);
    if (!node || state.get(id) === 'done') return;
    if (state.get(id) === 'open') {
      circles.push(`goes in a circle: ${id}`);
      return;
    }
    state.set(id, 'open');
    for (const to of childrenOf(node)) visit(to);
    state.set(id, 'done');
  };
  for (const id of starts) visit(id);
  return [
    ...circles,
    ...[...byId.keys()].filter((id) => !state.has(id)).map((id) => `nobody comes to ${id}`),
  ];
}

function childrenOf(node: Json): readonly string[] {
  const variant = (node['variant'] ?? {}) as Json;
  const listed = [node['children'], node['segmentChildren']].flatMap((list) =>
    Array.isArray(list) ? (list as { id: string }[]).map(({ id }) => id) : [],
  );
  const single = [node['child'], node['timeoutChild'], variant['trueChild'], variant['falseChild']];
  return [...listed, ...single.filter((id): id is string => typeof id === 'string')];
}

function segmentsOf(node: Node): readonly unknown[] {
  const waited = node['segmentChildren'];
  const asked = ((node['variant'] ?? {}) as Json)['segment'];
  return [
    ...(Array.isArray(waited) ? (waited as Json[]).map(({ segmentId }) => segmentId) : []),
    ...(asked === undefined ? [] : [asked]),
  ];
}
