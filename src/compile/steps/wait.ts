import type { WaitStep, WaitUntil } from '../../journey/steps/wait.ts';
import { WEEKDAYS } from '../../journey/steps/wait.ts';
import { clockMinutes } from '../clock.ts';
import type { CompileContext } from '../context.ts';
import type { WaitOp } from '../program.ts';

export function lowerWait(step: WaitStep, _index: number, context: CompileContext): WaitOp {
  return { op: 'wait', until: lowerUntil(step.until, context) };
}

function lowerUntil(until: WaitUntil, context: CompileContext): WaitOp['until'] {
  switch (until.type) {
    case 'duration':
      return { type: 'duration', minutes: until.minutes };
    case 'daysAt':
      return { type: 'daysAt', days: until.days, clock: clockMinutes(until.at) };
    case 'timeOfDay':
      return { type: 'timeOfDay', clock: clockMinutes(until.at) };
    case 'weekday':
      return {
        type: 'weekday',
        weekday: WEEKDAYS.indexOf(until.weekday),
        clock: until.at === undefined ? -1 : clockMinutes(until.at),
      };
    case 'date':
      return {
        type: 'date',
        input: context.input({ kind: 'date', column: until.column }),
        floating: context.isFloating(until.column),
        offsetMinutes: until.offsetMinutes,
      };
    case 'random':
      return { type: 'random', from: until.from, span: until.to - until.from + 1 };
  }
}
