import type { StepId } from '../../journey/ids.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { Sketch } from './sketch.ts';
import { sketchCheck } from './sketchCheck.ts';
import { sketchEntry } from './sketchEntry.ts';
import { sketchExperiment } from './sketchExperiment.ts';
import { sketchMessage } from './sketchMessage.ts';
import { sketchExit, sketchGoal, sketchHandoff, sketchUpdate } from './sketchOthers.ts';
import { sketchSplit } from './sketchSplit.ts';
import { sketchWait } from './sketchWait.ts';
import type { Plan } from './tellers.ts';

/** What a step becomes. `entrance` is where contacts come in, for the exits that say whose entry ends. */
export function sketchStep(step: Step, id: StepId, plan: Plan, entrance: string | undefined): Sketch {
  switch (step.kind) {
    case 'entry':
      return sketchEntry(step, id, plan);
    case 'split':
      return sketchSplit(step, id, plan);
    case 'experiment':
      return sketchExperiment(step, id, plan);
    case 'message':
      return sketchMessage(step, id, plan);
    case 'wait':
      return sketchWait(step, id, plan);
    case 'check':
      return sketchCheck(step, id, plan);
    case 'update':
      return sketchUpdate(step, id, plan);
    case 'handoff':
      return sketchHandoff(step, id, plan);
    case 'goal':
      return sketchGoal(step, id, plan);
    case 'exit':
      return sketchExit(step, entrance);
    case 'escalate':
      throw new Error(`the ladder ${id} was to be written out before`);
  }
}
