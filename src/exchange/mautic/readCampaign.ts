import type * as z from 'zod/mini';
import type { Problem } from '../../journey/problem.ts';
import { issueProblem } from '../../journey/schemaWords.ts';
import { isObject } from '../kept.ts';
import { JUMP, type JsonObject, NEW, SOURCES } from './campaign.ts';
import { objects } from './origin.ts';
import {
  type ApiEvent,
  type Body,
  bodyShape,
  type Connection,
  type ExportedCampaign,
  exportShape,
  type FileEvent,
} from './shapes.ts';

/** An event of a campaign, whatever shape the file has. */
export interface CampaignEvent {
  readonly id: string;
  /** Where it is in the file. */
  readonly path: string;
  /** As it would be sent to Mautic. */
  readonly raw: JsonObject & Pick<ApiEvent, 'type' | 'eventType'>;
  readonly properties: JsonObject;
}

export interface Line {
  readonly from: string;
  readonly anchor: string;
  readonly to: string;
  readonly path: string;
}

export interface Campaign {
  readonly name: string;
  readonly events: readonly CampaignEvent[];
  /** Who hangs below whom, each by its own account; undefined parent: nobody. */
  readonly lines: readonly Line[];
  readonly nodes: readonly JsonObject[];
  /** As it would be sent to Mautic, with the events. */
  readonly body: JsonObject;
}

export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** The campaign in what was sent to Mautic, what it answers, or what it exports since version 7. */
export function readCampaign(value: unknown): Read<Campaign> {
  const [only, ...others] = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  if (others.length > 0 && isObject(only) && Object.hasOwn(only, 'campaign_event'))
    return failed(
      'several-campaigns',
      'This file has several campaigns. Export them from Mautic one by one.',
    );
  if (isObject(only) && Object.hasOwn(only, 'campaign_event')) {
    const prefix = Array.isArray(value) ? '0.' : '';
    return parsed(exportShape, only, prefix, (file) => fromExport(file, prefix));
  }
  if (!isObject(value)) return notACampaign(value);
  if (isObject(value['campaign']))
    return parsed(bodyShape, value['campaign'], 'campaign.', (body) => fromAnswer(body));
  if (!Object.hasOwn(value, 'events')) return notACampaign(value);
  return parsed(bodyShape, value, '', (body) => fromBody(body));
}

function parsed<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
  prefix: string,
  then: (value: T) => Read<Campaign>,
): Read<Campaign> {
  const result = schema.safeParse(value);
  // Its own copy has the keys in another order than the file, which is to come back as it was.
  if (result.success) return then(value as T);
  const [issue] = result.error.issues;
  if (!issue) return notACampaign(value);
  const problem = issueProblem(deepest(issue), value);
  const path = `${prefix}${problem.path ?? ''}`;
  const newer = /\.event_?[tT]ype$/.test(path)
    ? ' It may come from a newer Mautic than can be read here.'
    : '';
  return { ok: false, problem: { ...problem, path, words: `In a Mautic campaign ${problem.words}${newer}` } };
}

type Issue = z.core.$ZodIssue;

