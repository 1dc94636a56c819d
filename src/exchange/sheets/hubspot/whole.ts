import type { ExitRule, Goal, Journey } from '../../../journey/journey.ts';
import { describePolicies, type Policies } from '../../../journey/policies.ts';
import type { SheetTask } from '../../../journey/portability.ts';
import type { Portability } from '../../portability.ts';
import { assetsOf } from '../assets.ts';
import type { Setting } from '../dialect.ts';
import { duration, quoted, ruleText } from '../phrases.ts';
import { hubspotFilter } from './rules.ts';

const NAMES = { nameOf: (id: string) => quoted(id) };

export function beforeHubspot(journey: Journey): readonly SheetTask[] {
  return assetsOf(journey, {
    message: (name, channel) =>
      channel === 'email'
        ? `Have the email ${quoted(name)} in Marketing > Email, set to “Automated”.`
        : `Have the ${channel} message ${quoted(name)} ready: in HubSpot, or with whoever sends on ${channel}.`,
    attribute: (name) => `Have the contact property ${quoted(name)} in Settings > Properties.`,
    milestone: (name) =>
      `Have the contact property ${quoted(`Milestone: ${name}`)} (date) in Settings > Properties.`,
    event: (name) => `Have the event ${quoted(name)} in Data Management > Event Management.`,
  });
}

export function wholeHubspot(
  journey: Journey,
  told: Portability,
  policies: Policies | undefined,
): readonly SheetTask[] {
  const { goals, exitRules, entryCap } = journey.settings;
  const lines = policies ? describePolicies(policies, journey.settings.currency) : [];
  if (entryCap !== undefined)
    told.say('missing', undefined, {
      code: 'entry-cap',
      words: `Enrollment has no limit: more than ${entryCap} contacts may come in.`,
    });
  if (lines.length > 0)
    told.say('emulated', undefined, {
      code: 'policies',
      words:
        'Frequency safeguards and times of execution are set once for the account or the workflow, as the task says.',
    });
  if (journey.settings.transactional)
    told.say('missing', undefined, {
      code: 'all-transactional',
      words: 'A workflow is not transactional as a whole: choose it for each email.',
    });
  return [
    {
      id: 'goals',
      words: 'In Goals, say what the workflow is for. Contacts who reach a goal are unenrolled.',
      settings: goals.map((goal) => ({ name: `Goal ${quoted(goal.name)}`, value: goalWords(goal) })),
      remarks: exitRules.some(({ when }) => when.kind === 'converted')
        ? []
        : ['In the journey nobody leaves at the goal: leave Goals empty, and count by a report instead.'],
    },
    {
      id: 're-entry',
      words: 'In the enrollment trigger, set re-enrollment.',
      settings: [{ name: 'Re-enroll', value: reEntryWords(journey, told) }],
      remarks: [],
    },
    ...(exitRules.length > 0
      ? [
          {
            id: 'exit-rules',
            words: 'In Settings > Unenrollment, set who leaves.',
            settings: exitRules.map((rule) => exitSetting(rule, told)),
            remarks: [],
          },
        ]
      : []),
    ...(lines.length > 0
      ? [
          {
            id: 'policies',
            words:
              'Set the frequency safeguards of the account and the workflow’s Timing to what the journey was tried with.',
            settings: lines.map((value) => ({ name: 'Rule', value })),
            remarks: [],
          },
        ]
      : []),
  ];
}

function goalWords({ on, window }: Goal): string {
  const within = `within ${duration(window.minutes)}`;
  switch (on.kind) {
    case 'conversion':
      return `an order (property “Recent deal close date”, or your own), ${within}`;
    case 'step':
      return `the milestone’s property is known, ${within}`;
    case 'rule':
      return `${ruleText(on.rule, hubspotFilter, NAMES)}, ${within}`;
  }
}

function reEntryWords({ settings: { reEntry } }: Journey, told: Portability): string {
  if (reEntry.mode === 'never') return 'off';
  if (reEntry.mode === 'cooldown')
    told.say('missing', undefined, {
      code: 're-entry-cooldown',
      words: `Re-enrollment cannot be put off for ${duration(reEntry.minutes)}: it happens whenever the trigger is met again.`,
    });
  return 'on, whenever the trigger is met again after the contact has left';
}

function exitSetting({ when, mode }: ExitRule, told: Portability): Setting {
  if (mode !== 'immediate')
    told.say('emulated', undefined, {
      code: 'exit-at-once',
      words: 'Unenrollment takes contacts out at once, wherever they are.',
    });
  switch (when.kind) {
    case 'converted':
      return { name: 'Unenroll', value: 'contacts who meet the goal' };
    case 'unsubscribed':
      return {
        name: 'Unenroll',
        value: `contacts who opted out of ${when.channel === 'any' ? 'any channel' : when.channel}`,
      };
    case 'rule':
      return { name: 'Unenroll', value: `contacts for whom ${ruleText(when.rule, hubspotFilter, NAMES)}` };
  }
}
