import { bestOfSweep } from '../../../analytics/compare/bestOfSweep.ts';
import type { Pair } from '../../../analytics/rankCandidatesPooled.ts';
import type { PairedMetric, Report } from '../../../analytics/report.ts';
import type { Design } from '../../../compile/response/assumption.ts';
import type { Sweepable } from '../../../compile/sweep/sweepable.ts';
import type { AudienceChoice } from '../../../state/ports.ts';
import { DEFAULT_SEED } from '../../../state/workspace.ts';
import type { Comparer } from '../work/inTurn.ts';

/** A first look, then the look that counts. */
export const LOOKS = [5_000, 20_000] as const;
/** Luck that had no part in picking the best: each is a launch to other contacts of the audience. */
export const FRESH_SEEDS = [21, 22, 23, 24] as const;

export interface SweptAxis {
  readonly of: Sweepable;
  readonly values: readonly number[];
}

export interface SweepQuestion {
  readonly design: Design;
  readonly audience: AudienceChoice;
  readonly axes: readonly [SweptAxis] | readonly [SweptAxis, SweptAxis];
  readonly metric: PairedMetric;
}

export interface SweepResult {
  readonly asked: SweepQuestion;
  readonly now: Report;
  /** Row by row: all values of the second axis for each value of the first; undefined: such a journey cannot run. */
  readonly reports: readonly (Report | undefined)[];
  /** Whether it is the look that counts. */
  readonly final: boolean;
  /** The point that was picked, beside the journey as it is, under fresh luck. */
  readonly retried?: { readonly place: number; readonly pairs: readonly Pair[] };
}

export type SweepOutcome = SweepResult | { readonly problem: string };

/** All points over the same contacts with the same luck, few of them and then more; the best again under luck of its own. */
export async function runSweep(
  asked: SweepQuestion,
  comparer: Comparer,
  tell: (soFar: SweepResult) => void,
): Promise<SweepOutcome> {
  const designs = pointsOf(asked);
  const [, counted] = LOOKS;
  const perLook = designs.length + 1;
  comparer.expect(
    perLook * LOOKS.reduce((sum, contacts) => sum + contacts, 0) + 2 * counted * FRESH_SEEDS.length,
  );
  const look = async (points: readonly Design[], contacts: number, seed: number) => {
    const shared = { audience: asked.audience, contacts, seed };
    const outcomes = await comparer.forecast([asked.design, ...points].map((one) => ({ ...one, ...shared })));
    return outcomes;
  };
  let result: SweepResult | undefined;
  for (const contacts of LOOKS) {
    const [now, ...others] = await look(designs, contacts, DEFAULT_SEED);
    if (!now?.ok) return { problem: now?.problems[0]?.words ?? '' };
    const reports = others.map((outcome) => (outcome.ok ? outcome.report : undefined));
    result = { asked, now: now.report, reports, final: contacts === counted };
    tell(result);
  }
  if (!result) throw new RangeError('there was no look');
  const best = bestOfSweep(asked.metric, result.reports);
  const picked = best && designs[best.place];
  if (!best || !picked || isNow(asked, best.place)) return result;
  const pairs: Pair[] = [];
  for (const seed of FRESH_SEEDS) {
    const [before, after] = await look([picked], counted, seed);
    if (before?.ok && after?.ok) pairs.push({ before: before.report, after: after.report });
  }
  return { ...result, retried: { place: best.place, pairs } };
}

function pointsOf({ design, axes: [first, second] }: SweepQuestion): readonly Design[] {
  return first.values.flatMap((value) => {
    const made = first.of.apply(value, design);
    return second ? second.values.map((other) => second.of.apply(other, made)) : [made];
  });
}

/** The values at a place, one for each axis. */
export function valuesAt({ axes: [first, second] }: SweepQuestion, place: number): readonly number[] {
  const wide = second?.values.length ?? 1;
  const [row, column] = [Math.floor(place / wide), place % wide];
  return [first.values[row] ?? NaN, ...(second ? [second.values[column] ?? NaN] : [])];
}

/** Whether the point is the journey as it is. */
export function isNow(asked: SweepQuestion, place: number): boolean {
  return valuesAt(asked, place).every((value, at) => value === asked.axes[at]?.of.value);
}
