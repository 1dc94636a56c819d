import type { ExchangeFile } from '../../../src/journey/portability.ts';

interface Event {
  readonly id?: string | undefined;
  readonly [field: string]: unknown;
}

/** An event that happens at once, called as its id. */
export function event(id: string, type: string, more: Readonly<Record<string, unknown>> = {}): Event {
  const eventType = type.startsWith('email.') && type !== 'email.send' ? 'decision' : 'action';
  return { id, name: id, type, eventType, properties: {}, triggerMode: 'immediate', ...more };
}

/** A campaign of events; lines as `a.yes > b`, where `.` is the source. */
export function campaign(
  events: readonly Event[],
  lines: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
): unknown {
  const connections = lines.map((line) => {
    const [from = '', targetId = ''] = line.split(' > ');
    const [source = '', anchor = 'bottom'] = from.split('.');
    return source === 'lists'
      ? { sourceId: 'lists', targetId, anchors: { source: 'leadsource', target: 'top' } }
      : { sourceId: source, targetId, anchors: { source: anchor, target: 'top' } };
  });
  return {
    name: 'Tried',
    lists: [{ id: 4 }],
    forms: [],
    events,
    canvasSettings: { nodes: [], connections },
    ...more,
  };
}

/** A file of a value, or of text as it is. */
export function fileOf(value: unknown): ExchangeFile {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { name: 'campaign.json', type: 'application/json', text };
}
