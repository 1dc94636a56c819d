import type { EscalateStep } from '../../journey/steps/escalate.ts';
import type { CompileContext } from '../context.ts';
import type { EscalateOp } from '../program.ts';

export function lowerEscalate(step: EscalateStep, index: number, context: CompileContext): EscalateOp {
  return {
    op: 'escalate',
    slot: context.slotOf.get(context.ids[index]!) ?? -1,
    everSlot: context.slotOf.get(`ever ${context.ids[index]!}`) ?? -1,
    ladder: context.ladders++,
    rungs: step.rungs.map((rung, place) => context.send(rung, { step: index, rung: place }, step)),
  };
}
