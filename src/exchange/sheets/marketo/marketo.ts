import { loopsIn, successorsOf } from '../../../journey/graph.ts';
import { NO_RESPONSE } from '../../../journey/steps/check.ts';
import { HOLDOUT } from '../../../journey/steps/experiment.ts';
import { ownExitName } from '../../../journey/steps/exitWords.ts';
import { ELSE } from '../../../journey/steps/split.ts';
import type { Change } from '../../../journey/steps/update.ts';
import { channelsAsked, messagesAsked } from '../channelsAsked.ts';
import type { Dialect, Saying, Setting, StepTask } from '../dialect.ts';
import { counted, duration, listed, percent, quoted, ruleText, slaWords } from '../phrases.ts';
import { beginsCampaign } from './campaigns.ts';
import { entryOfMarketo } from './entry.ts';
import { sayMessage } from './message.ts';
import { marketoResponse } from './responses.ts';
import { marketoFilter } from './rules.ts';
import { beforeMarketo, wholeMarketo } from './whole.ts';

const MOST_STEPS = 500;

const NEXT = () => 'Next';

/** A flow step, and first the campaign that it stands in where it begins one. */
function inFlow(saying: Saying, task: StepTask): StepTask {
  if (!beginsCampaign(saying.journey, saying.id)) return task;
  return {
    ...task,
    words: `Create the smart campaign ${saying.nameOf(saying.id)} (executable). ${task.words}`,
    remarks: [...(task.remarks ?? []), 'Leave its smart list empty: other campaigns execute it.'],
  };
}

