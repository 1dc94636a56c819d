import { ELSE } from '../../journey/steps/split.ts';
import type { ExperimentStep } from '../../journey/steps/experiment.ts';
import { HOLDOUT } from '../../journey/steps/experiment.ts';
import { sameJson } from '../../journey/sameJson.ts';
import { clip } from '../../journey/schemaWords.ts';
import { wholeShares } from '../lower/wholeShares.ts';
import { tagOf } from '../tagOf.ts';
import { slipOf } from './slip.ts';
import { criterionOf, elseOf } from './rawExits.ts';
import { readFilter } from './readFilter.ts';
import { baseOf, type Doubted, exitIds, nameOf, readAs, type Reading, type ReadStep } from './reading.ts';
import type { ShapedActivity, ShapedOutcome } from './shape.ts';

/** A decision by criteria. */
export function readDecision(activity: ShapedActivity, reading: Reading): ReadStep {
  const other = elseOf(activity);
  const outcomes = (activity.outcomes ?? [])
    .map((outcome, at) => ({ outcome, at }))
    .filter(({ at }) => at !== other);
  const ids = exitIds(
    outcomes.map(({ outcome }) => outcome.key),
    [ELSE],
  );
  const doubts: Doubted[] = [];
  const branches = [];
  for (const [index, { outcome, at }] of outcomes.entries()) {
    const criterion = criterionOf(activity, outcome.key);
    if (criterion === undefined)
      doubts.push({
        code: 'criterion-missing',
        words: `The path “${labelOf(outcome, at)}” has no criterion, so nobody takes it.`,
        at: `outcomes.${at}`,
      });
    const read = readFilter(criterion ?? NOBODY, {
      event: reading.event,
      hasStep: (id) => reading.activityAt(id) !== undefined,
    });
    const place = `configurationArguments.criteria.${clip(String(outcome.key))}`;
    if (!read.ok)
      return {
        ok: false,
        words: `The filter of “${labelOf(outcome, at)}” cannot be read: ${read.words}.`,
        at: place,
      };
    doubts.push(...read.doubts.map((words) => ({ code: 'condition-unknown', words, at: place })));
    const rule = criterion === undefined ? ({ kind: 'any', rules: [] } as const) : read.rule;
    branches.push({ id: ids[index] ?? '', name: labelOf(outcome, at), rule });
  }
  return readAs({ kind: 'split', ...baseOf(activity), branches }, ...doubts);
}

const NOBODY = '<FilterDefinition/>';

function labelOf({ metaData, key }: ShapedOutcome, at: number): string {
  const label = metaData?.['label'];
  return (typeof label === 'string' && label !== '' ? label : (key ?? `Path ${at + 1}`)).slice(0, 10_000);
}

/** Arms may be weighed by what the activity says, or by what the slip says if that is what it says in whole per cents. */
export function readRandomSplit(activity: ShapedActivity): ReadStep {
  const outcomes = activity.outcomes ?? [];
  const shares = outcomes.map((outcome) => Number(outcome.arguments?.['percentage'] ?? Number.NaN));
  const wrong = shares.findIndex((share) => !(share >= 0 && share <= 100));
  if (wrong >= 0)
    return unshared(
      `The path ${wrong + 1} of “${nameOf(activity).slice(0, 60)}” has no share in per cent.`,
      `outcomes.${wrong}.arguments.percentage`,
    );
  const total = Math.round(shares.reduce((sum, share) => sum + share, 0) * 1e6) / 1e6;
  if (total !== 100)
    return unshared(
      `The paths of “${nameOf(activity).slice(0, 60)}” make ${total} % instead of 100 %.`,
      'outcomes',
    );
  const { weights, goesOn } = slipOf(activity.metaData);
  const slipped = Array.isArray(weights) ? weights.map(Number) : [];
  const weighed =
    slipped.length === shares.length && sameJson(wholeShares(slipped), shares) ? slipped : shares;
  const hasHoldout = typeof goesOn === 'boolean' && outcomes.at(-1)?.key === HOLDOUT;
  const armed = hasHoldout ? outcomes.slice(0, -1) : outcomes;
  const ids = exitIds(
    armed.map(({ key }) => key),
    [HOLDOUT],
  );
  const arms = armed.map((outcome, at) => ({
    id: ids[at] ?? '',
    name: labelOf(outcome, at),
    weight: weighed[at] ?? 0,
  }));
  const holdout = hasHoldout ? { weight: weighed.at(-1) ?? 0, goesOn } : undefined;
  const step: ExperimentStep = { kind: 'experiment', ...baseOf(activity), arms, ...(holdout && { holdout }) };
  return readAs(step);
}

function unshared(words: string, at: string): ReadStep {
  return { ok: false, words: `${words} Correct it there and export the journey again.`, at };
}

/** Several ways out by something that has no counterpart: each is a question for a tag, the last is for everyone else. */
export function readUnknownSplit(activity: ShapedActivity): ReadStep {
  const outcomes = (activity.outcomes ?? []).slice(0, -1);
  const ids = exitIds(
    outcomes.map(({ key }) => key),
    [ELSE],
  );
  const branches = outcomes.map((outcome, at) => {
    const tag = tagOf(`${nameOf(activity)} ${labelOf(outcome, at)}`);
    return { id: ids[at] ?? '', name: labelOf(outcome, at), rule: { kind: 'tag', tag } as const };
  });
  return readAs(
    { kind: 'split', ...baseOf(activity), branches },
    {
      code: 'no-counterpart',
      words: `“${nameOf(activity).slice(0, 60)}” (${activity.type.slice(0, 60)}) has no counterpart here. Its paths ask for tags, which nobody has yet; everybody takes the last.`,
    },
  );
}