/** Of what may be a list or an object, or a number or a text, the fault that lies deepest: the others only say that it is no such thing. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().map((one) => deepest({ ...one, path: [...issue.path, ...one.path] }));
  return inner.reduce((best, one) => (one.path.length > best.path.length ? one : best), issue);
}

function failed(code: string, words: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, severity: 'error', words, values: {} } };
}

const OTHERS: readonly (readonly [string, (value: JsonObject) => boolean])[] = [
  ['a journey of Rehearsal: open it instead', ({ format }) => format === 'rehearsal-journey'],
  ['a workflow of PostHog', (value) => 'actions' in value && 'edges' in value],
  ['a journey of Dittofeed', ({ definition }) => isObject(definition) && 'entryNode' in definition],
  ['a flow of Klaviyo', ({ data }) => isObject(data) && data['type'] === 'flow'],
  ['a journey of Salesforce Marketing Cloud', (value) => 'activities' in value && 'triggers' in value],
  ['a list of campaigns: ask Mautic for one of them', (value) => 'campaigns' in value],
  ['an answer of Mautic that tells of an error', (value) => 'errors' in value || 'error' in value],
];

function notACampaign(value: unknown): Read<Campaign> {
  const looks = isObject(value) ? OTHERS.find(([, is]) => is(value))?.[0] : undefined;
  const seen = looks === undefined ? 'has no events of a campaign' : `looks like ${looks}`;
  return failed(
    'not-a-campaign',
    `This is not a Mautic campaign: the file ${seen}. Choose the body of POST /api/campaigns/new, the answer of GET /api/campaigns/ID, or an export of Mautic 7.`,
  );
}

function fromBody(body: Body): Read<Campaign> {
  const { canvasSettings } = body;
  const canvas = isObject(canvasSettings) ? canvasSettings : {};
  const all = listed(body.events, 'events');
  const events = all.map(([event, path]) => eventOf({ ...event, id: String(event.id) }, path));
  const lines = (canvas.connections ?? []).map((line, index) =>
    lineOf(line, `canvasSettings.connections.${index}`, String),
  );
  return {
    ok: true,
    value: {
      name: body.name ?? '',
      events,
      lines: lines.length > 0 ? lines : parentLines(all, (event) => String(idOf(event.parent) ?? ''), String),
      nodes: objects(canvas.nodes),
      body: { ...body, events: events.map(({ raw }) => raw) },
    },
  };
}

/** What Mautic answers has numbers for ids; its canvas may be older than its events, whose parents tell how they run. */
function fromAnswer(body: Body): Read<Campaign> {
  const canvas = isObject(body.canvasSettings) ? body.canvasSettings : {};
  const all = listed(body.events, 'campaign.events');
  const known = new Set(all.map(([{ id }]) => String(id)));
  const renamed = renaming(known);
  const events = all.map(([event, path]) => {
    const { channel: _, channelId: __, children, parent, ...rest } = event;
    const links = {
      parent: parent === null || parent === undefined ? null : renamed(idOf(parent)),
      ...(Array.isArray(children) && { children: children.map((child) => renamed(idOf(child))) }),
    };
    return eventOf(jumped({ ...rest, id: renamed(event.id), ...links }, renamed), path);
  });
  const lines = parentLines(all, (event) => String(idOf(event.parent) ?? ''), renamed);
  const { name, lists, forms, allowRestart, isPublished, description } = body;
  const sources = { lists: sourceIds(lists), forms: sourceIds(forms) };
  const nodes = objects(canvas.nodes).map((node) => ({ ...node, id: renamed(node['id']) }));
  return {
    ok: true,
    value: {
      name: name ?? '',
      events,
      lines: [...sourceLines(sources, lines, events), ...lines],
      nodes,
      body: {
        ...{ name: name ?? '', description: description ?? '', isPublished: isPublished ?? false },
        ...(allowRestart !== undefined && { allowRestart }),
        ...sources,
        events: events.map(({ raw }) => raw),
        canvasSettings: { nodes },
      },
    },
  };
}

function fromExport(file: ExportedCampaign, prefix: string): Read<Campaign> {
  const [campaign, ...others] = file.campaign;
  if (!campaign || others.length > 0)
    return failed('several-campaigns', 'This file has not just one campaign. Export it from Mautic alone.');
  const canvas = isObject(campaign.canvas_settings) ? campaign.canvas_settings : {};
  const renamed = renaming(new Set(file.campaign_event.map(({ id }) => String(id))));
  const drawn = (canvas.connections ?? []).map((line, index) =>
    lineOf(line, `${prefix}campaign.0.canvas_settings.connections.${index}`, renamed),
  );
  const all = file.campaign_event.map((event, index) => [event, `${prefix}campaign_event.${index}`] as const);
  const events = all.map(([event, path]) => eventOf(jumped(apiEventOf(event, renamed), renamed), path));
  const own = parentLines(all, (event) => String(event.parent_id ?? ''), renamed);
  // Older exports do not say by which path: the canvas does.
  const lines = own.map((line) => {
    const seen = drawn.find(({ from, to }) => from === line.from && to === line.to);
    return line.anchor === 'bottom' && seen ? { ...line, anchor: seen.anchor } : line;
  });
  const sources = { lists: sourceIds(file.lists), forms: sourceIds(file.forms) };
  const nodes = objects(canvas.nodes).map((node) => ({ ...node, id: renamed(node['id']) }));
  const { name, description, is_published } = campaign;
  return {
    ok: true,
    value: {
      name: name ?? '',
      events,
      lines: [...sourceLines(sources, lines, events), ...lines],
      nodes,
      body: {
        ...{ name: name ?? '', description: description ?? '', isPublished: is_published ?? false },
        ...sources,
        events: events.map(({ raw }) => raw),
        canvasSettings: { nodes },
      },
    },
  };
}

