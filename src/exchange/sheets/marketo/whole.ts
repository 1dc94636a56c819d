import type { ExitRule, Goal, Journey } from '../../../journey/journey.ts';
import { describePolicies, type Policies } from '../../../journey/policies.ts';
import type { SheetTask } from '../../../journey/portability.ts';
import type { Portability } from '../../portability.ts';
import { assetsOf } from '../assets.ts';
import { duration, quoted, ruleText } from '../phrases.ts';
import { marketoFilter } from './rules.ts';

const NAMES = { nameOf: (id: string) => quoted(id) };

export function beforeMarketo(journey: Journey): readonly SheetTask[] {
  return assetsOf(journey, {
    message: (name, channel) =>
      channel === 'email'
        ? `Have the email ${quoted(name)} approved in the program’s local assets.`
        : `Have the ${channel} message ${quoted(name)} ready: as a local asset of the program, or with whoever sends on ${channel}.`,
    attribute: (name) =>
      `Have the field ${quoted(name)} in Admin > Field Management (tags are static lists).`,
    milestone: (name) =>
      `Have the program status ${quoted(name)} in Admin > Tags > Channel, in the channel of the program.`,
    subscription: (channel) =>
      `Have the field ${quoted(`Unsubscribed (${channel})`)} (yes or no) in Admin > Field Management; for email it is there.`,
    event: (name) => `Have the custom activity ${quoted(name)} in Admin > Marketo Custom Activities.`,
  });
}

export function wholeMarketo(
  journey: Journey,
  told: Portability,
  policies: Policies | undefined,
): readonly SheetTask[] {
  const { goals, exitRules, entryCap, transactional } = journey.settings;
  const lines = policies ? describePolicies(policies, journey.settings.currency) : [];
  if (entryCap !== undefined)
    told.say('missing', undefined, {
      code: 'entry-cap',
      words: `No limit stops people after the first ${entryCap}.`,
    });
  if (transactional)
    told.say('missing', undefined, {
      code: 'all-transactional',
      words: 'Each email is made operational by itself.',
    });
  if (policies?.quietHours)
    told.say('missing', undefined, {
      code: 'quiet-hours',
      words: 'There are no quiet hours: waits that end in the morning come nearest.',
    });
  if (policies && policies.caps.length > 0)
    told.say('emulated', undefined, {
      code: 'caps',
      words: 'Communication limits are per day and per seven days, for the whole subscription.',
    });
  return [
    {
      id: 'goals',
      words: 'In the program, set up what counts as success.',
      settings: goals.map((goal) => ({ name: `Status ${quoted(goal.name)}`, value: goalWords(goal) })),
      remarks: [],
    },
    {
      id: 're-entry',
      words: 'In Schedule > Smart Campaign Settings of the entry, set the qualification rule.',
      settings: [{ name: 'Each person can run through the flow', value: reEntryWords(journey, told) }],
      remarks: [],
    },
    ...exitRules.map((rule): SheetTask => exitTask(rule, told)),
    ...(lines.length > 0
      ? [
          {
            id: 'policies',
            words: 'In Admin > Communication Limits, set what the journey was tried with.',
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
      return `set by a trigger campaign when an order comes in, ${within}`;
    case 'step':
      return `set where the milestone is reached, ${within}`;
    case 'rule':
      return `set when ${ruleText(on.rule, marketoFilter, NAMES)}, ${within}`;
  }
}

function reEntryWords({ settings: { reEntry } }: Journey, told: Portability): string {
  if (reEntry.mode === 'never') return 'only once';
  told.say('emulated', undefined, {
    code: 're-entry-inside',
    words: 'Somebody who is still inside may come in again: add a filter “Program status is not Member”.',
  });
  return reEntry.mode === 'afterExit' ? 'every time' : `once every ${duration(reEntry.minutes)}`;
}

function exitTask({ id, when, mode }: ExitRule, told: Portability): SheetTask {
  if (mode !== 'immediate')
    told.say('emulated', undefined, {
      code: 'exit-at-once',
      words: 'Remove from Flow takes people out at once, wherever they are.',
    });
  const trigger =
    when.kind === 'converted'
      ? 'Program Status is Changed, Success is true'
      : when.kind === 'unsubscribed'
        ? `Unsubscribes from Email${when.channel === 'any' ? ' (or another channel)' : ` (${when.channel})`}`
        : ruleText(when.rule, marketoFilter, NAMES);
  return {
    id: `exit:${id}`,
    words: 'Create a trigger campaign that takes people out.',
    settings: [
      { name: 'Smart List', value: trigger },
      { name: 'Flow', value: 'Remove from Flow: all campaigns of this program' },
    ],
    remarks: [],
  };
}
