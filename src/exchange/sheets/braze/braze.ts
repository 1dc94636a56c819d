import type { Channel } from '../../../journey/channels.ts';

import { NO_RESPONSE, type Response } from '../../../journey/steps/check.ts';
import type { EntryStep } from '../../../journey/steps/entry.ts';
import { HOLDOUT } from '../../../journey/steps/experiment.ts';
import { ownExitName } from '../../../journey/steps/exitWords.ts';
import { ELSE } from '../../../journey/steps/split.ts';
import type { Change } from '../../../journey/steps/update.ts';
import { contentSettings } from '../content.ts';
import type { Dialect, Saying, Setting, StepTask } from '../dialect.ts';
import { duration, percent, quoted, ruleText } from '../phrases.ts';
import { brazeFilter } from './rules.ts';
import { beforeBraze, wholeBraze } from './whole.ts';

/** A Canvas may have this many steps. */
const MOST_STEPS = 200;
/** Groups of an Audience Paths step beside “Everyone Else”. */
const MOST_GROUPS = 8;
/** Paths of an Experiment Paths step, the control group among them. */
const MOST_PATHS = 4;
const LONGEST_WINDOW_MINUTES = 31 * 1440;

const CHANNEL_NAMES: Readonly<Record<Channel | 'preferred', string>> = {
  email: 'Email',
  sms: 'SMS/MMS/RCS',
  push: 'Push (iOS, Android)',
  'web-push': 'Push (Web)',
  'in-app': 'In-App Message',
  whatsapp: 'WhatsApp',
  'direct-mail': 'Webhook (to the printer)',
  'search-ad': 'Audience Sync (to the search network)',
  'display-ad': 'Audience Sync (to the display network)',
  'social-ad': 'Audience Sync (to the social network)',
  'social-post': 'Webhook (to the social account)',
  call: 'Webhook (to the dialler)',
  webhook: 'Webhook',
  preferred: 'Intelligent Channel, or one Message step with several channels',
};
const INDIRECT: ReadonlySet<string> = new Set([
  'direct-mail',
  'search-ad',
  'display-ad',
  'social-ad',
  'social-post',
  'call',
]);

const RESPONSE_TRIGGERS: Readonly<Record<Response, string>> = {
  converted: 'Perform conversion event (the first of the Canvas)',
  clicked: 'Interact with Step: clicked',
  replied: 'Send an inbound message (SMS, WhatsApp)',
  opened: 'Interact with Step: opened',
  unsubscribed: 'Change subscription status to unsubscribed',
  bounced: 'Interact with Step: bounced',
};

/** A placeholder in Liquid, as Braze has it. */
function liquid(column: string, otherwise: string): string {
  const fallback = otherwise === '' ? '' : ` | default: '${otherwise.replaceAll("'", '’')}'`;
  return `{{custom_attribute.\${${column}}${fallback}}}`;
}

const NEXT = () => 'Next step';

