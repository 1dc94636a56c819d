import { Ajv } from 'ajv';
import type { ExchangeFile } from '../../../src/journey/portability.ts';
import { campaignSchema } from './mauticSchema.ts';

interface Event {
  readonly id: string;
  readonly type: string;
  readonly eventType: 'action' | 'condition' | 'decision';
  readonly order: number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly triggerMode: string | null;
  readonly triggerDate?: string | null;
  readonly triggerRestrictedStartHour?: string | null;
  readonly triggerRestrictedStopHour?: string | null;
  readonly parent?: string | null;
  readonly decisionPath?: string | null;
  readonly children?: readonly string[];
}

interface Connection {
  readonly sourceId: string;
  readonly targetId: string;
  readonly anchors: { readonly source: string };
}

interface Body {
  readonly events: readonly Event[];
  readonly lists: readonly unknown[];
  readonly forms: readonly unknown[];
  readonly canvasSettings: {
    readonly nodes: readonly { readonly id: string }[];
    readonly connections: readonly Connection[];
  };
}

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strict: false });
const isCampaign = ajv.compile<Body>(campaignSchema);

/** What is wrong with the body of a request for a new campaign: its shape, then how its events hang together. */
export function campaignFaults(files: readonly ExchangeFile[]): readonly string[] {
  if (files.length !== 1) return [`${files.length} files`];
  return bodyFaults(JSON.parse(files[0]!.text) as unknown);
}

export function bodyFaults(body: unknown): readonly string[] {
  if (!isCampaign(body))
    return (isCampaign.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  return [...sourceFaults(body), ...treeFaults(body), ...eventFaults(body), ...jumpFaults(body)];
}

const SOURCES = ['lists', 'forms'];

function sourceFaults({ lists, forms, canvasSettings: { nodes, connections } }: Body): string[] {
  const faults = lists.length + forms.length === 0 ? ['nobody comes in: neither lists nor forms'] : [];
  const used = new Set(connections.map(({ sourceId }) => sourceId).filter((id) => SOURCES.includes(id)));
  for (const id of used) {
    if (!nodes.some((node) => node.id === id)) faults.push(`no node for ${id}`);
    if ((id === 'lists' ? lists : forms).length === 0)
      faults.push(`contacts come from ${id}, of which there are none`);
  }
  return faults;
}

function treeFaults({ events, canvasSettings: { nodes, connections } }: Body): string[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const faults: string[] = [];
  if (byId.size < events.length) faults.push('an id twice');
  for (const { id } of events)
    if (nodes.filter((node) => node.id === id).length !== 1) faults.push(`not one node for ${id}`);
  for (const { id } of nodes)
    if (!byId.has(id) && !SOURCES.includes(id)) faults.push(`a node of nothing: ${id}`);
  const into = new Map<string, Connection>();
  const anchors = new Set<string>();
  for (const connection of connections) {
    const { sourceId, targetId } = connection;
    const anchor = connection.anchors.source;
    if (!byId.has(targetId)) faults.push(`a line to nothing: ${targetId}`);
    if (into.has(targetId) && !SOURCES.includes(sourceId)) faults.push(`several lines to ${targetId}`);
    into.set(targetId, connection);
    if (anchors.has(`${sourceId} ${anchor}`))
      faults.push(`paths beside each other from ${sourceId} by ${anchor}`);
    anchors.add(`${sourceId} ${anchor}`);
    const from = byId.get(sourceId);
    if (!from && !SOURCES.includes(sourceId)) faults.push(`a line from nothing: ${sourceId}`);
    const allowed = !from ? ['leadsource'] : from.eventType === 'action' ? ['bottom'] : ['yes', 'no'];
    if (!allowed.includes(anchor)) faults.push(`${sourceId} has no anchor ${anchor}`);
  }
  return [...faults, ...depthFaults(events, into), ...accountFaults(events, into)];
}

/** From every event up there is a source; `order` is how far it is. */
function depthFaults(events: readonly Event[], into: ReadonlyMap<string, Connection>): string[] {
  return events.flatMap(({ id, order }) => {
    let depth = 0;
    for (
      let at: string | undefined = id;
      at !== undefined && !SOURCES.includes(at);
      at = into.get(at)?.sourceId
    ) {
      depth += 1;
      if (depth > events.length) return [`${id} is in a circle`];
      if (!into.has(at)) return [`nobody comes to ${id}`];
    }
    return depth === order ? [] : [`${id} stands at ${order}, and is the ${depth}th`];
  });
}

/** What events say of their place is what the canvas says. */
function accountFaults(events: readonly Event[], into: ReadonlyMap<string, Connection>): string[] {
  const children = new Map<string, string[]>();
  for (const [target, { sourceId }] of into)
    children.set(sourceId, [...(children.get(sourceId) ?? []), target]);
  return events.flatMap((event) => {
    const line = into.get(event.id);
    const parent = line && !SOURCES.includes(line.sourceId) ? line.sourceId : null;
    const anchor = line?.anchors.source;
    const path = anchor === 'yes' || anchor === 'no' ? anchor : null;
    const below = [...(children.get(event.id) ?? [])].sort();
    return [
      ...(event.parent !== undefined && event.parent !== parent ? [`${event.id} has another parent`] : []),
      ...(event.decisionPath !== undefined && event.decisionPath !== path
        ? [`${event.id} has another path`]
        : []),
      ...(event.children && [...event.children].sort().join() !== below.join()
        ? [`${event.id} has other children`]
        : []),
    ];
  });
}

const AFTER: Readonly<Record<string, string>> = {
  'email.open': 'email.send',
  'email.click': 'email.send',
  'email.reply': 'email.send',
  'sms.reply': 'sms.send_text_sms',
};

function eventFaults({ events, canvasSettings: { connections } }: Body): string[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return events.flatMap((event) => {
    const line = connections.find(({ targetId }) => targetId === event.id);
    const parent = byId.get(line?.sourceId ?? '');
    const needed = AFTER[event.type];
    const late = parent?.eventType === 'decision' && line?.anchors.source === 'no';
    const start = event.triggerRestrictedStartHour ?? undefined;
    const stop = event.triggerRestrictedStopHour ?? undefined;
    return [
      ...(needed !== undefined && parent?.type !== needed
        ? [`${event.id} is not right after ${needed}`]
        : []),
      ...(late && event.eventType === 'action' && event.triggerMode === 'immediate'
        ? [`${event.id} follows “no” of a decision at once`]
        : []),
      ...(event.triggerMode === 'date' && !event.triggerDate ? [`${event.id} has no date`] : []),
      ...((start === undefined) !== (stop === undefined) ? [`${event.id} has half a time of day`] : []),
      ...(start !== undefined && stop !== undefined && stop < start
        ? [`${event.id} ends before it begins`]
        : []),
    ];
  });
}

/** A jump ends its path and leads to an event that is executed: no decision, and no other jump. */
function jumpFaults({ events, canvasSettings: { connections } }: Body): string[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return events.flatMap((event) => {
    if (event.type !== 'campaign.jump_to_event') return [];
    const target = byId.get(String(event.properties['jumpToEvent']));
    return [
      ...(!target || target.eventType === 'decision' || target.type === event.type
        ? [`${event.id} jumps to no event`]
        : []),
      // Older versions execute the target at once, newer ones wait for it: both do the same where it has no time of its own.
      ...(target && target.triggerMode !== 'immediate' ? [`${event.id} jumps to a wait`] : []),
      ...(connections.some(({ sourceId }) => sourceId === event.id) ? [`${event.id} leads on`] : []),
    ];
  });
}
