/** What Mautic knows of a contact. */
export interface MauticContact {
  readonly fields: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly tags: readonly string[];
  readonly points: number;
  readonly doNotContact: readonly string[];
  readonly segments: readonly number[];
}

interface Event {
  readonly id: string;
  readonly type: string;
  readonly eventType: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

interface Body {
  readonly events: readonly Event[];
  readonly canvasSettings: {
    readonly connections: readonly {
      readonly sourceId: string;
      readonly targetId: string;
      readonly anchors: { readonly source: string };
    }[];
  };
}

/** The first event of a campaign that does something with the contact, after all conditions and jumps: how Mautic would walk. */
export function firstAction(text: string, contact: MauticContact): string {
  const { events, canvasSettings } = JSON.parse(text) as Body;
  const byId = new Map(events.map((event) => [event.id, event]));
  const next = (id: string, anchor: string) =>
    canvasSettings.connections.find(({ sourceId, anchors }) => sourceId === id && anchors.source === anchor)
      ?.targetId;
  let at = next('lists', 'leadsource');
  for (let passed = 0; at !== undefined && passed < 1000; passed += 1) {
    const event: Event = byId.get(at)!;
    if (event.type === 'campaign.jump_to_event') at = String(event.properties['jumpToEvent']);
    else if (event.eventType === 'condition') at = next(at, holds(event, contact) ? 'yes' : 'no');
    else return at;
  }
  return 'nowhere';
}

function holds(
  { type, properties }: Event,
  { fields, tags, points, doNotContact, segments }: MauticContact,
): boolean {
  const listed = (key: string) => properties[key] as readonly unknown[];
  switch (type) {
    case 'lead.field_value':
      return compares(
        String(properties['operator']),
        fields[String(properties['field'])],
        properties['value'],
      );
    case 'lead.tags':
      return listed('tags').some((tag) => tags.includes(String(tag)));
    case 'lead.segments':
      return listed('segments').some((segment) => segments.includes(Number(segment)));
    case 'lead.points':
      return properties['operator'] === 'gte' && points >= Number(properties['score']);
    case 'lead.dnc':
      return listed('channels').some((channel) => doNotContact.includes(String(channel)));
    default:
      throw new Error(`no condition: ${type}`);
  }
}

/** As the data base compares: numbers as such, what is not there with nothing but “is not”. */
function compares(operator: string, found: MauticContact['fields'][string], value: unknown): boolean {
  if (operator === 'empty' || operator === '!empty') return (found === undefined) === (operator === 'empty');
  if (found === undefined) return operator === '!=';
  const kept = typeof found === 'boolean' ? (found ? '1' : '0') : String(found);
  const numbers = typeof found === 'number';
  const [a, b] = numbers ? [Number(kept), Number(value)] : [kept, String(value)];
  switch (operator) {
    case '=':
      return a === b;
    case '!=':
      return a !== b;
    case 'gte':
      return a >= b;
    case 'lte':
      return a <= b;
    case 'gt':
      return a > b;
    case 'lt':
      return a < b;
    default:
      throw new Error(`no operator: ${operator}`);
  }
}
