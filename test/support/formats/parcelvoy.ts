import { Ajv } from 'ajv';
import type { ExchangeFile } from '../../../src/journey/portability.ts';
import { hasShared, sharedJson } from '../shared.ts';

/** Transcribed from the server's own check of the request. */
const PARCELVOY_SCHEMA = 'fixtures/schemas/parcelvoy.journeySteps.schema.json';

interface Child {
  readonly external_id: string;
  readonly path?: string | null;
  readonly data?: Readonly<Record<string, unknown>> | null;
}

interface Step {
  readonly type: string;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly children?: readonly Child[] | null;
}

type Steps = Readonly<Record<string, Step>>;

/**
 * What is wrong with maps of steps: by the platform's own schema where it is at hand, and by what its engine was seen to do with a map.
 * `tolerant`: as the server is, which passes over children that are not there and ends a journey where it cannot join conditions.
 */
export function verifyParcelvoy(
  files: readonly ExchangeFile[],
  { tolerant = false } = {},
): readonly string[] {
  if (files.length !== 1) return [`${files.length} files`];
  let value: unknown;
  try {
    value = JSON.parse(files[0]?.text ?? '');
  } catch (error) {
    return [String(error)];
  }
  const shape = shapeFaults(value);
  return shape.length > 0 ? shape : graphFaults(value as Steps, tolerant);
}

const validate = hasShared(PARCELVOY_SCHEMA)
  ? new Ajv({ allErrors: true, strict: false }).compile(sharedJson(PARCELVOY_SCHEMA) as object)
  : undefined;

