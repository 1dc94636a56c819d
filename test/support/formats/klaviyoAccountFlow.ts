const when = { type: 'date', operator: 'flow-start' };
const every = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const email = (id: string, name: string, subject: string) => ({
  from_email: 'shop@example.com',
  from_label: 'Shop',
  reply_to_email: null,
  subject_line: subject,
  preview_text: "Still {{ event|lookup:'Product' }}?",
  template_id: 'VwSxYz',
  smart_sending_enabled: false,
  transactional: false,
  add_tracking_params: true,
  custom_tracking_params: [{ param: 'utm_source', value: 'klaviyo' }],
  additional_filters: null,
  name,
  id,
});

/** As an account answers when it is asked for a flow with its definition: numbers as ids, and actions of most kinds. */
export const accountFlow = {
  data: {
    type: 'flow',
    id: 'VSECqx',
    attributes: {
      name: 'Cart <b>{{ recovery }}</b>',
      status: 'draft',
      archived: false,
      trigger_type: 'Metric',
      definition: {
        triggers: [
          {
            type: 'metric',
            id: 'WnzuVG',
            trigger_filter: {
              condition_groups: [
                {
                  conditions: [
                    {
                      type: 'metric-property',
                      metric_id: 'WnzuVG',
                      field: '$value',
                      filter: { type: 'numeric', operator: 'greater-than', value: 5 },
                    },
                  ],
                },
              ],
            },
          },
        ],
        profile_filter: {
          condition_groups: [
            {
              conditions: [
                {
                  type: 'profile-metric',
                  metric_id: 'WZAxyj',
                  measurement: 'count',
                  measurement_filter: { type: 'numeric', operator: 'equals', value: 0 },
                  timeframe_filter: when,
                  metric_filters: null,
                },
              ],
            },
            {
              conditions: [
                {
                  type: 'profile-not-in-flow',
                  timeframe_filter: { type: 'date', operator: 'in-the-last', unit: 'day', quantity: 7 },
                },
              ],
            },
            {
              conditions: [
                {
                  type: 'profile-marketing-consent',
                  consent: {
                    channel: 'email',
                    can_receive_marketing: true,
                    consent_status: { subscription: 'subscribed', filters: null },
                  },
                },
              ],
            },
          ],
        },
        reentry_criteria: { duration: 1, unit: 'day' },
        entry_action_id: '100',
        actions: [
          {
            id: '100',
            type: 'time-delay',
            links: { next: '101' },
            data: { unit: 'hours', value: 1, secondary_value: null, timezone: 'profile' },
          },
          {
            id: '101',
            type: 'send-email',
            links: { next: '102' },
            data: {
              message: email('Ab12Cd', 'E1 · Cart', "Hi {{ first_name|default:'there' }}"),
              status: 'live',
            },
          },
          {
            id: '102',
            type: 'trigger-split',
            links: { next_if_true: '103', next_if_false: '104' },
            data: {
              trigger_filter: {
                condition_groups: [
                  {
                    conditions: [
                      {
                        type: 'metric-property',
                        metric_id: 'WnzuVG',
                        field: '$value',
                        filter: { type: 'numeric', operator: 'greater-than', value: 100 },
                      },
                    ],
                  },
                ],
              },
              trigger_id: 'WnzuVG',
              trigger_type: 'metric',
              trigger_subtype: null,
            },
          },
          {
            id: '103',
            type: 'ab-test',
            links: { next: '104' },
            data: {
              status: 'draft',
              experiment_status: 'draft',
              main_action: {
                id: '1030',
                type: 'send-email',
                links: { next: null },
                data: { message: email('Ma12In', 'E2', 'Last call'), status: 'draft' },
              },
              current_experiment: {
                id: 'Ex12Pe',
                name: 'Subject',
                variations: [
                  {
                    id: '1031',
                    type: 'send-email',
                    links: { next: null },
                    data: { message: email('Va12Ri', 'E2 · A', 'Your cart'), status: 'draft' },
                  },
                  {
                    id: '1032',
                    type: 'send-email',
                    links: { next: null },
                    data: { message: email('Va34Ri', 'E2 · B', 'Last call'), status: 'draft' },
                  },
                ],
                allocations: { '1031': 0.5, '1032': 0.5 },
                winner_metric: 'unique-clicks',
                automatic_winner_selection_settings: null,
              },
            },
          },
          {
            id: '104',
            type: 'multi-branch-split',
            links: null,
            data: {
              name: 'Who',
              branches: [
                {
                  branch_id: '7f2c',
                  order: 0,
                  is_else: false,
                  name: 'Clicked',
                  branch_filter: {
                    condition_groups: [
                      {
                        conditions: [
                          {
                            type: 'profile-metric',
                            metric_id: 'XcLicK',
                            measurement: 'count',
                            measurement_filter: { type: 'numeric', operator: 'greater-than', value: 0 },
                            timeframe_filter: when,
                            metric_filters: [
                              {
                                property: '$message',
                                filter: { type: 'string', operator: 'equals', value: 'Ab12Cd' },
                              },
                            ],
                          },
                        ],
                      },
                    ],
                  },
                  links: { next: '105' },
                },
                {
                  branch_id: '8a1d',
                  order: 1,
                  is_else: false,
                  name: 'Nobody',
                  branch_filter: null,
                  links: { next: '106' },
                },
                {
                  branch_id: 'e1se',
                  order: 2,
                  is_else: true,
                  name: 'Everyone else',
                  branch_filter: null,
                  links: { next: '107' },
                },
              ],
            },
          },
          {
            id: '105',
            type: 'send-sms',
            links: { next: null },
            data: {
              message: {
                body: '{{ person|lookup:\'city\'|default:"Your city" }}: {% unsubscribe_link %}',
                shorten_links: true,
                smart_sending_enabled: true,
                sms_quiet_hours_enabled: true,
                transactional: false,
                name: 'Text',
                id: 'Sm12Ss',
              },
              status: 'live',
            },
          },
          {
            id: '106',
            type: 'list-update',
            links: { next: null },
            data: { name: 'Add to list', on_execution: true, list_id: 'Y6nRLr', status: 'live' },
          },
          {
            id: '107',
            type: 'update-profile',
            links: { next: '108' },
            data: {
              profile_operations: [
                {
                  operator: 'update',
                  property_type: 'string',
                  property_key: "properties['sunset_status']",
                  property_value: 'suppress',
                },
                { operator: 'delete', property_key: "properties['old']" },
              ],
              status: 'live',
            },
          },
          { id: '108', type: 'back-in-stock-delay', links: { next: '109' } },
          {
            id: '109',
            type: 'time-delay',
            links: { next: null },
            data: {
              unit: 'days',
              value: 2,
              secondary_value: 0,
              timezone: 'profile',
              delay_until_time: '10:30:00',
              delay_until_weekdays: every,
            },
          },
        ],
      },
    },
  },
};

/** Any flow’s definition, for damaging it: the fields that damages reach for. */
export interface LooseDefinition {
  triggers: { type: string }[];
  profile_filter: { condition_groups: { conditions: { type?: string }[] }[] };
  actions: {
    id?: string;
    temporary_id?: string;
    type: string;
    links: Record<string, string | null>;
    data: {
      name?: string;
      value?: number;
      profile_filter?: unknown;
      branches?: { branch_id: string; links: Record<string, string | null> }[];
    };
  }[];
  entry_action_id: string | null;
}

export interface LooseFlow {
  data: { attributes: { definition: LooseDefinition } };
}
