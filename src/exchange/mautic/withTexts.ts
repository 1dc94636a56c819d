import type { Journey } from '../../journey/journey.ts';
import type { Step } from '../../journey/steps/index.ts';

/** A message with the texts of the journey that the file was made from: a campaign holds none. */
export function withTexts(step: Step, base: Journey | undefined, id: string): Step {
  const before =
    base && Object.hasOwn(base.steps, id)
      ? Object.entries(base.steps).find(([own]) => own === id)?.[1]
      : undefined;
  if (step.kind === 'message' && before?.kind === 'message' && step.channel === before.channel)
    return before.content ? { ...step, content: before.content } : step;
  if (step.kind !== 'escalate' || before?.kind !== 'escalate') return step;
  const rungs = step.rungs.map((rung, index) => {
    const was = before.rungs[index];
    return was?.content && was.channel === rung.channel ? { ...rung, content: was.content } : rung;
  });
  return { ...step, rungs };
}
