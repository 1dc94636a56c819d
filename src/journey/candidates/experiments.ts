import type { StepId } from '../journey.ts';
import type { Arm, ExperimentStep } from '../steps/experiment.ts';
import type { Candidate, CandidateScope } from './candidate.ts';
import { reachedEntries } from './reachedEntries.ts';

/** What a favoured arm gets of those who are not held out: enough to tell, and the others still run. */
const FAVOURED = 0.8;
/** With more arms, each one favoured would crowd out all other candidates. */
const MOST_ARMS = 4;

/** Each arm favoured over the others, and a smaller holdout: which arm is the best, trying tells. */
export function findExperimentCandidates({ journey }: CandidateScope): readonly Candidate[] {
  return reachedEntries(journey, 'experiment').flatMap(([id, step]) => [
    ...favouredArms(id, step),
    ...smallerHoldout(id, step),
  ]);
}

function favouredArms(id: StepId, step: ExperimentStep): readonly Candidate[] {
  const treated = step.arms.reduce((sum, { weight }) => sum + weight, 0);
  if (step.arms.length < 2 || treated <= 0) return [];
  const weightOf = Math.round(treated * FAVOURED);
  return step.arms.slice(0, MOST_ARMS).flatMap((arm): readonly Candidate[] => {
    if (arm.weight >= weightOf) return [];
    const others = step.arms.filter(({ id: other }) => other !== arm.id);
    const rest = new Map(shared(others, treated - weightOf).map((other) => [other.id, other]));
    const arms = step.arms.map((each) => rest.get(each.id) ?? { ...each, weight: weightOf });
    return [
      {
        code: 'armWeight',
        step: id,
        values: {
          arm: { text: arm.name },
          from: { share: arm.weight / 100 },
          to: { share: weightOf / 100 },
        },
        change: { kind: 'edit', edit: { type: 'changeStep', id, step: { ...step, arms } } },
      },
    ];
  });
}

function smallerHoldout(id: StepId, step: ExperimentStep): readonly Candidate[] {
  const { holdout, arms } = step;
  if (!holdout || holdout.weight < 2) return [];
  const weight = Math.floor(holdout.weight / 2);
  const treated = arms.reduce((sum, arm) => sum + arm.weight, 0);
  if (treated <= 0) return [];
  const changed: ExperimentStep = {
    ...step,
    arms: shared(arms, 100 - weight),
    holdout: { ...holdout, weight },
  };
  return [
    {
      code: 'holdoutSmaller',
      step: id,
      values: { from: { share: holdout.weight / 100 }, to: { share: weight / 100 } },
      change: { kind: 'edit', edit: { type: 'changeStep', id, step: changed } },
    },
  ];
}

/** So much in the proportions that there are, in hundredths of a per cent; the last one takes what rounding leaves. */
function shared(arms: readonly Arm[], total: number): readonly Arm[] {
  const before = arms.reduce((sum, { weight }) => sum + weight, 0);
  let left = total;
  return arms.map((arm, at) => {
    const part = before > 0 ? arm.weight / before : 1 / arms.length;
    const weight = at === arms.length - 1 ? rounded(left) : Math.min(left, rounded(total * part));
    left = rounded(left - weight);
    return { ...arm, weight };
  });
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100;
}
