import { linksInto, stepOf } from '../../journey/graph.ts';
import type { Journey, StepId } from '../../journey/journey.ts';

export interface PossibleSends {
  /** Message and escalate steps, sorted by id. */
  readonly steps: readonly StepId[];
  /** Whether a contact may come to the check without having passed any. */
  readonly maybeNone: boolean;
}

/** Which sends a check may be about: the one it names, or the last ones on each way that leads to it. */
export function sendsBefore(journey: Journey, check: StepId): PossibleSends {
  const step = stepOf(journey, check);
  if (step?.kind !== 'check') return { steps: [], maybeNone: true };
  if (step.on !== 'latest') return { steps: [step.on], maybeNone: false };
  const into = linksInto(journey);
  const found = new Set<StepId>();
  const seen = new Set<StepId>([check]);
  const open = [check];
  let maybeNone = false;
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { from } of into.get(id) ?? []) {
      const kind = stepOf(journey, from)?.kind;
      if (kind === 'message' || kind === 'escalate') found.add(from);
      else if (kind === 'entry') maybeNone = true;
      else if (!seen.has(from)) {
        seen.add(from);
        open.push(from);
      }
    }
  }
  return { steps: [...found].sort(), maybeNone };
}
