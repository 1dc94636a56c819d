/**
 * The body of `POST /api/campaigns/new` as a JSON Schema, written from what Mautic's sources and documentation say of campaigns and
 * events: none is published. Properties are those that the action, condition or decision cannot do without.
 */
const id = { type: ['integer', 'string'] };
const number = {
  anyOf: [
    { type: 'integer', minimum: 0 },
    { type: 'string', pattern: '^\\d+$' },
  ],
};
const text = { type: 'string', minLength: 1 };
const names = { type: 'array', items: text };
/** Of an event that is not restricted, as Mautic answers it: null. */
const clock = { type: ['string', 'null'], pattern: '^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$' };

const OPERATORS = [
  ...['=', '!=', 'gt', 'gte', 'lt', 'lte', 'empty', '!empty', 'like', '!like', 'between', '!between'],
  ...['in', '!in', 'regexp', '!regexp', 'date', 'startsWith', 'endsWith', 'contains'],
];

type Schema = Readonly<Record<string, unknown>>;

function needs(properties: Schema, required = Object.keys(properties)): Schema {
  return { type: 'object', properties, required };
}

const NOTHING_NEEDED: Schema = {};

/** Event types by what they are, with what they need. */
const EVENT_TYPES: Readonly<Record<'action' | 'condition' | 'decision', Readonly<Record<string, Schema>>>> = {
  action: {
    'email.send': needs(
      {
        email: number,
        email_type: { enum: ['marketing', 'transactional'] },
        priority: number,
        attempts: number,
      },
      ['email', 'email_type'],
    ),
    'email.send.to.user': needs({ useremail: needs({ email: number }) }),
    'sms.send_text_sms': needs({ sms: number }),
    'notification.send_notification': needs({ notification: number }),
    'notification.send_mobile_notification': needs({ notification: number }),
    'message.send': needs({ marketingMessage: number }),
    'focus.show': needs({ focus: number }),
    'campaign.sendwebhook': needs({
      url: text,
      method: { enum: ['get', 'post', 'put', 'patch', 'delete'] },
      timeout: number,
    }),
    'campaign.jump_to_event': needs({ jumpToEvent: id }),
    'campaign.addremovelead': NOTHING_NEEDED,
    'lead.updatelead': { type: 'object', minProperties: 1 },
    // A list that is empty may be left out.
    'lead.changetags': needs({ add_tags: names, remove_tags: names }, []),
    'lead.changelist': needs({ addToLists: { type: 'array' }, removeFromLists: { type: 'array' } }),
    'lead.changepoints': needs({ points: { type: ['integer', 'string'] } }),
    'lead.changeowner': needs({ owner: number }),
    'lead.adddnc': needs({ channels: { ...names, minItems: 1 } }, ['channels']),
    'lead.removednc': needs({ channels: names }),
    'lead.addtocompany': needs({ company: number }),
    'lead.deletecontact': NOTHING_NEEDED,
    'stage.change': needs({ stage: number }),
    'plugin.leadpush': needs({ integration: text }),
  },
  condition: {
    'lead.field_value': needs({ field: text, operator: { enum: OPERATORS } }),
    'lead.tags': needs({ tags: { ...names, minItems: 1 } }),
    'lead.segments': needs({ segments: { type: 'array', items: number, minItems: 1 } }),
    'lead.points': needs({
      operator: { enum: ['=', '!=', 'gt', 'gte', 'lt', 'lte'] },
      score: { type: ['number', 'string'] },
    }),
    'lead.dnc': needs({ channels: { ...names, minItems: 1 } }),
    'lead.campaigns': NOTHING_NEEDED,
    'lead.owner': NOTHING_NEEDED,
    'lead.stages': NOTHING_NEEDED,
    'lead.device': NOTHING_NEEDED,
    'lead.pageHit': NOTHING_NEEDED,
    'form.field_value': NOTHING_NEEDED,
    'email.validate.address': NOTHING_NEEDED,
  },
  decision: {
    'email.open': NOTHING_NEEDED,
    'email.click': NOTHING_NEEDED,
    'email.reply': NOTHING_NEEDED,
    'sms.reply': NOTHING_NEEDED,
    'form.submit': NOTHING_NEEDED,
    'page.pagehit': NOTHING_NEEDED,
    'page.devicehit': NOTHING_NEEDED,
    'asset.download': NOTHING_NEEDED,
    'dwc.decision': needs({ dwc_slot_name: text }),
  },
};

