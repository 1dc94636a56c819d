import type { EntryStep } from '../../../journey/steps/entry.ts';
import type { Saying, Setting, StepTask } from '../dialect.ts';
import { counted, duration, quoted, ruleText } from '../phrases.ts';
import { marketoFilter } from './rules.ts';

export function entryOfMarketo(step: EntryStep, saying: Saying): StepTask {
  const { told, source, journey } = saying;
  if (step.spreadMinutes !== undefined)
    told.say('missing', source, {
      code: 'entry-spread',
      words: `People come in at once, not spread over ${duration(step.spreadMinutes)}.`,
    });
  return {
    words: `Create a default program named ${quoted(journey.name)} and in it the smart campaign ${quoted(step.name)} for the entry.`,
    settings: [
      ...triggerSettings(step, saying),
      ...(step.eligible
        ? [{ name: 'Smart List filters', value: ruleText(step.eligible, marketoFilter, saying) }]
        : []),
      { name: 'Flow', value: 'Change Program Status to “Member”, then the next task' },
    ],
    wayOf: () => 'Next',
  };
}

function triggerSettings({ trigger }: EntryStep, { told, source }: Saying): readonly Setting[] {
  switch (trigger.type) {
    case 'atOnce':
      return [{ name: 'Schedule', value: 'Run Once' }];
    case 'schedule':
      return [
        {
          name: 'Schedule Recurrence',
          value: `Daily, every ${counted(trigger.everyDays, 'day')}, at ${trigger.at}`,
        },
      ];
    case 'events':
      return [{ name: 'Smart List trigger', value: `Custom activity ${quoted(trigger.event)}` }];
    case 'date':
      told.say('emulated', source, {
        code: 'entry-by-date',
        words: 'A daily run with a filter on the date lets each person in on its day.',
      });
      return [
        { name: 'Schedule Recurrence', value: `Daily, every day, at ${trigger.at}` },
        {
          name: 'Smart List filter',
          value: `${quoted(trigger.column)}: ${counted(Math.abs(trigger.offsetDays), 'day')} ${trigger.offsetDays < 0 ? 'in the future' : 'in the past'}`,
        },
      ];
  }
}
