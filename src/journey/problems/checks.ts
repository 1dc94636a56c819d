import { reachableFrom, stepEntries, stepOf, successorsOf } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Problem } from '../problem.ts';
import type { CheckStep } from '../steps/check.ts';
import type { Step } from '../steps/index.ts';
import { hours } from '../units.ts';
import { predecessorsOf } from './predecessors.ts';

const USUAL_WINDOW = hours(48);

/**
 * Checks without a window that come in the minute of their message: no answer is there so soon. Some time after the
 * message such a check is right: it looks at what has happened so far.
 */
export function findCheckProblems(journey: Journey): readonly Problem[] {
  const checks = stepEntries(journey).flatMap(([id, step]) =>
    step.kind === 'check' && !step.disabled && step.windowMinutes === 0 ? [{ id, step }] : [],
  );
  if (checks.length === 0) return [];
  const successors = successorsOf(journey);
  const before = predecessorsOf(successors);
  return checks
    .filter(({ id, step }) => !comesLater(journey, { id, step, successors, before }))
    .map(({ id, step }) => tooSoon(id, step));
}

type Neighbours = ReadonlyMap<StepId, readonly StepId[]>;

interface Ways {
  readonly id: StepId;
  readonly step: CheckStep;
  readonly successors: Neighbours;
  readonly before: Neighbours;
}

/** Whether time may have passed between the message and the check. */
function comesLater(journey: Journey, { id, step, successors, before }: Ways): boolean {
  const isLookedAt = (other: StepId) =>
    step.on === 'latest' ? sends(stepOf(journey, other)) : other === step.on;
  const held: StepId[] = [];
  const walls = new Set<StepId>();
  for (const [other] of stepEntries(journey)) {
    if (isLookedAt(other)) walls.add(other);
    else if (other !== id && mayHold(stepOf(journey, other))) {
      walls.add(other);
      held.push(other);
    }
  }
  const instant = reachableFrom([id], before, walls);
  const since = held.filter((other) => (successors.get(other) ?? []).some((next) => instant.has(next)));
  if (since.length === 0) return false;
  const messages = stepEntries(journey).flatMap(([other]) => (isLookedAt(other) ? [other] : []));
  const after = reachableFrom(messages, successors);
  return since.some((other) => after.has(other));
}

function sends(step: Step | undefined): boolean {
  return (step?.kind === 'message' || step?.kind === 'escalate') && !step.disabled;
}

function mayHold(step: Step | undefined): boolean {
  return step !== undefined && !step.disabled && ['wait', 'check', 'handoff'].includes(step.kind);
}

function tooSoon(id: StepId, step: CheckStep): Problem {
  return {
    code: 'check-without-time',
    severity: 'error',
    words:
      'This check has no window and comes right after its message, so everyone counts as “No response”. Give it a window, for example 48 hours.',
    values: {},
    step: id,
    path: `steps.${id}.windowMinutes`,
    fix: { type: 'changeStep', id, step: { ...step, windowMinutes: USUAL_WINDOW } },
  };
}
