import { NO_RESPONSE, type Response } from '../../../journey/steps/check.ts';
import { HOLDOUT } from '../../../journey/steps/experiment.ts';
import { ownExitName } from '../../../journey/steps/exitWords.ts';
import { ELSE } from '../../../journey/steps/split.ts';
import type { Change } from '../../../journey/steps/update.ts';
import { messagesAsked } from '../channelsAsked.ts';
import type { Dialect, Setting, StepTask } from '../dialect.ts';
import { counted, duration, percent, quoted, ruleText } from '../phrases.ts';
import { entrySettings } from './entry.ts';
import { sayMessage } from './message.ts';
import { brazeFilter } from './rules.ts';
import { beforeBraze, wholeBraze } from './whole.ts';

/** A Canvas may have this many steps. */
const MOST_STEPS = 200;
/** Groups of an Audience Paths step beside “Everyone Else”. */
const MOST_GROUPS = 8;
/** Paths of an Experiment Paths step, the control group among them. */
const MOST_PATHS = 4;
const LONGEST_WINDOW_MINUTES = 31 * 1440;

const RESPONSE_TRIGGERS: Readonly<Record<Response, string>> = {
  converted: 'Perform conversion event (the first of the Canvas)',
  clicked: 'Interact with Step: clicked',
  replied: 'Send an inbound message (SMS, WhatsApp)',
  opened: 'Interact with Step: opened',
  unsubscribed: 'Change subscription status to unsubscribed',
  bounced: 'Interact with Step: bounced',
};

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
  leadsTo: ({ task }) => `connect to task ${task}`,
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
          { name: 'Delay until: after a duration', value: counted(until.days, 'calendar day') },
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
    const { told, source } = saying;
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
      words: `Add an Action Paths step ${quoted(step.name)}, its action groups in this order.`,
      settings: [
        { name: 'Evaluation window', value: duration(step.windowMinutes) },
        {
          name: 'Advance users based on ranked order',
          value: step.ranked
            ? 'on: everybody is held to the end of the window, and the first group in this order wins'
            : 'off: users go on at their first action',
        },
        { name: 'About', value: messagesAsked(saying) },
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