export const marketo: Dialect = {
  platform: 'Marketo Engage',
  lacks: {
    loops: 'keep',
    ladders: 'expand',
    splits: 'keep',
    joins: 'keep',
    mostSteps: MOST_STEPS,
    unplaced: true,
  },
  leadsTo: ({ task, to, journey }) =>
    beginsCampaign(journey, to) ? `Execute Campaign: task ${task}` : `task ${task}, the next flow step`,
  leadsNowhere: 'nothing: the flow ends',
  before: beforeMarketo,
  whole: wholeMarketo,
  after: () => [
    {
      id: 'check',
      words:
        'In Schedule, read the campaign’s summary, run it for a test list, then activate all campaigns, the entry last.',
      settings: [],
      remarks: ['This sheet is for building by hand; it was not tried in Marketo.'],
    },
  ],

  entry(step, saying) {
    const loops = loopsIn(successorsOf(saying.journey));
    if (loops.length > 0)
      saying.told.say('missing', undefined, {
        code: 'loop-without-bound',
        words: `A campaign that executes an earlier one goes round without a bound: the journey stops after ${saying.journey.settings.maxPasses} times.`,
      });
    return entryOfMarketo(step, saying);
  },

  split(step, saying) {
    saying.told.say('emulated', saying.source, {
      code: 'choices',
      words:
        'A choice asks one question: each branch is a smart list of its own, and the choice asks for membership.',
    });
    return inFlow(saying, {
      words: `Create a smart list for each branch, then add the flow step Execute Campaign ${quoted(step.name)} with these choices in order.`,
      settings: step.branches.map(({ name, rule }) => ({
        name: `Choice ${quoted(name)}: Member of Smart List`,
        value: ruleText(rule, marketoFilter, saying),
      })),
      wayOf: (exit) =>
        exit === ELSE ? 'Default choice' : `Choice ${quoted(ownExitName(step, exit) ?? exit)}`,
    });
  },

  experiment(step, saying) {
    if (step.holdout?.goesOn)
      saying.told.say('missing', saying.source, {
        code: 'holdout-goes-on',
        words: 'A held-out person cannot walk on without being messaged: its choice ends the flow.',
      });
    return inFlow(saying, {
      words: `Add the flow step Execute Campaign ${quoted(step.name)} with choices by Random Sample.`,
      settings: [
        ...step.arms.map(({ name, weight }) => ({
          name: `Choice ${quoted(name)}: Random Sample`,
          value: percent(weight),
        })),
        ...(step.holdout
          ? [{ name: 'Choice “Holdout”: Random Sample', value: percent(step.holdout.weight) }]
          : []),
      ],
      wayOf: (exit) => `Choice ${exit === HOLDOUT ? '“Holdout”' : quoted(ownExitName(step, exit) ?? exit)}`,
    });
  },

  message: (step, saying) => inFlow(saying, sayMessage(step, saying)),

  wait(step, saying) {
    const { told, source } = saying;
    const { until } = step;
    const task = (settings: readonly Setting[]): StepTask =>
      inFlow(saying, {
        words: `Add the flow step Wait ${quoted(step.name)}.`,
        settings,
        wayOf: NEXT,
      });
    const onClock = (at: string) => {
      told.say('emulated', source, {
        code: 'subscription-clock',
        words: 'The wait ends on the clock of the subscription, not on the person’s.',
      });
      return { name: 'Wait must end at', value: at };
    };
    switch (until.type) {
      case 'duration':
        return task([{ name: 'Wait: Duration', value: duration(until.minutes) }]);
      case 'daysAt':
        return task([{ name: 'Wait: Duration', value: counted(until.days, 'day') }, onClock(until.at)]);
      case 'timeOfDay':
        return task([{ name: 'Wait: Duration', value: '0 days' }, onClock(until.at)]);
      case 'weekday':
        return task([
          { name: 'Wait: Duration', value: '1 day' },
          { name: 'Wait must end on', value: until.weekday },
          ...(until.at === undefined ? [] : [onClock(until.at)]),
        ]);
      case 'date':
        return task([
          { name: 'Wait: Date Token', value: `{{lead.${until.column}}}` },
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
            name: 'Wait: Duration',
            value: `${duration(middle)} (meant: between ${duration(until.from)} and ${duration(until.to)})`,
          },
        ]);
      }
    }
  },

  check(step, saying) {
    const { journey, id, told, source } = saying;
    const channels = channelsAsked(journey, id);
    const others = channels.filter((channel) => channel !== 'email' && channel !== 'push');
    if (others.length > 0)
      told.say('emulated', source, {
        code: 'check-by-activities',
        words: `Marketo follows responses to emails and push; those on ${listed(others)} are custom activities that your services report.`,
      });
    told.say('emulated', source, {
      code: 'check-by-wait',
      words:
        'A wait of the window, then choices by what happened: everybody is held to the end of the window.',
      returns: false,
    });
    if (step.windowFrom === 'send')
      told.say('emulated', source, {
        code: 'window-from-send',
        words: 'The window begins when the person comes to the wait, not when the message was sent.',
      });
    return inFlow(saying, {
      words: `Add the flow steps Wait and Execute Campaign ${quoted(step.name)} with these choices in order.`,
      settings: [
        { name: 'Wait: Duration', value: duration(step.windowMinutes) },
        { name: 'About', value: messagesAsked(saying) },
        ...step.responses.map((response) => ({
          name: `Choice ${quoted(response)}: Member of Smart List`,
          value: `${marketoResponse(response, channels)}, Date of Activity in past ${duration(step.windowMinutes)}`,
        })),
      ],
      wayOf: (exit) => (exit === NO_RESPONSE ? 'Default choice' : `Choice ${quoted(exit)}`),
    });
  },

  escalate: (step) => ({ words: `Add one send per channel for ${quoted(step.name)}.`, settings: [] }),

  update: (step, saying) =>
    inFlow(saying, {
      words: `Add a flow step for each change of ${quoted(step.name)}.`,
      settings: step.changes.map(changeSetting),
      wayOf: NEXT,
    }),

  handoff(step, saying) {
    saying.told.say('emulated', saying.source, {
      code: 'handoff-by-crm',
      words: 'The CRM gets the person, and whether it was taken is read from the lead status after the wait.',
    });
    return inFlow(saying, {
      words: `Add the flow steps Sync Person to SFDC (or Call Webhook), Wait and Execute Campaign ${quoted(step.name)}.`,
      settings: [
        { name: 'To', value: step.to },
        {
          name: 'Wait: Duration',
          value: slaWords(step.slaMinutes),
        },
        { name: 'Choice “accepted”', value: 'Lead Status is “Working”' },
      ],
      wayOf: (exit) => (exit === 'accepted' ? 'Choice “accepted”' : 'Default choice'),
    });
  },

  goal: (step, saying) =>
    inFlow(saying, {
      words: `Add the flow step Change Program Status ${quoted(step.name)}.`,
      settings: [
        { name: 'New Status', value: quoted(step.name) },
        ...(step.conversion
          ? [{ name: 'Success', value: 'yes: the status counts as success of the program' }]
          : []),
      ],
      wayOf: NEXT,
    }),

  exit: (step, saying) =>
    inFlow(saying, {
      words: `End the flow here (${quoted(step.name)}): add no flow step after it.`,
      settings: step.reason === undefined ? [] : [{ name: 'Reason', value: step.reason }],
    }),
};

function changeSetting(change: Change): Setting {
  switch (change.type) {
    case 'set':
      return { name: `Change Data Value: ${quoted(change.column)}`, value: quoted(String(change.value)) };
    case 'addScore':
      return { name: 'Change Score: Person Score', value: `${change.points < 0 ? '' : '+'}${change.points}` };
    case 'addTag':
      return { name: 'Add to List', value: quoted(change.tag) };
    case 'removeTag':
      return { name: 'Remove from List', value: quoted(change.tag) };
    case 'suppress':
      return change.channel === 'all'
        ? { name: 'Change Data Value: “Marketing Suspended”', value: 'true' }
        : { name: `Change Data Value: ${quoted(`Unsubscribed (${change.channel})`)}`, value: 'true' };
  }
}

function offsetWords(minutes: number): string {
  return minutes === 0 ? 'none' : `${minutes < 0 ? 'minus' : 'plus'} ${duration(Math.abs(minutes))}`;
}
