const text = { type: 'string' };
const filled = { type: 'string', minLength: 1 };
const duration = { type: 'string', pattern: '^(\\d+(\\.\\d+)?|\\.\\d+)[dhm]$' };
const clock = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };
const zone = { type: ['string', 'null'] };

function object(properties: object, required: readonly string[] = [], more = false) {
  return { type: 'object', properties, required, additionalProperties: more };
}

const OPERATORS = [
  ...[
    'exact',
    'is_not',
    'icontains',
    'not_icontains',
    'starts_with',
    'not_starts_with',
    'regex',
    'not_regex',
  ],
  ...['gt', 'gte', 'lt', 'lte', 'is_set', 'is_not_set', 'is_date_exact', 'is_date_before', 'is_date_after'],
];

/** A condition on a person, or on an event where one is looked at. */
function property(types: readonly string[]) {
  return {
    ...object({ key: filled, operator: { enum: OPERATORS }, value: true, type: { enum: types } }, [
      'key',
      'operator',
      'type',
    ]),
    if: { properties: { operator: { enum: ['is_set', 'is_not_set'] } } },
    else: { required: ['value'] },
  };
}

const personProperties = { type: 'array', items: property(['person']) };
const event = object(
  {
    id: filled,
    name: filled,
    type: { const: 'events' },
    order: { type: 'integer', minimum: 0 },
    properties: { type: 'array', items: property(['person', 'event']) },
  },
  ['id', 'name', 'type', 'order'],
);
const eventFilters = object(
  {
    events: { type: 'array', items: event, minItems: 1 },
    properties: { type: 'array', items: property(['person', 'event']) },
    filter_test_accounts: { type: 'boolean' },
  },
  ['events'],
);
/** “Event filters are not allowed in conditionals”. */
const conditionFilters = object({ properties: personProperties }, ['properties']);

const trigger = {
  oneOf: [
    object({ type: { const: 'event' }, filters: eventFilters }, ['type', 'filters']),
    object({ type: { const: 'batch' }, filters: object({ properties: personProperties }, ['properties']) }, [
      'type',
      'filters',
    ]),
  ],
};

const input = object({ value: true, templating: { enum: ['hog', 'liquid'] }, order: { type: 'integer' } }, [
  'value',
]);
const textInput = object(
  { value: text, templating: { enum: ['hog', 'liquid'] }, order: { type: 'integer' } },
  ['value'],
);
const category = { message_category_type: { enum: ['marketing', 'transactional'] } };

const mail = object(
  {
    to: object({ email: filled, name: text }, ['email']),
    from: object(
      { integrationId: { type: 'integer' }, integrationIds: { type: 'array' }, email: text, name: text },
      ['integrationId'],
    ),
    subject: text,
    preheader: text,
    text,
    html: text,
    design: { type: 'object' },
  },
  ['to', 'from', 'subject', 'text', 'html'],
);

const functions: Readonly<Record<string, object>> = {
  'template-webhook': object({ url: textInput, method: textInput, body: input, headers: input }, [
    'url',
    'method',
  ]),
  'template-posthog-capture': object({ event: textInput, distinct_id: textInput, properties: input }, [
    'event',
    'distinct_id',
  ]),
  'template-posthog-update-person-properties': object(
    {
      distinct_id: textInput,
      set_properties: object({ value: { type: 'object', additionalProperties: text } }, ['value']),
      set_once_properties: object({ value: { type: 'object', additionalProperties: text } }, ['value']),
    },
    ['distinct_id'],
  ),
};

