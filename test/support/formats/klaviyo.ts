import { Ajv, type ValidateFunction } from 'ajv';
import type { ExchangeFile } from '../../../src/journey/portability.ts';
import { hasShared, sharedJson } from '../shared.ts';

export const KLAVIYO_SCHEMA = 'fixtures/schemas/klaviyo_create_flow.openapi.json';

let compiled: ValidateFunction | undefined;

/** Klaviyo's own schema of the request that makes a flow, as JSON Schema. Only where it is there: see `shared.ts`. */
function requestSchema(): ValidateFunction {
  if (compiled) return compiled;
  const { components } = sharedJson(KLAVIYO_SCHEMA) as { components: unknown };
  const ajv = new Ajv({ strict: false, allErrors: false });
  ajv.addFormat('time', /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/);
  ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
  ajv.addFormat('uri', /^[a-z]+:/);
  ajv.addSchema({ $id: 'klaviyo', components: asJsonSchema(components) });
  compiled = ajv.compile({ $ref: 'klaviyo#/components/schemas/FlowCreateQuery' });
  return compiled;
}

/** OpenAPI 3.0 says `nullable` for “or null”; its `oneOf` of an integer and a number would refuse every integer. */
function asJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(asJsonSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...rest } = schema as Record<string, unknown>;
  const plain = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key === 'oneOf' ? 'anyOf' : key, asJsonSchema(value)]),
  );
  return nullable === true ? { anyOf: [plain, { type: 'null' }] } : plain;
}

interface Action {
  readonly temporary_id?: string;
  readonly id?: string;
  readonly type: string;
  readonly links?: Readonly<Record<string, string | null>> | null;
  readonly data?: {
    readonly branches?: readonly { branch_id: string; is_else?: boolean; links?: { next?: string | null } }[];
    readonly message?: { readonly id?: unknown };
  };
}

/** What is wrong with a flow, by the schema (where it is there) and by the rules of its graph. */
export function verifyKlaviyo(files: readonly ExchangeFile[]): readonly string[] {
  if (files.length !== 1) return [`${files.length} files instead of one`];
  let body: unknown;
  try {
    body = JSON.parse(files[0]!.text);
  } catch {
    return ['not JSON'];
  }
  const wrong = hasShared(KLAVIYO_SCHEMA) ? schemaFaults(body) : [];
  return wrong.length > 0 ? wrong : graphFaults(body);
}

function schemaFaults(body: unknown): readonly string[] {
  const validate = requestSchema();
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function graphFaults(body: unknown): readonly string[] {
  const { definition } = (body as { data: { attributes: { definition: Record<string, unknown> } } }).data
    .attributes;
  const actions = definition['actions'] as readonly Action[];
  const entry = definition['entry_action_id'] as string | null;
  const byId = new Map(actions.map((action) => [action.temporary_id ?? '', action]));
  const faults: string[] = [];
  if ((definition['triggers'] as unknown[]).length !== 1) faults.push('not one trigger');
  if (byId.size < actions.length || byId.has('')) faults.push('ids that are missing or not unique');
  if (actions.some((action) => 'id' in action || action.data?.message?.id !== undefined))
    faults.push('an id of the account');
  if (entry !== null && !byId.has(entry)) faults.push('an entry that is not there');
  if (entry === null && actions.length > 0) faults.push('actions without an entry');
  for (const action of actions) {
    faults.push(...linkFaults(action), ...branchFaults(action));
    for (const to of targets(action)) if (!byId.has(to)) faults.push(`a link to ${to}, which is not there`);
  }
  return faults.length > 0
    ? faults
    : [...wayFaults(byId, entry), ...sampleFaults(body), ...dateFaults(definition, byId.get(entry ?? ''))];
}

const SPLITS = ['conditional-split', 'trigger-split', 'action-output-split'];

function linkFaults({ type, links }: Action): readonly string[] {
  const wanted =
    type === 'multi-branch-split' ? [] : SPLITS.includes(type) ? ['next_if_false', 'next_if_true'] : ['next'];
  const found = Object.keys(links ?? {}).sort();
  return wanted.join() === found.join() ? [] : [`${type} has the links ${found.join() || 'none'}`];
}

function branchFaults({ type, data }: Action): readonly string[] {
  if (type !== 'multi-branch-split') return [];
  const branches = data?.branches ?? [];
  const ids = new Set(branches.map(({ branch_id }) => branch_id));
  return [
    ...(ids.size < branches.length ? ['branches of one id'] : []),
    ...(branches.length > 20 ? ['more than 20 branches'] : []),
    ...(branches.filter(({ is_else }) => is_else).length === 1 && branches.at(-1)?.is_else
      ? []
      : ['no “everyone else” at the end']),
  ];
}

function targets({ links, data }: Action): readonly string[] {
  const all = [...Object.values(links ?? {}), ...(data?.branches ?? []).map((branch) => branch.links?.next)];
  return all.filter((to) => to !== null && to !== undefined);
}

/** Everything is reached from the entry, and nobody goes in a circle. */
function wayFaults(byId: ReadonlyMap<string, Action>, entry: string | null): readonly string[] {
  const done = new Set<string>();
  const onWay = new Set<string>();
  const circles: string[] = [];
  const go = (id: string): void => {
    if (onWay.has(id)) circles.push(`a circle through ${id}`);
    if (done.has(id) || onWay.has(id)) return;
    onWay.add(id);
    for (const to of targets(byId.get(id)!)) go(to);
    onWay.delete(id);
    done.add(id);
  };
  if (entry !== null) go(entry);
  return [
    ...circles,
    ...[...byId.keys()].filter((id) => !done.has(id)).map((id) => `${id}, where nobody comes`),
  ];
}

function sampleFaults(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, percentage } = value as { type?: unknown; percentage?: unknown };
  const wrong =
    type === 'profile-sample' &&
    !(Number.isInteger(percentage) && Number(percentage) >= 0 && Number(percentage) <= 100);
  return [...(wrong ? ['a sample of no whole per cent'] : []), ...Object.values(value).flatMap(sampleFaults)];
}

/** A flow that a date starts begins by waiting for the hour, and no other waits for that date. */
function dateFaults(definition: Record<string, unknown>, first: Action | undefined): readonly string[] {
  const [trigger] = definition['triggers'] as readonly { type: string }[];
  const types = (definition['actions'] as readonly Action[]).map(({ type }) => type);
  if (trigger?.type === 'date')
    return first && first.type !== 'target-date' ? ['a date without its hour'] : [];
  return types.includes('countdown-delay') ? ['a countdown to no date'] : [];
}
