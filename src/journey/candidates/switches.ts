import { reachedSteps, stepEntries } from '../graph.ts';
import type { StepKind } from '../steps/index.ts';
import type { Candidate, CandidateScope } from './candidate.ts';

/** What a journey can do without: the rest says who goes where, which is another journey and not a change of this one. */
const DISPENSABLE: ReadonlySet<StepKind> = new Set(['message', 'wait', 'check', 'escalate', 'handoff']);

/** Steps switched off, and those that are off switched on. */
export function findSwitchCandidates({ journey }: CandidateScope): readonly Candidate[] {
  const reached = reachedSteps(journey);
  return stepEntries(journey).flatMap(([id, step]): readonly Candidate[] => {
    if (!reached.has(id)) return [];
    if (!step.disabled && !DISPENSABLE.has(step.kind)) return [];
    const { disabled, ...on } = step;
    const changed = disabled ? on : { ...step, disabled: true };
    return [
      {
        code: disabled ? 'switchOn' : 'switchOff',
        step: id,
        values: {},
        change: { kind: 'edit', edit: { type: 'changeStep', id, step: changed } },
      },
    ];
  });
}
