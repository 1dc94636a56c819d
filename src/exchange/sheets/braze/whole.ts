import { stepEntries } from '../../../journey/graph.ts';
import type { ExitRule, Goal, Journey } from '../../../journey/journey.ts';
import { describePolicies, type Policies } from '../../../journey/policies.ts';
import type { SheetTask } from '../../../journey/portability.ts';
import type { Portability } from '../../portability.ts';
import { assetsOf } from '../assets.ts';
import type { Setting } from '../dialect.ts';
import { duration, quoted, ruleText } from '../phrases.ts';
import { brazeFilter } from './rules.ts';

const NAMES = { nameOf: (id: string) => quoted(id) };

export function beforeBraze(journey: Journey): readonly SheetTask[] {
  return assetsOf(journey, {
    message: (name, channel) =>
      `Have the ${channel} content of ${quoted(name)} ready: as a template in Templates & Media, or as text.`,
    attribute: (name) => `Have the custom attribute ${quoted(name)} in Data Settings > Custom Attributes.`,
    milestone: () => 'Have the custom attribute “milestones” (array) in Data Settings > Custom Attributes.',
    event: (name) => `Have the custom event ${quoted(name)} in Data Settings > Custom Events.`,
  });
}

/** Basics, entry controls, exit criteria and send settings. */
export function wholeBraze(
  journey: Journey,
  told: Portability,
  policies: Policies | undefined,
): readonly SheetTask[] {
  const { goals, exitRules, entryCap } = journey.settings;
  return [
    {
      id: 'goals',
      words: 'On the Basics page, assign conversion events.',
      settings: goals.map((goal, index) => ({
        name:
          index === 0
            ? 'Primary Conversion Event - A'
            : `Conversion Event - ${String.fromCharCode(65 + index)}`,
        value: goalWords(goal),
      })),
      remarks: [],
    },
    {
      id: 're-entry',
      words: 'On the Target Audience page, set the entry controls.',
      settings: [
        { name: 'Allow users to re-enter this Canvas', value: reEntryWords(journey, told) },
        ...(entryCap === undefined
          ? []
          : [
              {
                name: 'Limit the number of people who will enter this Canvas',
                value: `${entryCap}, over the lifetime of the Canvas`,
              },
            ]),
      ],
      remarks: [],
    },
    ...(exitRules.length > 0
      ? [
          {
            id: 'exit-criteria',
            words: 'On the Target Audience page, set the exit criteria.',
            settings: exitRules.map((rule) => exitCriterion(rule, told)),
            remarks: [],
          },
        ]
      : []),
    ...sendSettings(journey, told, policies),
  ];
}

function goalWords({ name, on, window }: Goal): string {
  const deadline = `within ${duration(window.minutes)}`;
  switch (on.kind) {
    case 'conversion':
      return `${quoted(name)}: Make a purchase (or your event for an order), ${deadline}`;
    case 'step':
      return `${quoted(name)}: the custom event that marks the milestone, ${deadline}`;
    case 'rule':
      return `${quoted(name)}: a custom event logged when ${ruleText(on.rule, brazeFilter, NAMES)}, ${deadline}`;
  }
}

function reEntryWords({ settings: { reEntry } }: Journey, told: Portability): string {
  if (reEntry.mode === 'never') return 'off';
  if (reEntry.mode === 'afterExit') return 'on, after the maximum duration of the Canvas';
  if (reEntry.from === 'end')
    told.say('emulated', undefined, {
      code: 're-entry-from-end',
      words: 'The time until re-entry is counted from the entry, not from the end of the last one.',
    });
  return `on, after ${duration(reEntry.minutes)}`;
}

function exitCriterion({ when, mode }: ExitRule, told: Portability): Setting {
  if (mode !== 'immediate')
    told.say('emulated', undefined, {
      code: 'exit-at-once',
      words: 'Exit criteria take users out before their next step, whatever they are doing.',
    });
  switch (when.kind) {
    case 'converted':
      return { name: 'Users perform an exception event', value: 'the conversion event' };
    case 'unsubscribed':
      return {
        name: 'Users perform an exception event',
        value: `change of subscription status to unsubscribed (${when.channel === 'any' ? 'any channel' : when.channel})`,
      };
    case 'rule':
      return { name: 'Users match an audience', value: ruleText(when.rule, brazeFilter, NAMES) };
  }
}

function sendSettings(
  journey: Journey,
  told: Portability,
  policies: Policies | undefined,
): readonly SheetTask[] {
  const lines = policies ? describePolicies(policies, journey.settings.currency) : [];
  const all = journey.settings.transactional === true;
  const sends = stepEntries(journey).some(([, { kind }]) => kind === 'message');
  if (!sends || (lines.length === 0 && !all)) return [];
  if (policies && policies.budgets.length > 0)
    told.say('missing', undefined, {
      code: 'budgets',
      words: 'Braze has no budget per channel: it goes on sending.',
    });
  if (policies && (policies.caps.length > 0 || policies.quietHours))
    told.say('emulated', undefined, {
      code: 'policies',
      words:
        'Frequency capping rules hold for the workspace and Quiet Hours for the Canvas: set them as the task says.',
    });
  return [
    {
      id: 'send-settings',
      words:
        'On the Send Settings page, set Frequency Capping, Rate Limiting and Quiet Hours to what the journey was tried with.',
      settings: [
        ...lines.map((line) => ({ name: 'Rule', value: line })),
        ...(all
          ? [
              {
                name: 'Send to',
                value: 'all users, including unsubscribed users: every message is transactional',
              },
            ]
          : []),
      ],
      remarks: [],
    },
  ];
}
