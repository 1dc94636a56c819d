import type { CheckStep } from '../../journey/steps/check.ts';
import { RESPONSES } from '../../journey/steps/check.ts';
import type { CompileContext } from '../context.ts';
import type { CheckOp } from '../program.ts';

export function lowerCheck(step: CheckStep, _index: number, context: CompileContext): CheckOp {
  const on = RESPONSES.filter((response) => step.responses.includes(response));
  return {
    op: 'check',
    slot: context.slotOf.get(step.on) ?? -1,
    exitOf: RESPONSES.map((response) => on.indexOf(response)),
    noResponseExit: on.length,
    windowMinutes: step.windowMinutes,
    fromSend: step.windowFrom === 'send',
    ranked: step.ranked,
  };
}