export const braze: Dialect = {
  platform: 'Braze',
  lacks: {
    loops: 'unroll',
    ladders: 'expand',
    splits: 'keep',
    joins: 'keep',
    mostSteps: MOST_STEPS,
    unplaced: true,
  },
  leadsTo: (task) => `connect to task ${task}`,
  leadsNowhere: 'leave it without a next step: the user exits the Canvas',
  before: beforeBraze,
  whole: wholeBraze,
  after: () => [
    {
      id: 'check',
      words: 'On the Summary page, compare every path with this list, send test messages, then launch.',
      settings: [],
      remarks: ['This sheet is for building by hand; it was not tried in Braze.'],
    },
  ],

  entry: (step, saying) => ({
    words: `Create a Canvas named ${quoted(saying.journey.name)} and set who enters it, and when (${quoted(step.name)}).`,
    settings: entrySettings(step, saying),
    wayOf: () => 'First step',
  }),

  split(step, saying) {
    const { branches } = step;
    const [only] = branches;
    if (only && branches.length === 1)
      return {
        words: `Add a Decision Split step ${quoted(step.name)}.`,
        settings: [{ name: 'Filters', value: ruleText(only.rule, brazeFilter, saying) }],
        wayOf: (exit) => (exit === ELSE ? 'No' : 'Yes'),
      };
    if (branches.length > MOST_GROUPS)
      saying.told.say('emulated', saying.source, {
        code: 'many-groups',
        words: `An Audience Paths step has at most ${MOST_GROUPS} groups: put the rest into a second one at “Everyone Else”.`,
      });
    return {
      words: `Add an Audience Paths step ${quoted(step.name)}, its groups ranked in this order.`,
      settings: branches.map(({ name, rule }) => ({
        name: `Group ${quoted(name)}`,
        value: ruleText(rule, brazeFilter, saying),
      })),
      wayOf: (exit) => (exit === ELSE ? 'Everyone Else' : `Group ${quoted(ownExitName(step, exit) ?? exit)}`),
    };
  },

  experiment(step, { told, source }) {
    const paths = step.arms.length + (step.holdout ? 1 : 0);
    if (paths > MOST_PATHS)
      told.say('emulated', source, {
        code: 'many-paths',
        words: `An Experiment Paths step has at most ${MOST_PATHS} paths: nest a second one, with shares worked out from what is left.`,
      });
    if (step.holdout?.goesOn)
      told.say('missing', source, {
        code: 'holdout-goes-on',
        words: 'A held-out user cannot walk on without being messaged: the control group leaves the Canvas.',
      });
    const remarks = paths > MOST_PATHS ? ['Nest Experiment Paths steps to have all of these.'] : [];
    return {
      words: `Add an Experiment Paths step ${quoted(step.name)}.`,
      settings: [
        ...step.arms.map(({ name, weight }) => ({ name: `Path ${quoted(name)}`, value: percent(weight) })),
        ...(step.holdout ? [{ name: 'Control group', value: percent(step.holdout.weight) }] : []),
      ],
      remarks,
      wayOf: (exit) =>
        exit === HOLDOUT ? 'Control group' : `Path ${quoted(ownExitName(step, exit) ?? exit)}`,
    };
  },

  message: sayMessage,

  wait(step, { told, source }) {
    const { until } = step;
    const task = (settings: readonly Setting[]): StepTask => ({
      words: `Add a Delay step ${quoted(step.name)}.`,
      settings,
      wayOf: NEXT,
    });
    switch (until.type) {
      case 'duration':
        return task([{ name: 'Delay until: after a duration', value: duration(until.minutes) }]);
      case 'daysAt':
        return task([
          { name: 'Delay until: after a duration', value: `${until.days} calendar days` },
          { name: 'At', value: `${until.at}, in the user’s local time` },
        ]);
      case 'timeOfDay':
        return task([{ name: 'Delay until: a time of day', value: `${until.at}, in the user’s local time` }]);
      case 'weekday':
        return task([
          { name: 'Delay until: next day of the week', value: until.weekday },
          {
            name: 'At',
            value:
              until.at === undefined
                ? 'the time of day at which the user came'
                : `${until.at}, in the user’s local time`,
          },
        ]);
      case 'date':
        return task([
          { name: 'Personalize delay', value: `until the date in custom attribute ${quoted(until.column)}` },
          { name: 'Offset', value: offsetWords(until.offsetMinutes) },
        ]);
      case 'random': {
        const middle = Math.round((until.from + until.to) / 2);
        told.say('missing', source, {
          code: 'wait-random',
          words: `There is no random wait: everybody waits the middle of it, ${duration(middle)}.`,
        });
        return task([
          {
            name: 'Delay until: after a duration',
            value: `${duration(middle)} (meant: between ${duration(until.from)} and ${duration(until.to)})`,
          },
        ]);
      }
    }
  },

  check(step, saying) {
    const { told, source, nameOf } = saying;
    const on = step.on === 'latest' ? 'the last message before this step' : `step ${nameOf(step.on)}`;
    if (step.ranked)
      told.say('emulated', source, {
        code: 'check-ranked',
        words:
          'Action Paths let a user go on at the first action: a better answer later in the window does not count.',
      });
    if (step.windowFrom === 'send')
      told.say('emulated', source, {
        code: 'window-from-send',
        words: 'The evaluation window begins when the user comes to the step, not when the message was sent.',
      });
    if (step.windowMinutes > LONGEST_WINDOW_MINUTES)
      told.say('missing', source, {
        code: 'window-too-long',
        words: `An evaluation window lasts at most 31 days; ${duration(step.windowMinutes)} is cut to that.`,
      });
    return {
      words: `Add an Action Paths step ${quoted(step.name)}, its action groups ranked in this order.`,
      settings: [
        { name: 'Evaluation window', value: duration(step.windowMinutes) },
        { name: 'About', value: on },
        ...step.responses.map((response) => ({
          name: `Action group ${quoted(response)}`,
          value: RESPONSE_TRIGGERS[response],
        })),
      ],
      wayOf: (exit) => (exit === NO_RESPONSE ? 'Everyone Else' : `Action group ${quoted(exit)}`),
    };
  },

  escalate: (step) => ({ words: `Add one Message step per channel for ${quoted(step.name)}.`, settings: [] }),

  update: (step) => ({
    words: `Add a User Update step ${quoted(step.name)}.`,
    settings: step.changes.map(changeSetting),
    wayOf: NEXT,
  }),

  handoff(step, { told, source }) {
    told.say('emulated', source, {
      code: 'handoff-by-webhook',
      words:
        'A webhook tells the other system, and an event of yours must tell Braze that the contact was taken.',
    });
    return {
      words: `Add a Message step ${quoted(step.name)} with a Webhook to ${step.to}, then an Action Paths step for its answer.`,
      settings: [
        { name: 'Webhook', value: `to ${step.to}, with the user’s external ID` },
        { name: 'Action group “accepted”', value: `Perform custom event ${quoted(`${step.to} accepted`)}` },
        {
          name: 'Evaluation window',
          value:
            step.slaMinutes === undefined
              ? '31 days (there is no limit in the journey)'
              : duration(step.slaMinutes),
        },
      ],
      wayOf: (exit) => (exit === 'accepted' ? 'Action group “accepted”' : 'Everyone Else'),
    };
  },

  goal(step, { told, source }) {
    told.say('emulated', source, {
      code: 'milestone',
      words: 'A milestone is an attribute that a User Update step sets.',
    });
    return {
      words: `Add a User Update step ${quoted(step.name)} that marks the milestone.`,
      settings: [
        { name: `Custom attribute ${quoted('milestones')} (array)`, value: `add ${quoted(step.name)}` },
        ...(step.conversion
          ? [
              {
                name: 'Counts as',
                value: 'a conversion: log a custom event and choose it as the conversion event',
              },
            ]
          : []),
      ],
      wayOf: NEXT,
    };
  },

  exit: (step) => ({
    words: `End the path here (${quoted(step.name)}): add nothing after it.`,
    settings: step.reason === undefined ? [] : [{ name: 'Reason', value: step.reason }],
  }),
};

