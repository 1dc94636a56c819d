import type { ExchangeFile } from '../../../src/journey/portability.ts';

type Json = Readonly<Record<string, unknown>>;
interface Body extends Json {
  readonly events: readonly (Json & { readonly id: string; readonly parent: string | null })[];
  readonly canvasSettings: {
    readonly nodes: readonly (Json & { readonly id: string })[];
    readonly connections: readonly (Json & { readonly sourceId: string; readonly targetId: string })[];
  };
}

const JUMP = 'campaign.jump_to_event';

/** What Mautic answers to GET when such a body was sent to it: its own numbers for ids, parents as objects, text for numbers. */
export function asAnswer(file: ExchangeFile): ExchangeFile {
  const body = JSON.parse(file.text) as Body;
  const { number, canvas } = numbered(body);
  const events = body.events.map((event) => ({
    ...event,
    id: Number(number(event.id)),
    description: null,
    channel: null,
    channelId: null,
    parent: event.parent === null ? null : { id: Number(number(event.parent)), name: 'its parent' },
    children: (event['children'] as readonly string[]).map((id) => ({ id: Number(number(id)) })),
    properties: saved(event, number),
  }));
  const byId = Object.fromEntries(events.map((event) => [event.id, event]));
  const { lists, forms, name, allowRestart } = body;
  const campaign = { id: 3, name, description: null, isPublished: false, allowRestart, lists, forms };
  return {
    ...file,
    text: JSON.stringify({ campaign: { ...campaign, events: byId, canvasSettings: canvas } }),
  };
}

/** What Mautic 7 exports of it: an array of one object of tables, in words of the data base. */
export function asExport(file: ExchangeFile): ExchangeFile {
  const body = JSON.parse(file.text) as Body;
  const { number, canvas } = numbered(body);
  const campaign = {
    id: 3,
    name: body['name'],
    is_published: false,
    canvas_settings: canvas,
    uuid: '3f2b8c1e-0d4a-4f6b-9a7c-5e1d2f3a4b5c',
  };
  const campaign_event = body.events.map((event) => ({
    id: Number(number(event.id)),
    campaign_id: 3,
    name: event['name'],
    type: event['type'],
    event_type: event['eventType'],
    event_order: event['order'],
    properties: saved(event, number),
    trigger_interval: event['triggerInterval'],
    trigger_interval_unit: event['triggerIntervalUnit'],
    trigger_mode: event['triggerMode'],
    trigger_date: null,
    trigger_hour: typeof event['triggerHour'] === 'string' ? `${event['triggerHour']}:00` : null,
    triggerRestrictedStartHour: event['triggerRestrictedStartHour'] ?? null,
    triggerRestrictedStopHour: event['triggerRestrictedStopHour'] ?? null,
    triggerRestrictedDaysOfWeek: event['triggerRestrictedDaysOfWeek'] ?? [],
    // Older exports lack the path: the canvas has it.
    channel: null,
    parent_id: event.parent === null ? null : Number(number(event.parent)),
    uuid: null,
  }));
  const dependencies = [
    { campaign_event: campaign_event.map(({ id }) => ({ campaign: 3, campaign_event: id })) },
  ];
  const { lists, forms } = body;
  return {
    ...file,
    text: JSON.stringify([{ campaign: [campaign], campaign_event, lists, forms, dependencies }]),
  };
}

function numbered({ events, canvasSettings }: Body) {
  const numbers = new Map(events.map(({ id }, index) => [id, String(101 + index)]));
  const number = (id: string) => numbers.get(id) ?? id;
  const nodes = canvasSettings.nodes.map((node) => ({ ...node, id: number(node.id) }));
  const connections = canvasSettings.connections.map((line) => ({
    ...line,
    sourceId: number(line.sourceId),
    targetId: number(line.targetId),
  }));
  return { number, canvas: { nodes, connections } };
}

/** Empty lists are lost on the way, and numbers become texts. */
function saved(event: Json, number: (id: string) => string): unknown {
  const properties = event['properties'] as Json;
  const jumped =
    event['type'] === JUMP ? { jumpToEvent: Number(number(String(properties['jumpToEvent']))) } : properties;
  const entries = Object.entries(jumped)
    .filter(([, value]) => !(Array.isArray(value) && value.length === 0))
    .map(([key, value]) => [key, typeof value === 'number' ? String(value) : value]);
  return entries.length > 0 ? Object.fromEntries(entries) : [];
}
