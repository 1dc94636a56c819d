import { isObject } from '../kept.ts';
import { JUMP, NEW } from './campaign.ts';
import type { CampaignEvent, Line } from './campaignShape.ts';
import type { ApiEvent, Connection, FileEvent } from './shapes.ts';

/** An event of an export as it would be sent. */
export function apiEventOf(event: FileEvent, renamed: (id: unknown) => string): ApiEvent {
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
export function renaming(known: ReadonlySet<string>): (id: unknown) => string {
  return (id) => {
    const text = typeof id === 'string' || typeof id === 'number' ? String(id) : '';
    return known.has(text) && !text.startsWith('new') ? `${NEW}${text}` : text;
  };
}

/** A jump to the event under its new id. */
export function jumped(event: ApiEvent, renamed: (id: unknown) => string): ApiEvent {
  if (event.type !== JUMP || !isObject(event.properties)) return event;
  return {
    ...event,
    properties: { ...event.properties, jumpToEvent: renamed(event.properties['jumpToEvent']) },
  };
}

export function eventOf(event: ApiEvent, path: string): CampaignEvent {
  const { properties } = event;
  return { id: String(event.id), path, raw: event, properties: isObject(properties) ? properties : {} };
}

/** Of a link that is an id or an object with one. */
export function idOf(link: unknown): string | undefined {
  if (isObject(link)) return idOf(link['id']);
  return (typeof link === 'string' && link !== '') || typeof link === 'number' ? String(link) : undefined;
}

/** What hangs below what, as the events tell it. */
export function parentLines<
  T extends Pick<ApiEvent, 'id'> & { readonly decisionPath?: string | null | undefined },
>(
  all: readonly (readonly [T, string])[],
  parentOf: (event: T) => string,
  renamed: (id: unknown) => string,
  field = 'parent',
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
        path: `${path}.${field}`,
      },
    ];
  });
}

export function lineOf(
  { sourceId, targetId, anchors }: Connection,
  path: string,
  renamed: (id: unknown) => string,
): Line {
  // Older canvases list both ends.
  const anchor = Array.isArray(anchors) ? anchors[0]?.endpoint : anchors?.source;
  return { from: renamed(sourceId), anchor: anchor ?? 'bottom', to: renamed(targetId), path };
}