function sayMessage(step: Parameters<Dialect['message']>[0], { told, source }: Saying): StepTask {
  if (INDIRECT.has(step.channel))
    told.say('emulated', source, {
      code: 'channel-by-others',
      words: `Braze does not send ${step.channel} itself: ${CHANNEL_NAMES[step.channel]} hands it to whoever does.`,
    });
  if (step.channel === 'preferred')
    told.say('emulated', source, {
      code: 'channel-preferred',
      words:
        'Audience Paths by the attribute of the preferred channel stand before one Message step per channel.',
    });
  if (!step.obeysCaps && !step.transactional)
    told.say('missing', source, {
      code: 'ignores-caps',
      words: 'Frequency capping is switched off for a whole Canvas, not for a single step.',
    });
  if (!step.countsTowardCaps)
    told.say('missing', source, {
      code: 'counts-not',
      words:
        'Whether a message counts toward frequency caps is said by tags of campaigns and Canvases, not by step.',
    });
  if (step.content?.variants && step.content.variants.length > 0)
    told.say('emulated', source, {
      code: 'variants',
      words: 'Each wording is a path of an Experiment Paths step before the message.',
    });
  return {
    words: `Add a Message step ${quoted(step.name)}.`,
    settings: [
      { name: 'Messaging channel', value: CHANNEL_NAMES[step.channel] },
      ...(step.fallback && step.fallback.length > 0
        ? [
            {
              name: 'Fallback channels, in order',
              value: step.fallback.map((channel) => CHANNEL_NAMES[channel]).join(', '),
            },
          ]
        : []),
      ...contentSettings(step.content, liquid),
      ...(step.content?.variants ?? []).flatMap((variant) => [
        {
          name: `Wording ${quoted(variant.name)}`,
          value: variant.share === undefined ? 'an equal share' : percent(variant.share),
        },
        ...contentSettings(variant, liquid),
      ]),
      ...(step.transactional
        ? [{ name: 'Send to', value: 'all users, including unsubscribed users (transactional)' }]
        : []),
      ...(step.tags && step.tags.length > 0
        ? [{ name: 'Tags (of the Canvas)', value: step.tags.join(', ') }]
        : []),
    ],
    wayOf: NEXT,
  };
}

