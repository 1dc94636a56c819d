import { NO_RESPONSE } from '../../../journey/steps/check.ts';
import { HOLDOUT } from '../../../journey/steps/experiment.ts';
import { ownExitName } from '../../../journey/steps/exitWords.ts';
import { ELSE } from '../../../journey/steps/split.ts';
import type { Change } from '../../../journey/steps/update.ts';
import { channelsAsked, messagesAsked } from '../channelsAsked.ts';
import type { Dialect, Setting, StepTask } from '../dialect.ts';
import { counted, duration, listed, percent, quoted, ruleText, slaWords } from '../phrases.ts';
import { entryOfHubspot } from './entry.ts';
import { sayMessage } from './message.ts';
import { hubspotResponse } from './responses.ts';
import { hubspotFilter } from './rules.ts';
import { beforeHubspot, wholeHubspot } from './whole.ts';

const MOST_ACTIONS = 400;

const NEXT = () => 'Next action';

export const hubspot: Dialect = {
  platform: 'HubSpot',
  lacks: {
    loops: 'keep',
    ladders: 'expand',
    splits: 'keep',
    joins: 'keep',
    mostSteps: MOST_ACTIONS,
    unplaced: true,
  },
  leadsTo: ({ task, isPutHere }) => (isPutHere ? `task ${task}` : `Go to action: task ${task}`),
  leadsNowhere: 'nothing: the workflow ends for the contact',
  before: beforeHubspot,
  whole: wholeHubspot,
  after: () => [
    {
      id: 'check',
      words: 'Choose Test to walk single contacts through, then Review and turn on.',
      settings: [{ name: 'Enroll existing contacts', value: 'as the entry says' }],
      remarks: ['This sheet is for building by hand; it was not tried in HubSpot.'],
    },
  ],
  entry: entryOfHubspot,

  split: (step, saying) => ({
    words: `Add Branch > If/then ${quoted(step.name)}, its branches in this order.`,
    settings: step.branches.map(({ name, rule }) => ({
      name: `Branch ${quoted(name)}`,
      value: ruleText(rule, hubspotFilter, saying),
    })),
    wayOf: (exit) => (exit === ELSE ? 'None met' : `Branch ${quoted(ownExitName(step, exit) ?? exit)}`),
  }),

  experiment(step, { told, source }) {
    if (step.holdout?.goesOn)
      told.say('missing', source, {
        code: 'holdout-goes-on',
        words: 'A held-out contact cannot walk on without being messaged: its branch ends the workflow.',
      });
    return {
      words: `Add Branch > Random split ${quoted(step.name)}.`,
      settings: [
        ...step.arms.map(({ name, weight }) => ({ name: `Branch ${quoted(name)}`, value: percent(weight) })),
        ...(step.holdout ? [{ name: 'Branch “Holdout”', value: percent(step.holdout.weight) }] : []),
      ],
      wayOf: (exit) => `Branch ${exit === HOLDOUT ? '“Holdout”' : quoted(ownExitName(step, exit) ?? exit)}`,
    };
  },

  message: sayMessage,

  wait(step, { told, source }) {
    const { until } = step;
    const task = (kind: string, settings: readonly Setting[]): StepTask => ({
      words: `Add Delay > ${kind} ${quoted(step.name)}.`,
      settings,
      wayOf: NEXT,
    });
    const onClock = (at: string) => {
      told.say('emulated', source, {
        code: 'account-clock',
        words: 'The time of day is the account’s, unless the delay is set to the contact’s time zone.',
      });
      return { name: 'Time', value: `${at}, contact’s time zone` };
    };
    switch (until.type) {
      case 'duration':
        return task('For a set amount of time', [{ name: 'Delay for', value: duration(until.minutes) }]);
      case 'daysAt':
        return task('For a set amount of time, then Until a day or time', [
          { name: 'Delay for', value: counted(until.days, 'day') },
          onClock(until.at),
        ]);
      case 'timeOfDay':
        return task('Until a day or time', [{ name: 'Day', value: 'any day' }, onClock(until.at)]);
      case 'weekday':
        return task('Until a day or time', [
          { name: 'Day', value: until.weekday },
          ...(until.at === undefined ? [{ name: 'Time', value: 'any time' }] : [onClock(until.at)]),
        ]);
      case 'date':
        return task('Until a date', [
          { name: 'Date property', value: quoted(until.column) },
          { name: 'Offset', value: offsetWords(until.offsetMinutes) },
        ]);
      case 'random': {
        const middle = Math.round((until.from + until.to) / 2);
        told.say('missing', source, {
          code: 'wait-random',
          words: `There is no random delay: everybody waits the middle of it, ${duration(middle)}.`,
        });
        return task('For a set amount of time', [
          {
            name: 'Delay for',
            value: `${duration(middle)} (meant: between ${duration(until.from)} and ${duration(until.to)})`,
          },
        ]);
      }
    }
  },

  check(step, saying) {
    const { journey, id, told, source } = saying;
    const channels = channelsAsked(journey, id);
    if (channels.some((channel) => channel !== 'email'))
      told.say('emulated', source, {
        code: 'check-by-events',
        words: `HubSpot follows responses to its own emails; those on ${listed(channels.filter((one) => one !== 'email'))} are custom events that your services report.`,
      });
    told.say('emulated', source, {
      code: 'check-by-delay',
      words: step.ranked
        ? 'A delay of the window, then a branch by what happened: everybody is held to the end, as in the journey.'
        : 'A delay until the event happens, with the window as its maximum, then a branch by what happened.',
    });
    if (step.windowFrom === 'send')
      told.say('emulated', source, {
        code: 'window-from-send',
        words: 'The window begins when the contact comes to the delay, not when the message was sent.',
      });
    return {
      words: step.ranked
        ? `Add Delay > For a set amount of time, then Branch > If/then ${quoted(step.name)}.`
        : `Add Delay > Until event happens, then Branch > If/then ${quoted(step.name)}.`,
      settings: [
        { name: step.ranked ? 'Delay for' : 'Maximum time', value: duration(step.windowMinutes) },
        { name: 'About', value: messagesAsked(saying) },
        ...step.responses.map((response) => ({
          name: `Branch ${quoted(response)}`,
          value: hubspotResponse(response, channels),
        })),
      ],
      wayOf: (exit) => (exit === NO_RESPONSE ? 'None met' : `Branch ${quoted(exit)}`),
    };
  },

  escalate: (step) => ({ words: `Add one send per channel for ${quoted(step.name)}.`, settings: [] }),

  update: (step) => ({
    words: `Add Edit record ${quoted(step.name)}.`,
    settings: step.changes.map(changeSetting),
    wayOf: NEXT,
  }),

  handoff(step, { told, source }) {
    told.say('emulated', source, {
      code: 'handoff-by-task',
      words: 'A task and an owner; whether it was taken is read from the lead status.',
    });
    return {
      words: `Add Rotate record to owner and Create task ${quoted(step.name)}, then Delay > Until event happens and a branch by lead status.`,
      settings: [
        { name: 'To', value: step.to },
        { name: 'Event', value: 'Contact property “Lead status” has been updated to “In progress”' },
        {
          name: 'Maximum time',
          value: slaWords(step.slaMinutes),
        },
      ],
      wayOf: (exit) => (exit === 'accepted' ? 'Branch “In progress”' : 'None met'),
    };
  },

  goal(step, { told, source }) {
    told.say('emulated', source, {
      code: 'milestone',
      words: 'A milestone is a property with the date of arrival.',
    });
    return {
      words: `Add Edit record ${quoted(step.name)} that marks the milestone.`,
      settings: [
        { name: `Contact property ${quoted(`Milestone: ${step.name}`)}`, value: 'date of step' },
        ...(step.conversion
          ? [{ name: 'Counts as', value: 'a conversion: also set the property of the goal' }]
          : []),
      ],
      wayOf: NEXT,
    };
  },

  exit: (step) => ({
    words: `End the branch here (${quoted(step.name)}): add no action after it.`,
    settings: step.reason === undefined ? [] : [{ name: 'Reason', value: step.reason }],
  }),
};

function changeSetting(change: Change): Setting {
  switch (change.type) {
    case 'set':
      return { name: `Property ${quoted(change.column)}`, value: `set to ${quoted(String(change.value))}` };
    case 'addScore':
      return { name: 'Property “HubSpot score”', value: `increase by ${change.points}` };
    case 'addTag':
      return { name: 'Property “Tags”', value: `append ${quoted(change.tag)}` };
    case 'removeTag':
      return { name: 'Property “Tags”', value: `remove ${quoted(change.tag)}` };
    case 'suppress':
      return {
        name: 'Manage communication subscriptions',
        value: `opt out of ${change.channel === 'all' ? 'all communications' : change.channel}`,
      };
  }
}

function offsetWords(minutes: number): string {
  return minutes === 0
    ? 'on the date'
    : `${duration(Math.abs(minutes))} ${minutes < 0 ? 'before' : 'after'} the date`;
}
