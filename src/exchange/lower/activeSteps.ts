import { linksOf, reachedSteps, stepEntries, stepOf } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import { NO_RESPONSE } from '../../journey/steps/check.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import { ELSE } from '../../journey/steps/split.ts';
import type { Remark } from './lowered.ts';

export const NOBODY_COMES = 'Nobody comes here, so it is left out.';

/** The steps that do something and that somebody comes to; links lead past the others. */
export function activeSteps(journey: Journey): {
  readonly journey: Journey;
  readonly remarks: readonly Remark[];
} {
  const bypassed = withoutDisabled(journey);
  const reached = reachedSteps(bypassed);
  const remarks = stepEntries(journey).flatMap(([step, content]): Remark[] => {
    if (isOff(content)) return [leftOut(step, 'step-disabled', 'Switched off here, so it is left out.')];
    return reached.has(step) ? [] : [leftOut(step, 'step-unreachable', NOBODY_COMES)];
  });
  return { journey: only(bypassed, reached), remarks };
}

function leftOut(step: StepId, code: string, words: string): Remark {
  return { fit: 'missing', step, code, words, returns: false };
}

function withoutDisabled(journey: Journey): Journey {
  const links: Record<StepId, Record<string, StepId>> = {};
  for (const { from, exit, to } of linksOf(journey)) {
    const target = pastDisabled(journey, to);
    const step = stepOf(journey, from);
    if (step && !isOff(step) && target) (links[from] ??= {})[exit] = target;
  }
  const steps = Object.fromEntries(stepEntries(journey).filter(([, step]) => !isOff(step)));
  return { ...journey, steps, links };
}

/** Where contacts who come to `id` really get to; nowhere when disabled steps lead in a circle. */
function pastDisabled(journey: Journey, id: StepId): StepId | undefined {
  const seen = new Set<StepId>();
  let at: StepId | undefined = id;
  while (at !== undefined && !seen.has(at)) {
    const step = stepOf(journey, at);
    if (!step || !isOff(step)) return step && at;
    seen.add(at);
    at = journey.links[at]?.[exitWhenDisabled(step)];
  }
  return undefined;
}

/** Contacts come in whether or not the entry is switched off: there is nothing to pass. */
function isOff({ kind, disabled }: Step): boolean {
  return disabled === true && kind !== 'entry';
}

function exitWhenDisabled(step: Step): string {
  if (step.kind === 'check') return NO_RESPONSE;
  return step.kind === 'split' ? ELSE : (exitsOf(step)[0] ?? '');
}

function only(journey: Journey, kept: ReadonlySet<StepId>): Journey {
  const pick = <T>(record: Readonly<Record<StepId, T>>): Record<StepId, T> =>
    Object.fromEntries((Object.entries(record) as [StepId, T][]).filter(([id]) => kept.has(id)));
  const { notes: _, groups: __, ...rest } = journey;
  return { ...rest, steps: pick(journey.steps), links: pick(journey.links), layout: pick(journey.layout) };
}