function apiEventOf(event: FileEvent, renamed: (id: unknown) => string): ApiEvent {
  const { event_type, event_order, parent_id, decisionPath, campaign_id: _, channel: __, ...rest } = event;
  const { trigger_interval, trigger_interval_unit, trigger_mode, trigger_date, trigger_hour, ...plain } =
    rest;
  const { channel_id: ___, uuid: ____, ...more } = plain;
  return {
    ...more,
    id: renamed(event.id),
    eventType: event_type,
    order: event_order ?? 0,
    triggerMode: trigger_mode ?? null,
    triggerInterval: trigger_interval ?? 0,
    triggerIntervalUnit: trigger_interval_unit ?? null,
    triggerDate: trigger_date ?? null,
    ...(trigger_hour !== undefined && { triggerHour: trigger_hour }),
    parent: parent_id === null || parent_id === undefined ? null : renamed(parent_id),
    decisionPath: decisionPath === '' ? null : (decisionPath ?? null),
  };
}

/** Numbers become names of new events, which is what Mautic takes. */
function renaming(known: ReadonlySet<string>): (id: unknown) => string {
  return (id) => {
    const text = typeof id === 'string' || typeof id === 'number' ? String(id) : '';
    return known.has(text) && !text.startsWith('new') ? `${NEW}${text}` : text;
  };
}

function jumped(event: ApiEvent, renamed: (id: unknown) => string): ApiEvent {
  if (event.type !== JUMP || !isObject(event.properties)) return event;
  return {
    ...event,
    properties: { ...event.properties, jumpToEvent: renamed(event.properties['jumpToEvent']) },
  };
}

function eventOf(event: ApiEvent, path: string): CampaignEvent {
  const { properties } = event;
  return { id: String(event.id), path, raw: event, properties: isObject(properties) ? properties : {} };
}

function listed<T>(
  events: readonly T[] | Readonly<Record<string, T>>,
  path: string,
): (readonly [T, string])[] {
  return Object.entries(events).map(([key, event]: [string, T]) => [event, `${path}.${key}`]);
}

function idOf(link: unknown): string | undefined {
  if (isObject(link)) return idOf(link['id']);
  return (typeof link === 'string' && link !== '') || typeof link === 'number' ? String(link) : undefined;
}

function parentLines<T extends Pick<ApiEvent, 'id'> & { readonly decisionPath?: string | null | undefined }>(
  all: readonly (readonly [T, string])[],
  parentOf: (event: T) => string,
  renamed: (id: unknown) => string,
): readonly Line[] {
  return all.flatMap(([event, path]) => {
    const parent = parentOf(event);
    if (parent === '') return [];
    const anchor = event.decisionPath;
    return [
      {
        from: renamed(parent),
        anchor: anchor === 'yes' || anchor === 'no' ? anchor : 'bottom',
        to: renamed(event.id),
        path: `${path}.parent`,
      },
    ];
  });
}

function lineOf(
  { sourceId, targetId, anchors }: Connection,
  path: string,
  renamed: (id: unknown) => string,
): Line {
  // Older canvases list both ends.
  const anchor = Array.isArray(anchors) ? anchors[0]?.endpoint : anchors?.source;
  return { from: renamed(sourceId), anchor: anchor ?? 'bottom', to: renamed(targetId), path };
}

function sourceIds(source: Body['lists']): readonly JsonObject[] {
  return Object.values(source ?? {}).map(({ id }) => ({ id }));
}

/** Contacts come to every event that hangs below nothing. */
function sourceLines(
  sources: Readonly<Record<(typeof SOURCES)[number], readonly unknown[]>>,
  lines: readonly Line[],
  events: readonly CampaignEvent[],
): readonly Line[] {
  const below = new Set(lines.map(({ to }) => to));
  const from = sources.lists.length === 0 && sources.forms.length > 0 ? 'forms' : 'lists';
  return events
    .filter(({ id }) => !below.has(id))
    .map(({ id, path }) => ({ from, anchor: 'leadsource', to: id, path }));
}
