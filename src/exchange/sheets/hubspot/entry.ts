import type { EntryStep } from '../../../journey/steps/entry.ts';
import type { Saying, Setting, StepTask } from '../dialect.ts';
import { counted, duration, quoted, ruleText } from '../phrases.ts';
import { hubspotFilter } from './rules.ts';

export function entryOfHubspot(step: EntryStep, saying: Saying): StepTask {
  const { told, source, journey } = saying;
  if (step.spreadMinutes !== undefined)
    told.say('missing', source, {
      code: 'entry-spread',
      words: `Contacts are enrolled at once, not spread over ${duration(step.spreadMinutes)}.`,
    });
  return {
    words: `Create a contact-based workflow named ${quoted(journey.name)} and set its enrollment trigger (${quoted(step.name)}).`,
    settings: [
      ...triggerSettings(step, saying),
      ...(step.eligible
        ? [{ name: 'Filter criteria', value: ruleText(step.eligible, hubspotFilter, saying) }]
        : []),
    ],
    wayOf: () => 'First action',
  };
}

function triggerSettings({ trigger }: EntryStep, { told, source }: Saying): readonly Setting[] {
  switch (trigger.type) {
    case 'atOnce':
      return [
        {
          name: 'Enrollment trigger',
          value: 'When filter criteria is met; enroll existing contacts when it is turned on',
        },
      ];
    case 'schedule':
      return [
        {
          name: 'Enrollment trigger',
          value: `Based on a schedule: every ${counted(trigger.everyDays, 'day')}`,
        },
        { name: 'Time', value: `${trigger.at}, account time zone` },
      ];
    case 'events':
      return [{ name: 'Enrollment trigger', value: `When an event occurs: ${quoted(trigger.event)}` }];
    case 'date':
      told.say('emulated', source, {
        code: 'entry-by-date',
        words: 'A schedule by a date property: the workflow is centred on the contact’s date.',
      });
      return [
        {
          name: 'Enrollment trigger',
          value: `Based on a schedule: relative to date property ${quoted(trigger.column)}, ${counted(Math.abs(trigger.offsetDays), 'day')} ${trigger.offsetDays < 0 ? 'before' : 'after'}`,
        },
        { name: 'Time', value: trigger.at },
      ];
  }
}
