import type { CompileContext } from '../context.ts';
import type { EntryStep, EntryTrigger } from '../../journey/steps/entry.ts';
import { MINUTES_PER_DAY } from '../../journey/units.ts';
import { clockMinutes } from '../clock.ts';
import type { EntryOp } from '../program.ts';
import { clockWarp } from '../response/delays.ts';

const EVEN_HOURS = new Array<number>(24).fill(1);

export function lowerEntry(step: EntryStep, _index: number, context: CompileContext): EntryOp {
  return {
    op: 'entry',
    eligible: step.eligible === undefined ? undefined : context.test(step.eligible),
    spreadMinutes: step.spreadMinutes ?? 0,
    trigger: lowerTrigger(step.trigger, context),
  };
}

function lowerTrigger(trigger: EntryTrigger, context: CompileContext): EntryOp['trigger'] {
  switch (trigger.type) {
    case 'atOnce':
      return { type: 'once' };
    case 'schedule':
      return { type: 'schedule', everyDays: trigger.everyDays, clock: clockMinutes(trigger.at) };
    case 'events':
      return {
        type: 'events',
        meanGap: (context.schema.rows * MINUTES_PER_DAY) / trigger.perDay,
        warp: clockWarp(trigger.hourProfile ?? EVEN_HOURS),
      };
    case 'date':
      return {
        type: 'date',
        input: context.input({ kind: 'date', column: trigger.column }),
        floating: context.isFloating(trigger.column),
        offsetDays: trigger.offsetDays,
        clock: clockMinutes(trigger.at),
      };
  }
}
