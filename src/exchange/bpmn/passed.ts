import { linksOf, stepEntries, stepOf } from '../../journey/graph.ts';
import type { ExitName, Journey, StepId } from '../../journey/journey.ts';
import { NO_RESPONSE } from '../../journey/steps/check.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import { ELSE } from '../../journey/steps/split.ts';

/** By which exit contacts pass a step that is switched off. */
export function passingExit(step: Step): ExitName {
  if (step.kind === 'check') return NO_RESPONSE;
  return step.kind === 'split' ? ELSE : (exitsOf(step)[0] ?? '');
}

/** The exits that contacts may take. */
export function openExits(step: Step): readonly ExitName[] {
  return step.disabled && step.kind !== 'entry' && step.kind !== 'exit' ? [passingExit(step)] : exitsOf(step);
}

/**
 * The steps that somebody comes to, in the order of the way: what has no way in would start by itself, so the others are not drawn.
 * `besides`: steps that something which is no step leads to.
 */
export function comeTo(journey: Journey, besides: readonly StepId[] = []): ReadonlySet<StepId> {
  const reached = new Set<StepId>();
  const entries = stepEntries(journey).flatMap(([id, { kind }]) => (kind === 'entry' ? [id] : []));
  const open: StepId[] = [...entries, ...besides];
  const onward = new Map<StepId, StepId[]>();
  for (const { from, exit, to } of linksOf(journey)) {
    const step = stepOf(journey, from);
    if (!step || !openExits(step).includes(exit)) continue;
    onward.set(from, [...(onward.get(from) ?? []), to]);
  }
  for (const id of open) {
    if (reached.has(id)) continue;
    reached.add(id);
    // The list grows while it is walked.
    open.push(...(onward.get(id) ?? []));
  }
  return reached;
}
