import { isObject } from '../kept.ts';
import type { JsonObject, Source } from './campaign.ts';
import { type Campaign, type CampaignEvent, failed, type Line, type Read } from './campaignShape.ts';
import { objects } from './origin.ts';
import { apiEventOf, eventOf, idOf, jumped, lineOf, parentLines, renaming } from './events.ts';
import type { Body, ExportedCampaign } from './shapes.ts';

/** What was sent to Mautic, whose canvas says what hangs below what. */
export function fromBody(body: Body): Read<Campaign> {
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
      lines: lines.length > 0 ? lines : parentLines(all, (event) => idOf(event.parent) ?? '', String),
      nodes: objects(canvas.nodes),
      body: { ...body, events: events.map(({ raw }) => raw) },
    },
  };
}

/** What Mautic answers has numbers for ids; its canvas may be older than its events, whose parents tell how they run. */
export function fromAnswer(body: Body): Read<Campaign> {
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
  const lines = parentLines(all, (event) => idOf(event.parent) ?? '', renamed);
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

/** What Mautic 7 exports, in words of its data base. */
export function fromExport(file: ExportedCampaign, prefix: string): Read<Campaign> {
  const [campaign, ...others] = file.campaign;
  if (!campaign || others.length > 0)
    return failed('several-campaigns', 'This file has not just one campaign. Export it from Mautic alone.');
  const canvas = isObject(campaign.canvas_settings) ? campaign.canvas_settings : {};
  const renamed = renaming(new Set(file.campaign_event.map(({ id }) => String(id))));
  const drawn = (canvas.connections ?? []).map((line, index) =>
    lineOf(line, `${prefix}campaign.0.canvas_settings.connections.${index}`, renamed),
  );
  const all = file.campaign_event.map((event, index) => [event, `${prefix}campaign_event.${index}`] as const);
  const own = parentLines(all, (event) => String(event.parent_id ?? ''), renamed, 'parent_id');
  // Older exports do not say by which path: the canvas does.
  const lines = own.map((line) => {
    const seen = drawn.find(({ from, to }) => from === line.from && to === line.to);
    return line.anchor === 'bottom' && seen ? { ...line, anchor: seen.anchor } : line;
  });
  const anchors = new Map(lines.map(({ to, anchor }) => [to, anchor]));
  const events = all.map(([event, path]) => {
    const sent = jumped(apiEventOf(event, renamed), renamed);
    const anchor = anchors.get(String(sent.id));
    return eventOf({ ...sent, decisionPath: anchor === 'yes' || anchor === 'no' ? anchor : null }, path);
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

function listed<T>(
  events: readonly T[] | Readonly<Record<string, T>>,
  path: string,
): (readonly [T, string])[] {
  return Object.entries(events).map(([key, event]: [string, T]) => [event, `${path}.${key}`]);
}

function sourceIds(source: Body['lists']): readonly JsonObject[] {
  return Object.values(source ?? {}).map(({ id }) => ({ id }));
}

/** Contacts come to every event that hangs below nothing. */
function sourceLines(
  sources: Readonly<Record<Source, readonly unknown[]>>,
  lines: readonly Line[],
  events: readonly CampaignEvent[],
): readonly Line[] {
  const below = new Set(lines.map(({ to }) => to));
  const from = sources.lists.length === 0 && sources.forms.length > 0 ? 'forms' : 'lists';
  return events
    .filter(({ id }) => !below.has(id))
    .map(({ id, path }) => ({ from, anchor: 'leadsource', to: id, path }));
}
