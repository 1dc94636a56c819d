import { applyEdit } from '../applyEdit.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Policies } from '../policies.ts';
import { findProblems } from '../problems.ts';
import type { Candidate, CandidateScope } from './candidate.ts';
import { findChannelCandidates } from './channels.ts';
import { findExperimentCandidates } from './experiments.ts';
import { findHourCandidates } from './hours.ts';
import { findOrderCandidates } from './orders.ts';
import { findPolicyCandidates } from './policies.ts';
import { findSettingsCandidates } from './settings.ts';
import { findSwitchCandidates } from './switches.ts';
import { findWaitCandidates } from './waits.ts';

type Finder = (scope: CandidateScope) => readonly Candidate[];

/** One file per kind of change; a new kind is a finder here. */
const FINDERS: readonly Finder[] = [
  findWaitCandidates,
  findChannelCandidates,
  findSwitchCandidates,
  findOrderCandidates,
  findHourCandidates,
  findPolicyCandidates,
  findExperimentCandidates,
  findSettingsCandidates,
];

/** All of them are forecast twice or more while somebody waits. */
const MOST_CANDIDATES = 60;

export interface FoundCandidates {
  readonly candidates: readonly Candidate[];
  /** How many more there are that a bound on the work leaves untried. */
  readonly leftOut: number;
}

/**
 * Single changes of a journey that are worth trying, each of which makes a journey that runs. When there are too many, every kind
 * gives some: the kinds take turns, and within a kind the steps do, so that a large journey is looked at all over.
 */
export function findCandidates(scope: CandidateScope, most = MOST_CANDIDATES): FoundCandidates {
  const queues = FINDERS.map((find) => byTurns(find(scope)));
  const all = takingTurns(queues);
  const candidates: Candidate[] = [];
  let left = all.length;
  for (const candidate of all) {
    if (candidates.length === most) break;
    left--;
    if (isWorthTrying(candidate, scope)) candidates.push(candidate);
  }
  return { candidates, leftOut: left };
}

/** The journey and the policies as they are with this change. */
export function withCandidate(
  { change }: Candidate,
  now: { readonly journey: Journey; readonly policies: Policies },
): { readonly journey: Journey; readonly policies: Policies } {
  return change.kind === 'edit'
    ? { ...now, journey: applyEdit(now.journey, change.edit).journey }
    : { ...now, policies: change.policies };
}

/** It changes something, and what it makes can run. */
function isWorthTrying(candidate: Candidate, { journey, policies, schema }: CandidateScope): boolean {
  const after = withCandidate(candidate, { journey, policies });
  if (after.journey === journey && after.policies === policies) return false;
  return !findProblems(after.journey, { schema, policies: after.policies }).some(
    ({ severity }) => severity === 'error',
  );
}

/** First one of each step, then a second one of each, and so on. */
function byTurns(candidates: readonly Candidate[]): readonly Candidate[] {
  const bySteps = new Map<StepId | undefined, Candidate[]>();
  for (const candidate of candidates) {
    const known = bySteps.get(candidate.step);
    if (known) known.push(candidate);
    else bySteps.set(candidate.step, [candidate]);
  }
  return takingTurns([...bySteps.values()]);
}

function takingTurns(queues: readonly (readonly Candidate[])[]): readonly Candidate[] {
  const longest = Math.max(0, ...queues.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? [])).flat();
}