const configs: Readonly<Record<string, object>> = {
  trigger,
  delay: {
    oneOf: [
      object({ delay_duration: duration }, ['delay_duration']),
      object(
        {
          delay_until: object(
            {
              expression: filled,
              offset: { type: 'string', pattern: '^-?\\d+(\\.\\d+)?[dhm]$' },
              timezone: zone,
              use_person_timezone: { type: 'boolean' },
              fallback_timezone: zone,
            },
            ['expression'],
          ),
          max_delay_duration: duration,
        },
        ['delay_until'],
      ),
    ],
  },
  conditional_branch: object(
    {
      conditions: {
        type: 'array',
        items: object({ name: text, filters: conditionFilters }, ['filters']),
      },
    },
    ['conditions'],
  ),
  random_cohort_branch: object(
    {
      cohorts: {
        type: 'array',
        minItems: 1,
        items: object({ percentage: { type: 'number', minimum: 0, maximum: 100 }, name: text }, [
          'percentage',
        ]),
      },
    },
    ['cohorts'],
  ),
  wait_until_condition: {
    ...object(
      {
        condition: object({ filters: { oneOf: [{ type: 'null' }, eventFilters, conditionFilters] } }, [
          'filters',
        ]),
        events: { type: 'array', items: object({ name: text, filters: eventFilters }, ['filters']) },
        max_wait_duration: duration,
      },
      ['condition', 'max_wait_duration'],
    ),
    // What waits for nothing only ever times out.
    anyOf: [
      { properties: { condition: { properties: { filters: { type: 'object' } } } } },
      { properties: { events: { type: 'array', minItems: 1 } }, required: ['events'] },
    ],
  },
  wait_until_time_window: object(
    {
      timezone: zone,
      use_person_timezone: { type: 'boolean' },
      fallback_timezone: zone,
      day: {
        oneOf: [
          { enum: ['any', 'weekday', 'weekend'] },
          {
            type: 'array',
            minItems: 1,
            items: { enum: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] },
          },
        ],
      },
      time: { oneOf: [{ const: 'any' }, { type: 'array', items: clock, minItems: 2, maxItems: 2 }] },
    },
    ['timezone', 'day', 'time'],
  ),
  function_email: object(
    {
      ...category,
      template_id: { const: 'template-email' },
      inputs: object(
        {
          email: object(
            { value: mail, templating: { enum: ['hog', 'liquid'] }, order: { type: 'integer' } },
            ['value'],
          ),
        },
        ['email'],
      ),
    },
    ['template_id', 'inputs'],
  ),
  function_sms: object(
    {
      ...category,
      template_id: { const: 'template-twilio' },
      // Both pairs of names are seen: `to_number` and `message` in the template, `to` and `body` in older files.
      inputs: object({
        twilio_account: input,
        from_number: input,
        to_number: textInput,
        message: textInput,
        to: textInput,
        body: textInput,
      }),
    },
    ['template_id', 'inputs'],
  ),
  function_push: object(
    {
      ...category,
      template_id: { const: 'template-native-push' },
      inputs: object({ distinctId: textInput, title: textInput, body: textInput }, ['distinctId', 'title']),
      mappings: { type: 'array', items: object({ name: text, inputs: object({ push_provider: input }) }) },
    },
    ['template_id', 'inputs'],
  ),
  function: {
    ...object({ template_id: { enum: Object.keys(functions) }, inputs: { type: 'object' } }, [
      'template_id',
      'inputs',
    ]),
    allOf: Object.entries(functions).map(([id, inputs]) => ({
      if: { properties: { template_id: { const: id } } },
      then: { properties: { inputs } },
    })),
  },
  exit: object({ reason: text }),
};

const action = {
  ...object(
    {
      id: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,200}$' },
      name: { type: 'string', maxLength: 400 },
      description: text,
      on_error: { enum: ['continue', 'abort', null] },
      filters: { oneOf: [{ type: 'null' }, conditionFilters] },
      created_at: { type: 'number' },
      updated_at: { type: 'number' },
      type: { enum: Object.keys(configs) },
      config: { type: 'object' },
    },
    ['id', 'name', 'type', 'config'],
  ),
  allOf: Object.entries(configs).map(([type, config]) => ({
    if: { properties: { type: { const: type } } },
    then: { properties: { config } },
  })),
};

const edge = {
  ...object(
    {
      from: filled,
      to: filled,
      type: { enum: ['continue', 'branch'] },
      index: { type: 'integer', minimum: 0 },
    },
    ['from', 'to', 'type'],
  ),
  if: { properties: { type: { const: 'branch' } } },
  then: { required: ['index'] },
};

/** The body of POST /api/projects/:project_id/hog_flows/, written by hand from PostHog’s documentation. */
export const flowSchema = object(
  {
    id: text,
    key: text,
    version: { type: 'integer' },
    name: text,
    description: text,
    status: { enum: ['draft', 'active', 'archived'] },
    trigger,
    trigger_masking: {
      oneOf: [
        { type: 'null' },
        object(
          {
            ttl: { type: 'integer', minimum: 60, maximum: 94_608_000 },
            hash: filled,
            threshold: { type: ['integer', 'null'] },
          },
          ['ttl', 'hash'],
        ),
      ],
    },
    conversion: object(
      {
        window_minutes: { type: ['integer', 'null'], minimum: 1 },
        filters: personProperties,
        events: { type: 'array', items: object({ filters: eventFilters, name: text }, ['filters']) },
      },
      ['filters'],
    ),
    exit_condition: {
      enum: [
        'exit_on_conversion',
        'exit_on_trigger_not_matched',
        'exit_on_trigger_not_matched_or_conversion',
        'exit_only_at_end',
      ],
    },
    email_sending_rate_limit: object(
      { count: { type: 'integer', minimum: 1 }, period: { enum: ['minute', 'hour'] } },
      ['count', 'period'],
    ),
    variables: {
      type: 'array',
      items: object(
        { key: filled, type: { enum: ['string', 'number', 'boolean'] }, label: text, default: text },
        ['key', 'type'],
      ),
    },
    actions: { type: 'array', items: action, minItems: 1 },
    edges: { type: 'array', items: edge },
  },
  ['name', 'exit_condition', 'actions', 'edges'],
);
