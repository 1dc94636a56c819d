import type { ExitName } from '../../journey/ids.ts';
import { NO_RESPONSE } from '../../journey/steps/check.ts';
import { HOLDOUT } from '../../journey/steps/experiment.ts';
import { MISSED } from '../../journey/steps/handoff.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import { ELSE } from '../../journey/steps/split.ts';
import { isObject } from '../kept.ts';
import { type ShapedActivity, type ShapedOutcome, typeOf } from './shape.ts';
import { REMAINDER, statisticOf } from './types.ts';

/**
 * By which exit of the step each outcome of its activities leads on; undefined: on within the step, or nowhere. Reading and writing go by
 * this, so that what was read is written again with its links anew.
 */
export function rawExits(
  activities: readonly ShapedActivity[],
  step: Step,
): readonly (readonly (ExitName | undefined)[])[] {
  return activities.map((activity, index) => {
    const isLast = index === activities.length - 1;
    const outcomes = activity.outcomes ?? [];
    if (step.kind === 'check') return outcomes.map((outcome) => ofCheck(activity, outcome, isLast));
    if (step.kind === 'entry') return ofEntry(activity, index, isLast);
    if (step.kind === 'split')
      return ofSplit(
        activity,
        step.branches.map(({ id }) => id),
      );
    if (step.kind === 'experiment') {
      const arms = step.arms.map(({ id }) => id);
      return outcomes.map((_, at) => arms[at] ?? (step.holdout && at === arms.length ? HOLDOUT : undefined));
    }
    if (step.kind === 'handoff')
      return outcomes.map((outcome) =>
        outcome.arguments?.['branchResult'] === MISSED ? MISSED : 'accepted',
      );
    const [first] = exitsOf(step);
    return outcomes.map((_, at) => (at === 0 ? first : undefined));
  });
}

function ofCheck(activity: ShapedActivity, outcome: ShapedOutcome, isLast: boolean): ExitName | undefined {
  if (typeOf(activity) === 'ENGAGEMENTDECISION' && isYes(outcome))
    return statisticOf(Number(activity.configurationArguments?.['statsTypeId']));
  return isLast ? NO_RESPONSE : undefined;
}

/** Whether contacts leave an engagement split by this outcome when they did what it asks. */
export function isYes(outcome: ShapedOutcome): boolean {
  return String(outcome.arguments?.['when']) === 'true';
}

function ofEntry(
  activity: ShapedActivity,
  index: number,
  isLast: boolean,
): readonly (ExitName | undefined)[] {
  const outcomes = activity.outcomes ?? [];
  if (index > 0) return outcomes.map((_, at) => (at === 0 ? 'next' : undefined));
  return outcomes.map((_, at) => (at === 0 && isLast ? 'next' : undefined));
}

function ofSplit(activity: ShapedActivity, branches: readonly string[]): readonly ExitName[] {
  const outcomes = activity.outcomes ?? [];
  const other = elseOf(activity);
  const ids = branches.values();
  return outcomes.map((_, at) => (at === other ? ELSE : (ids.next().value ?? ELSE)));
}

/** The outcome of a decision that whoever meets no criterion leaves by; -1: there is none. */
export function elseOf(activity: ShapedActivity): number {
  const outcomes = activity.outcomes ?? [];
  if (typeOf(activity) !== 'MULTICRITERIADECISION') return outcomes.length - 1;
  const named = outcomes.findIndex(({ key }) => key === REMAINDER);
  return named >= 0 ? named : outcomes.findIndex(({ key }) => criterionOf(activity, key) === undefined);
}

/** The filter of an outcome of a decision. */
export function criterionOf({ configurationArguments }: ShapedActivity, key: unknown): string | undefined {
  const criteria = configurationArguments?.['criteria'];
  if (!isObject(criteria) || typeof key !== 'string' || !Object.hasOwn(criteria, key)) return undefined;
  const criterion = criteria[key];
  return typeof criterion === 'string' && criterion.trim() !== '' ? criterion : undefined;
}
