import type { EntryStep } from '../../../journey/steps/entry.ts';
import type { Slip } from '../slip.ts';
import type { Config, PropertyFilter } from '../format.ts';
import type { Way } from '../read/context.ts';
import { conditionsFor } from './writeRule.ts';
import { actionOf, inARow, type Part, type Writing } from './writing.ts';

export function writeEntry(writing: Writing, step: EntryStep): Part {
  const conditions = step.eligible ? conditionsFor(writing, step.eligible, 'The entry') : [[]];
  const [only = []] = conditions;
  const slip = { ...slipOf(writing, step), ...spreadOf(writing, step) };
  const gated = conditions.length > 1;
  const config = configOf(writing, step, gated ? [] : only);
  const made = { type: 'trigger', config, slip };
  if (!gated)
    return {
      actions: [actionOf(writing, step, made)],
      ways: [{ from: writing.id, type: 'continue', exit: 'next' }],
    };
  writing.say('emulated', {
    code: 'entry-gated',
    words:
      'A trigger has one list of conditions only: everybody comes in, and a branch behind the trigger lets on who matches.',
    returns: true,
  });
  const branch = {
    type: 'conditional_branch',
    config: {
      conditions: conditions.map((properties) => ({ name: 'May come in', filters: { properties } })),
    },
  };
  const row = inARow(writing, step, [made, branch]);
  const gate = writing.next(2);
  return {
    ...row,
    ways: conditions.map((_, index): Way => ({ from: gate, type: 'branch', index, exit: 'next' })),
    ended: [{ from: gate, type: 'continue' }],
  };
}

function configOf(writing: Writing, { trigger }: EntryStep, properties: readonly PropertyFilter[]): Config {
  if (trigger.type !== 'events') return { type: 'batch', filters: { properties } };
  const event =
    trigger.event.trim() === ''
      ? writing.fill({
          id: `event:${writing.step}`,
          kind: 'event',
          what: 'the name of the event that starts the workflow',
          form: 'text',
          scope: 'journey',
          placeholder: 'event that starts it',
        })
      : trigger.event;
  return {
    type: 'event',
    filters: { events: [{ id: event, name: event, type: 'events', order: 0, properties: [] }], properties },
  };
}

/** A batch stands for every entry without an event; when it runs is no part of the file. */
function slipOf(writing: Writing, { trigger }: EntryStep): Slip {
  switch (trigger.type) {
    case 'events':
      return {};
    case 'atOnce':
      writing.say('native', {
        code: 'batch-started-by-hand',
        words: 'A batch: it begins when somebody runs it, not when the workflow is switched on.',
      });
      return {};
    case 'schedule':
      writing.say('emulated', {
        code: 'schedule-beside-the-file',
        words: `A batch; its schedule is no part of a workflow’s file. Add one to the workflow there: FREQ=DAILY;INTERVAL=${trigger.everyDays}, from the first day at ${trigger.at}.`,
        values: { days: trigger.everyDays, at: trigger.at },
        returns: true,
      });
      return { days: [String(trigger.everyDays)], at: [trigger.at] };
    case 'date':
      writing.say('missing', {
        code: 'no-entry-on-a-date',
        words: `Nobody comes in on a date of their own there. The file has a batch of everyone: schedule it daily at ${trigger.at}, with an audience of those for whom “${trigger.column}” is ${daysWords(trigger.offsetDays)}.`,
        values: { column: trigger.column, days: trigger.offsetDays, at: trigger.at },
        returns: true,
      });
      return { column: [trigger.column], days: [String(trigger.offsetDays)], at: [trigger.at] };
  }
}

function daysWords(offset: number): string {
  if (offset === 0) return 'that day';
  return offset > 0 ? `${offset} days ago` : `${-offset} days ahead`;
}

function spreadOf(writing: Writing, { spreadMinutes, trigger }: EntryStep): Slip {
  if (spreadMinutes === undefined || spreadMinutes === 0) return {};
  if (trigger.type === 'atOnce' || trigger.type === 'schedule')
    writing.say('missing', {
      code: 'entry-not-spread',
      words: 'A batch is not spread over time: everyone comes in as fast as PostHog runs it.',
      returns: true,
    });
  return { spread: [String(spreadMinutes)] };
}
