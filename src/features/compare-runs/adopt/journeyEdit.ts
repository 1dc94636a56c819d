import type { Edit } from '../../../journey/edits.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import type { Step } from '../../../journey/steps/index.ts';

/** The one undo step that makes a journey another; undefined where nothing differs. */
export function journeyEdit(before: Journey, after: Journey): Edit | undefined {
  if (before === after) return undefined;
  if (before.links !== after.links) return { type: 'replace', journey: after };
  const steps = Object.entries(after.steps) as [StepId, Step][];
  const edits: readonly Edit[] = [
    ...steps
      .filter(([id, step]) => before.steps[id] !== step)
      .map(([id, step]): Edit => ({ type: 'changeStep', id, step })),
    ...(before.settings === after.settings
      ? []
      : [{ type: 'changeSettings', settings: after.settings } as const]),
  ];
  return edits.length > 0 ? { type: 'several', edits } : undefined;
}