function entrySettings(step: EntryStep, saying: Saying): readonly Setting[] {
  const { trigger, eligible, spreadMinutes } = step;
  const { told, source } = saying;
  if (spreadMinutes !== undefined)
    told.say('missing', source, {
      code: 'entry-spread',
      words: `Users enter at once, not spread over ${duration(spreadMinutes)}; rate limiting can slow the messages down.`,
    });
  const schedule = (): readonly Setting[] => {
    switch (trigger.type) {
      case 'atOnce':
        return [{ name: 'Entry Schedule', value: 'Scheduled, once, at launch' }];
      case 'schedule':
        return [
          { name: 'Entry Schedule', value: `Scheduled, daily, every ${trigger.everyDays} days` },
          { name: 'Starting at', value: `${trigger.at}, company time zone` },
        ];
      case 'events':
        return [
          { name: 'Entry Schedule', value: 'Action-Based' },
          { name: 'Trigger', value: `Perform custom event ${quoted(trigger.event)}` },
        ];
      case 'date':
        told.say('emulated', source, {
          code: 'entry-by-date',
          words: 'A daily schedule with a filter on the date lets each user in on its day.',
        });
        return [
          { name: 'Entry Schedule', value: `Scheduled, daily, at ${trigger.at} in the user’s local time` },
          {
            name: 'Entry Audience',
            value: `Date of custom attribute ${quoted(trigger.column)} is ${Math.abs(trigger.offsetDays)} days ${trigger.offsetDays < 0 ? 'from now' : 'ago'}`,
          },
        ];
    }
  };
  return [
    ...schedule(),
    ...(eligible ? [{ name: 'Entry Audience filters', value: ruleText(eligible, brazeFilter, saying) }] : []),
  ];
}

function changeSetting(change: Change): Setting {
  switch (change.type) {
    case 'set':
      return {
        name: `Attribute ${quoted(change.column)}`,
        value: `update to ${quoted(String(change.value))}`,
      };
    case 'addScore':
      return { name: 'Attribute “score”', value: `increment by ${change.points}` };
    case 'addTag':
      return { name: 'Attribute “tags” (array)', value: `add ${quoted(change.tag)}` };
    case 'removeTag':
      return { name: 'Attribute “tags” (array)', value: `remove ${quoted(change.tag)}` };
    case 'suppress':
      return {
        name: 'Subscription status',
        value: `unsubscribed on ${change.channel === 'all' ? 'every channel' : change.channel}`,
      };
  }
}

function offsetWords(minutes: number): string {
  if (minutes === 0) return 'none';
  return `${duration(Math.abs(minutes))} ${minutes < 0 ? 'before' : 'after'}`;
}
