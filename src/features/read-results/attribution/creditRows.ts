import type { Attribution, Model } from '../../../analytics/attribution/attribute.ts';
import type { Measure } from '../../../analytics/attribution/markov/markovSpread.ts';
import { trueLift, type LiftMetric, type TrueLift } from '../../../analytics/attribution/trueLift.ts';
import type { Estimate } from '../../../analytics/intervals.ts';
import type { LiftReports } from './useLifts.ts';

/** What is true of a claimant, as far as it can be simulated. */
export type Truth = TrueLift | 'cannotSwitch' | 'cannotRun' | undefined;

/** A claimant with what every model gives it, beside what would not have happened without it. */
export interface CreditRow {
  readonly claimant: string;
  readonly credits: Readonly<Record<Model, Estimate>>;
  readonly truth: Truth;
}

export interface Credits {
  readonly rows: readonly CreditRow[];
  readonly unclaimed: Estimate;
  readonly total: number;
  /** All messages at once, which the single lifts need not sum to. */
  readonly joint: TrueLift | undefined;
  /** Sum of the single lifts, where all are known. */
  readonly sumOfLifts: number | undefined;
  /** The model with the smallest error per claimant, where a truth is known. */
  readonly nearest: { readonly model: Model; readonly error: number } | undefined;
}

/** A goal that is an order is measured by every order of every contact, whatever caused it. */
export function liftMetric(measure: Measure, goalIsOrder: boolean): LiftMetric {
  if (measure === 'conversions') return goalIsOrder ? 'conversionsAudience' : 'conversions';
  return goalIsOrder ? 'revenueAudience' : 'revenue';
}

export function creditsOf(
  attribution: Attribution,
  measure: Measure,
  reports: LiftReports | undefined,
  metric: LiftMetric,
): Credits {
  const truthOf = (place: number): Truth => {
    const without = reports?.without[place];
    if (!reports || without === undefined) return undefined;
    return typeof without === 'string' ? without : trueLift(reports.base, without, metric);
  };
  const rows = attribution.claimants.map((claimant, place): CreditRow => ({
    claimant,
    credits: creditsAt(attribution, measure, place),
    truth: truthOf(place),
  }));
  const lifts = rows.flatMap(({ truth }) => (isKnown(truth) ? [truth.by.value] : []));
  return {
    rows,
    unclaimed: attribution.unclaimed[measure],
    total: attribution.total[measure],
    joint: reports?.silent && trueLift(reports.base, reports.silent, metric),
    sumOfLifts: lifts.length === rows.length ? lifts.reduce((sum, lift) => sum + lift, 0) : undefined,
    nearest: nearestOf(attribution, rows),
  };
}

export function isKnown(truth: Truth): truth is TrueLift {
  return typeof truth === 'object';
}

function creditsAt(attribution: Attribution, measure: Measure, place: number): CreditRow['credits'] {
  const none: Estimate = { value: 0, low: 0, high: 0 };
  const entries = attribution.models.map((credit) => [credit.model, credit[measure][place] ?? none] as const);
  return Object.fromEntries(entries) as Record<Model, Estimate>;
}

function nearestOf({ models }: Attribution, rows: readonly CreditRow[]): Credits['nearest'] {
  const known = rows.flatMap(({ credits, truth }) =>
    isKnown(truth) ? [{ credits, lift: truth.by.value }] : [],
  );
  if (known.length === 0) return undefined;
  const errors = models.map(({ model }) => ({
    model,
    error:
      known.reduce((sum, { credits, lift }) => sum + Math.abs(credits[model].value - lift), 0) / known.length,
  }));
  return errors.reduce((best, one) => (one.error < best.error ? one : best));
}

/** The claimant whose credit by the last touch is furthest from the truth; where no truth is known, the one with the most credit. */
export function tellingRow(rows: readonly CreditRow[]): CreditRow | undefined {
  const distance = ({ credits, truth }: CreditRow) =>
    isKnown(truth) ? Math.abs(credits.last.value - truth.by.value) : credits.last.value;
  const candidates = rows.some(({ truth }) => isKnown(truth))
    ? rows.filter(({ truth }) => isKnown(truth))
    : rows;
  return candidates
    .filter(({ credits }) => credits.last.value > 0)
    .toSorted((a, b) => distance(b) - distance(a))[0];
}
