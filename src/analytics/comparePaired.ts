import { chanceOfReaching } from './chance.ts';
import { jackknife, plainInterval, scale, type Estimate } from './intervals.ts';
import { arePaired, fixedPart, widened } from './pairParts.ts';
import {
  CAUSED_METRICS,
  PAIRED_METRICS,
  type CausedMetric,
  type PairedMetric,
  type Report,
} from './report.ts';

/** What a change did, told from two reports of the same contacts with the same luck. */
export interface Difference {
  /** After less before, for as many contacts as the reports show. */
  readonly by: Estimate;
  /** Chance that one launch to these contacts comes out higher than it would have before; one half where nothing differs. */
  readonly chanceHigher: number;
  /** Whether the interval leaves out zero: else it may be luck alone. */
  readonly certain: boolean;
  /** It made no difference to any group of the simulated contacts. */
  readonly same: boolean;
}

export type Differences = Readonly<Record<PairedMetric | CausedMetric, Difference>>;

const METRICS = [...PAIRED_METRICS, ...CAUSED_METRICS] as const;

/**
 * Pair by pair, in groups of contacts: the luck that both reports share drops out of the difference, so its interval is far narrower than
 * the reports' own. Undefined where they are not of the same contacts, or were drawn with other luck.
 */
export function comparePaired(before: Report, after: Report): Differences | undefined {
  if (!arePaired(before, after)) return undefined;
  const alike = METRICS.every((metric) => changesOf(metric, before, after).every(isZero));
  const made = METRICS.map((metric) => {
    const difference = alike ? settled(metric, before, after) : differenceOf(metric, before, after);
    return [metric, difference] as const;
  });
  return Object.fromEntries(made) as Record<PairedMetric | CausedMetric, Difference>;
}

function differenceOf(metric: PairedMetric | CausedMetric, before: Report, after: Report): Difference {
  const shown = after.scaledTo ?? after.contacts;
  const changes = changesOf(metric, before, after);
  const fixed = fixedPart(metric, before, after);
  const perContact = widened(
    metric,
    jackknife(changes, Float64Array.from(after.groups.contacts)),
    [before, after],
    after.contacts,
  );
  const { value, low, high } = scale(plainInterval(perContact), shown);
  const by = { value: value + fixed, low: low + fixed, high: high + fixed };
  const launch = { people: shown, contacts: after.contacts, counted: false };
  return {
    by,
    chanceHigher: chanceOfReaching(-fixed, perContact, launch),
    certain: by.low > 0 || by.high < 0,
    same: fixed === 0 && changes.every(isZero),
  };
}

/** Per group of contacts. */
function changesOf(metric: PairedMetric | CausedMetric, before: Report, after: Report): Float64Array {
  const old = before.groups[metric];
  return Float64Array.from(after.groups[metric], (value, group) => value - (old[group] ?? 0));
}

function isZero(change: number): boolean {
  return change === 0;
}

/** Where the change reached nobody: a difference that is nobody's luck, or none. */
function settled(metric: PairedMetric | CausedMetric, before: Report, after: Report): Difference {
  const fixed = fixedPart(metric, before, after);
  const chanceHigher = fixed === 0 ? 0.5 : fixed > 0 ? 1 : 0;
  return {
    by: { value: fixed, low: fixed, high: fixed },
    chanceHigher,
    certain: fixed !== 0,
    same: fixed === 0,
  };
}
