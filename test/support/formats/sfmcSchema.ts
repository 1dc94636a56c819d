/**
 * The Journey Specification of Salesforce Marketing Cloud Engagement as a JSON Schema, written from the facts of its documentation and of files
 * that were deployed; there is no published one. Loose where nothing is known, strict where something is.
 */

const object = { type: 'object' } as const;
const text = { type: 'string' } as const;

function activityOf(type: string, rest: object): object {
  return { if: { properties: { type: { const: type } } }, then: rest };
}

const outcome = {
  type: 'object',
  required: ['key'],
  properties: {
    key: { type: 'string', minLength: 1 },
    next: { anyOf: [{ type: 'string', minLength: 1 }, { type: 'null' }] },
    arguments: object,
    metaData: object,
  },
};

const oneWay = { properties: { outcomes: { minItems: 1, maxItems: 1 } } };

const wait = {
  ...oneWay,
  properties: {
    ...oneWay.properties,
    configurationArguments: {
      anyOf: [
        {
          required: ['waitDuration', 'waitUnit'],
          properties: {
            waitDuration: { type: 'integer', minimum: 1 },
            waitUnit: { enum: ['MINUTES', 'HOURS', 'DAYS', 'WEEKS', 'MONTHS'] },
            specifiedTime: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
            timeZone: text,
          },
          dependentRequired: { specifiedTime: ['timeZone'] },
        },
        {
          required: ['waitEndDateAttributeExpression'],
          properties: {
            waitEndDateAttributeExpression: { type: 'string', pattern: '^\\{\\{Event\\.[^{}]+\\}\\}$' },
          },
        },
        { required: ['waitForEventKey'], properties: { waitForEventKey: { type: 'string', minLength: 1 } } },
      ],
    },
    metaData: { required: ['uiType'] },
  },
};

const decision = {
  properties: {
    outcomes: { minItems: 1 },
    configurationArguments: {
      required: ['criteria', 'schemaVersionId'],
      properties: {
        criteria: { type: 'object', additionalProperties: text },
        schemaVersionId: { anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^\\d+$' }] },
      },
    },
  },
};

const randomSplit = {
  properties: {
    outcomes: {
      minItems: 1,
      items: {
        properties: {
          arguments: {
            required: ['percentage'],
            properties: { percentage: { type: 'integer', minimum: 1, maximum: 100 } },
          },
        },
      },
    },
  },
};

const engagement = {
  properties: {
    outcomes: {
      minItems: 2,
      maxItems: 2,
      items: {
        properties: { arguments: { required: ['when'], properties: { when: { type: 'boolean' } } } },
      },
    },
    configurationArguments: {
      required: ['refActivityCustomerKey', 'statsTypeId', 'statusUrlId'],
      properties: {
        refActivityCustomerKey: { type: 'string', minLength: 1 },
        statsTypeId: { enum: [2, 3, 6] },
        statusUrlId: text,
      },
    },
  },
};

const email = {
  properties: {
    outcomes: oneWay.properties.outcomes,
    configurationArguments: {
      required: ['triggeredSend'],
      properties: {
        triggeredSend: {
          type: 'object',
          properties: { emailId: { type: 'integer' }, emailSubject: text, preHeader: text },
          anyOf: [{ required: ['emailId'] }, { required: ['r__asset_key'] }],
        },
      },
    },
  },
};

const update = {
  properties: {
    outcomes: oneWay.properties.outcomes,
    arguments: {
      required: ['activityData'],
      properties: {
        activityData: {
          type: 'object',
          required: ['updateContactFields'],
          properties: {
            updateContactFields: {
              type: 'array',
              minItems: 1,
              items: {
                type: 'object',
                required: ['value'],
                properties: { value: text },
                anyOf: [
                  { required: ['r__dataExtension_key', 'r__dataExtensionField_name'] },
                  { required: ['dataExtensionId', 'field'] },
                ],
              },
            },
          },
        },
      },
    },
  },
};

const custom = {
  properties: {
    configurationArguments: {
      required: ['applicationExtensionKey'],
      properties: { applicationExtensionKey: { type: 'string', minLength: 1 } },
    },
  },
};

const customSplit = {
  properties: {
    ...custom.properties,
    outcomes: {
      minItems: 2,
      items: { properties: { arguments: { required: ['branchResult'] } } },
    },
  },
};

const activity = {
  type: 'object',
  required: ['key', 'name', 'type', 'outcomes', 'configurationArguments', 'metaData'],
  properties: {
    key: { type: 'string', minLength: 1 },
    name: text,
    description: text,
    type: {
      enum: [
        ...['WAIT', 'MULTICRITERIADECISION', 'RANDOMSPLIT', 'ENGAGEMENTDECISION', 'EMAILV2', 'SMSSYNC'],
        ...['UPDATECONTACTDATA', 'STOWAIT', 'ABNTEST', 'ABNTESTSTOP', 'REST', 'RESTDECISION'],
      ],
    },
    outcomes: { type: 'array', items: outcome },
    arguments: object,
    configurationArguments: object,
    metaData: object,
  },
  allOf: [
    activityOf('WAIT', wait),
    activityOf('MULTICRITERIADECISION', decision),
    activityOf('RANDOMSPLIT', randomSplit),
    activityOf('ENGAGEMENTDECISION', engagement),
    activityOf('EMAILV2', email),
    activityOf('SMSSYNC', oneWay),
    activityOf('UPDATECONTACTDATA', update),
    activityOf('REST', { ...custom, properties: { ...custom.properties, ...oneWay.properties } }),
    activityOf('RESTDECISION', customSplit),
  ],
};

const trigger = {
  type: 'object',
  required: ['key', 'name', 'type', 'metaData'],
  properties: {
    key: { type: 'string', minLength: 1 },
    name: text,
    type: { enum: ['EmailAudience', 'APIEvent', 'AutomationAudience'] },
    outcomes: { type: 'array', items: outcome },
    metaData: {
      type: 'object',
      anyOf: [{ required: ['eventDefinitionKey'] }, { required: ['r__event_key'] }],
      properties: {
        eventDefinitionKey: { type: 'string', minLength: 1 },
        r__event_key: { type: 'string', minLength: 1 },
      },
    },
  },
};

export const sfmcSchema = {
  type: 'object',
  required: ['key', 'name', 'workflowApiVersion', 'definitionType', 'entryMode', 'triggers', 'activities'],
  properties: {
    key: { type: 'string', minLength: 1 },
    name: text,
    description: text,
    workflowApiVersion: { enum: [0.5, 1] },
    definitionType: { enum: ['Multistep', 'Quicksend', 'Transactional'] },
    channel: text,
    entryMode: { enum: ['NotSet', 'SingleEntryAcrossAllVersions', 'OnceAndDone', 'MultipleEntries'] },
    executionMode: { const: 'Production' },
    defaults: {
      type: 'object',
      required: ['email'],
      properties: {
        email: { type: 'array', items: text },
        mobileNumber: { type: 'array', items: text },
        properties: object,
      },
    },
    metaData: object,
    goals: { type: 'array' },
    exits: { type: 'array' },
    notifiers: { type: 'array' },
    triggers: { type: 'array', minItems: 1, maxItems: 1, items: trigger },
    activities: { type: 'array', minItems: 1, items: activity },
  },
};
