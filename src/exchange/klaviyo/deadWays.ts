import { linksOf, stepEntries, stepOf } from '../../journey/graph.ts';
import type { ExitName, StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import { MISSED } from '../../journey/steps/handoff.ts';
import { HOLDOUT } from '../../journey/steps/experiment.ts';
import type { Step } from '../../journey/steps/index.ts';

/**
 * The journey without the links that nobody follows in a flow, so that what only they lead to is left out: holdouts cannot walk on without
 * messages, nobody knows of a hand-off that was missed, and only the date that starts the flow can be waited for.
 */
export function withoutDeadWays(journey: Journey): Journey {
  const column = dateColumn(journey);
  const links: Record<StepId, Record<ExitName, StepId>> = {};
  for (const { from, exit, to } of linksOf(journey)) {
    const step = stepOf(journey, from);
    if (step && !isDead(step, exit, column)) (links[from] ??= {})[exit] = to;
  }
  return { ...journey, links };
}

function isDead(step: Step, exit: ExitName, column: string | undefined): boolean {
  if (step.disabled) return false;
  switch (step.kind) {
    case 'experiment':
      return exit === HOLDOUT && step.holdout?.goesOn === true;
    case 'handoff':
      return exit === MISSED;
    case 'wait':
      return step.until.type === 'date' && step.until.column !== column;
    case 'entry':
    case 'split':
    case 'message':
    case 'check':
    case 'escalate':
    case 'update':
    case 'goal':
    case 'exit':
      return false;
  }
}

/** Of flows that a date starts: the column of that date. */
export function dateColumn(journey: Journey): string | undefined {
  const entry = stepEntries(journey).find(([, { kind }]) => kind === 'entry')?.[1];
  return entry?.kind === 'entry' && entry.trigger.type === 'date' ? entry.trigger.column : undefined;
}
