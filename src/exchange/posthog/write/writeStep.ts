import type { Step } from '../../../journey/steps/index.ts';
import { writeExperiment, writeSplit } from './writeBranches.ts';
import { writeCheck } from './writeCheck.ts';
import { writeEntry } from './writeEntry.ts';
import { writeExit, writeGoal, writeHandoff, writeUpdate } from './writeFunction.ts';
import { writeMessage } from './writeMessage.ts';
import { writeWait } from './writeWait.ts';
import { NotWritten, type Part, type Writing } from './writing.ts';

export function writeStep(writing: Writing, step: Step): Part {
  switch (step.kind) {
    case 'entry':
      return writeEntry(writing, step);
    case 'split':
      return writeSplit(writing, step);
    case 'experiment':
      return writeExperiment(writing, step);
    case 'message':
      return writeMessage(writing, step);
    case 'wait':
      return writeWait(writing, step);
    case 'check':
      return writeCheck(writing, step);
    case 'update':
      return writeUpdate(writing, step);
    case 'handoff':
      return writeHandoff(writing, step);
    case 'goal':
      return writeGoal(writing, step);
    case 'exit':
      return writeExit(writing, step);
    case 'escalate':
      throw new NotWritten(
        'ladder-left',
        `The ladder “${step.name}” could not be written out.`,
        writing.step,
      );
  }
}