const kinds = Object.entries(EVENT_TYPES).flatMap(([eventType, types]) =>
  Object.entries(types).map(([type, properties]) => ({
    if: { properties: { type: { const: type }, eventType: { const: eventType } } },
    then: { properties: { properties } },
  })),
);

const pairs = Object.entries(EVENT_TYPES).map(([eventType, types]) => ({
  properties: { eventType: { const: eventType }, type: { enum: Object.keys(types) } },
}));

const event = {
  type: 'object',
  required: ['id', 'name', 'type', 'eventType', 'order', 'properties', 'triggerMode'],
  properties: {
    id: { type: 'string', pattern: '^new' },
    name: { type: 'string', minLength: 1, maxLength: 191 },
    description: { type: ['string', 'null'] },
    order: { type: 'integer', minimum: 1 },
    properties: { type: 'object' },
    triggerMode: { enum: ['immediate', 'interval', 'date', null] },
    triggerInterval: { type: ['integer', 'null'], minimum: 0 },
    triggerIntervalUnit: { enum: ['i', 'h', 'd', 'm', 'y', null] },
    triggerDate: { type: ['string', 'null'] },
    triggerHour: clock,
    triggerRestrictedStartHour: clock,
    triggerRestrictedStopHour: clock,
    triggerRestrictedDaysOfWeek: {
      type: 'array',
      items: { type: 'integer', minimum: 0, maximum: 6 },
      uniqueItems: true,
    },
    parent: { type: ['string', 'null'] },
    decisionPath: { enum: ['yes', 'no', null] },
    children: { type: 'array', items: { type: 'string' }, uniqueItems: true },
  },
  anyOf: pairs,
  allOf: [
    ...kinds,
    {
      if: { properties: { triggerMode: { const: 'interval' } }, required: ['triggerMode'] },
      then: { properties: { triggerInterval: { type: 'integer' }, triggerIntervalUnit: { type: 'string' } } },
    },
    {
      if: { properties: { eventType: { const: 'decision' } } },
      then: { properties: { triggerMode: { const: null } } },
    },
  ],
};

const source = { type: 'array', items: { type: 'object', required: ['id'], properties: { id: number } } };

export const campaignSchema = {
  type: 'object',
  required: ['name', 'events', 'lists', 'forms', 'canvasSettings'],
  properties: {
    name: { type: 'string', minLength: 1 },
    description: { type: ['string', 'null'] },
    isPublished: { enum: [true, false, 0, 1] },
    allowRestart: { enum: [true, false, 0, 1] },
    lists: source,
    forms: source,
    events: { type: 'array', items: event, minItems: 1 },
    canvasSettings: {
      type: 'object',
      required: ['nodes', 'connections'],
      properties: {
        nodes: {
          type: 'array',
          items: {
            type: 'object',
            required: ['id', 'positionX', 'positionY'],
            properties: {
              id: { type: 'string' },
              positionX: { type: 'string', pattern: '^\\d+$' },
              positionY: { type: 'string', pattern: '^\\d+$' },
            },
          },
        },
        connections: {
          type: 'array',
          items: {
            type: 'object',
            required: ['sourceId', 'targetId', 'anchors'],
            properties: {
              sourceId: { type: 'string' },
              targetId: { type: 'string' },
              anchors: {
                type: 'object',
                required: ['source', 'target'],
                properties: {
                  source: { enum: ['leadsource', 'bottom', 'yes', 'no'] },
                  target: { const: 'top' },
                },
              },
            },
          },
        },
      },
    },
  },
};
