import type { EntryStep } from '../../../journey/steps/entry.ts';
import type { Saying, Setting } from '../dialect.ts';
import { counted, duration, quoted, ruleText } from '../phrases.ts';
import { brazeFilter } from './rules.ts';

/** Who enters a Canvas, and when. */
export function entrySettings(step: EntryStep, saying: Saying): readonly Setting[] {
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
          { name: 'Entry Schedule', value: `Scheduled, daily, every ${counted(trigger.everyDays, 'day')}` },
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
            value: `Date of custom attribute ${quoted(trigger.column)} is ${counted(Math.abs(trigger.offsetDays), 'day')} ${trigger.offsetDays < 0 ? 'from now' : 'ago'}`,
          },
        ];
    }
  };
  return [
    ...schedule(),
    ...(eligible ? [{ name: 'Entry Audience filters', value: ruleText(eligible, brazeFilter, saying) }] : []),
  ];
}