function shapeFaults(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return ['no map'];
  if (!validate) return Object.values(value).every(hasType) ? [] : ['a step without type'];
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

function hasType(step: unknown): boolean {
  return typeof step === 'object' && step !== null && typeof (step as Step).type === 'string';
}

function graphFaults(steps: Steps, tolerant: boolean): readonly string[] {
  const all = Object.entries(steps);
  const entrances = all.filter(([, { type }]) => type === 'entrance').map(([id]) => id);
  return [
    ...(entrances.length === 0 ? ['no entrance'] : []),
    ...all.flatMap(([id, step]) => childFaults(id, step, { steps, tolerant })),
    ...all.flatMap(([id, step]) => dataFaults(id, step, { steps, tolerant })),
    ...loopFaults(steps, entrances),
    ...(tolerant ? [] : unreached(steps, entrances)),
    ...uuidFaults(steps),
  ];
}

interface Around {
  readonly steps: Steps;
  readonly tolerant: boolean;
}

function childFaults(id: string, { type, children }: Step, { steps, tolerant }: Around): readonly string[] {
  const list = children ?? [];
  const ids = list.map(({ external_id }) => external_id).filter((child) => Object.hasOwn(steps, child));
  const paths = list.map(({ path }) => path ?? '');
  const dangling = tolerant ? [] : list.filter(({ external_id }) => !Object.hasOwn(steps, external_id));
  const sides = type === 'gate' ? paths.filter((path) => path !== 'yes' && path !== 'no') : [];
  const many = !['gate', 'experiment', 'balancer'].includes(type) && ids.length > 1;
  return [
    ...dangling.map(({ external_id }) => `${id}: no step “${external_id}”`),
    ...(new Set(ids).size < ids.length ? [`${id}: two paths to one step are one`] : []),
    ...(ids.some((child) => steps[child]?.type === 'entrance') ? [`${id}: leads to an entrance`] : []),
    ...sides.map((path) => `${id}: a gate has no path “${path}”`),
    ...(type === 'gate' && new Set(paths).size < paths.length ? [`${id}: a path twice`] : []),
    ...(many ? [`${id}: only the first child is gone on to`] : []),
    ...(type === 'exit' && list.length > 0 ? [`${id}: leads on from an exit`] : []),
    ...(type === 'experiment' ? ratioFaults(id, list) : []),
  ];
}

function ratioFaults(id: string, children: readonly Child[]): readonly string[] {
  const ratios = children.map(({ data }) => data?.['ratio']);
  const right = ratios.every((ratio) => typeof ratio === 'number' && Number.isInteger(ratio) && ratio >= 0);
  const sum = ratios.reduce<number>((total, ratio) => total + Number(ratio), 0);
  if (!right) return [`${id}: a ratio that is no whole number`];
  return sum > 0 && sum <= 100 ? [] : [`${id}: ratios make ${sum}`];
}

type Data = Readonly<Record<string, unknown>>;

function dataFaults(id: string, { type, data }: Step, { steps, tolerant }: Around): readonly string[] {
  const fault = DATA_FAULTS[type]?.(data ?? {}, steps);
  const isJoin = fault?.startsWith('conditions joined') === true;
  return fault === undefined || (tolerant && isJoin) ? [] : [`${id}: ${fault}`];
}

const isWhole = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
const isText = (value: unknown) => typeof value === 'string' && value !== '';
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

const DATA_FAULTS: Readonly<Record<string, (data: Data, steps: Steps) => string | undefined>> = {
  entrance: ({ trigger = 'none', list_id, schedule, event_name }) => {
    if (trigger === 'schedule') {
      if (!isWhole(list_id)) return 'no list';
      return /^DTSTART:\d{8}T\d{6}Z(\nRRULE:FREQ=\w+(;INTERVAL=[1-9]\d*)?)?$/.test(String(schedule))
        ? undefined
        : 'no schedule';
    }
    if (trigger === 'event') return typeof event_name === 'string' ? undefined : 'no event';
    return trigger === 'none' ? undefined : 'no trigger of the platform';
  },
  exit: ({ entrance_uuid }, steps) =>
    entrance_uuid === undefined ||
    (typeof entrance_uuid === 'string' && steps[entrance_uuid]?.type === 'entrance')
      ? undefined
      : 'no entrance to exit from',
  delay: ({ format, days = 0, hours = 0, minutes = 0, time, date }) => {
    if (format === 'time') return CLOCK.test(String(time)) ? undefined : 'no time';
    if (format === 'date') return isText(date) ? undefined : 'no date';
    return format === 'duration' && [days, hours, minutes].every(isWhole) ? undefined : 'no duration';
  },
  action: ({ campaign_id }) => (isWhole(campaign_id) ? undefined : 'no campaign'),
  gate: ({ rule }) => ruleFault(rule, false),
  event: ({ event_name, template }) =>
    isText(event_name) && isText(template)
      ? undefined
      : 'nobody gets past an event without a name or template',
  update: ({ template }) => {
    try {
      // What is filled in is a number wherever we do it.
      const filled = String(template).replace(/\{\{#if.*?\{\{\/if\}\}/g, '0');
      return typeof JSON.parse(filled) === 'object' && !filled.includes('{{') ? undefined : 'no object';
    } catch {
      return 'no JSON';
    }
  },
};

const JOINS = ['and', 'or', 'none'];
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  string: ['=', '!=', 'is set', 'is not set', 'empty', 'contains', 'starts with', 'ends with'],
  number: ['=', '!=', '<', '<=', '>', '>=', 'is set', 'is not set'],
  boolean: ['=', '!='],
  date: ['=', '!=', '<', '<=', '>', '>=', 'is set', 'is not set'],
  array: ['is set', 'is not set', 'empty'],
};

/** Operators that the rule engine knows; another one is thrown at, and the journey ends. `inEvent`: below a condition on an event. */
function ruleFault(rule: unknown, inEvent: boolean): string | undefined {
  if (typeof rule !== 'object' || rule === null) return 'no rule';
  const { uuid, type, group, path, operator, value, children } = rule as Data;
  if (!isText(uuid) || !isText(path)) return 'a rule without uuid or path';
  if (!['user', 'event', 'parent'].includes(String(group))) return `a rule in the group ${String(group)}`;
  if (type !== 'wrapper') {
    const known = OPERATORS[String(type)];
    if (!known?.includes(String(operator))) return `${String(type)} ${String(operator)}`;
    if (!String(operator).startsWith('is ') && value === undefined) return 'nothing to compare with';
    return (group === 'event') === inEvent ? undefined : 'a condition on the wrong thing';
  }
  if (!JOINS.includes(String(operator)) && Array.isArray(children))
    return `conditions joined by ${String(operator)}`;
  const isEvent = group === 'event' && path === '$.name';
  if (isEvent && !isText(value)) return 'an event without a name';
  const list = Array.isArray(children) ? (children as unknown[]) : [];
  return list.map((child) => ruleFault(child, inEvent || isEvent)).find((fault) => fault !== undefined);
}

/** A step that somebody has been to ends the journey: ways round never work. */
function loopFaults(steps: Steps, entrances: readonly string[]): readonly string[] {
  const done = new Set<string>();
  const faults: string[] = [];
  for (const start of entrances) {
    const way: { id: string; next: number }[] = [{ id: start, next: 0 }];
    for (let top = way.at(-1); top; top = way.at(-1)) {
      const child = steps[top.id]?.children?.[top.next]?.external_id;
      top.next += 1;
      if (child === undefined) {
        done.add(top.id);
        way.pop();
      } else if (way.some(({ id }) => id === child)) faults.push(`${top.id}: back to ${child}`);
      else if (!done.has(child) && Object.hasOwn(steps, child)) way.push({ id: child, next: 0 });
    }
  }
  return faults;
}

/** All but exits for an event, which nothing leads to. */
function unreached(steps: Steps, entrances: readonly string[]): readonly string[] {
  const seen = new Set(entrances);
  const open = [...entrances];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const { external_id } of steps[id]?.children ?? [])
      if (!seen.has(external_id)) {
        seen.add(external_id);
        open.push(external_id);
      }
  return Object.entries(steps)
    .filter(([id, { type, data }]) => !seen.has(id) && !(type === 'exit' && isText(data?.['event_name'])))
    .map(([id]) => `${id}: nobody comes here`);
}

function uuidFaults(steps: Steps): readonly string[] {
  const uuids = Object.values(steps).flatMap(({ data }) => uuidsIn(data?.['rule']));
  return new Set(uuids).size < uuids.length ? ['two conditions with one uuid'] : [];
}

function uuidsIn(rule: unknown): readonly string[] {
  if (typeof rule !== 'object' || rule === null) return [];
  const { uuid, children } = rule as Data;
  return [String(uuid), ...(Array.isArray(children) ? children.flatMap(uuidsIn) : [])];
}
