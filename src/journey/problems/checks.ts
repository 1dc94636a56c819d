import { reachableFrom, stepEntries, stepOf, successorsOf } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Problem } from '../problem.ts';
import type { CheckStep } from '../steps/check.ts';
import type { Step } from '../steps/index.ts';
import { hours } from '../units.ts';

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
  const later = new Map(
    [...new Set(checks.map(({ step }) => step.on))].map((on) => [on, stepsLater(journey, on)]),
  );
  return checks
    .filter(({ id, step }) => later.get(step.on)?.has(id) !== true)
    .map(({ id, step }) => tooSoon(id, step));
}

/** Where contacts may come when time has passed since the message, and no other such message is on the way. */
function stepsLater(journey: Journey, on: CheckStep['on']): ReadonlySet<StepId> {
  const isLookedAt = (id: StepId) => (on === 'latest' ? sends(stepOf(journey, id)) : id === on);
  const successors = successorsOf(journey);
  const messages = stepEntries(journey).flatMap(([id]) => (isLookedAt(id) ? [id] : []));
  const held = [...reachableFrom(messages, successors)].filter((id) => mayHold(stepOf(journey, id)));
  const next = held.flatMap((id) => successors.get(id) ?? []);
  return reachableFrom(
    next.filter((id) => !isLookedAt(id)),
    successors,
    new Set(messages),
  );
}

function sends(step: Step | undefined): boolean {
  return (step?.kind === 'message' || step?.kind === 'escalate') && !step.disabled;
}

function mayHold(step: Step | undefined): boolean {
  if (step === undefined || step.disabled) return false;
  return step.kind === 'check' ? step.windowMinutes > 0 : step.kind === 'wait' || step.kind === 'handoff';
}

function tooSoon(id: StepId, step: CheckStep): Problem {
  return {
    code: 'check-without-time',
    severity: 'error',
    words:
      'This check has no window and comes right after its message, so everyone counts as “No response”. Give it a window, for example 2 days.',
    values: {},
    step: id,
    path: `steps.${id}.windowMinutes`,
    fix: { type: 'changeStep', id, step: { ...step, windowMinutes: USUAL_WINDOW } },
  };
}
