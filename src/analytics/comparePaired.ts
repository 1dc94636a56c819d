import { chanceOfReaching } from './chance.ts';
import { jackknife, plainInterval, scale, type Estimate } from './intervals.ts';
import { PAIRED_METRICS, type PairedMetric, type Report } from './report.ts';

/** What a change did, told from two reports of the same contacts with the same luck. */
export interface Difference {
  /** After less before, for as many contacts as the reports show. */
  readonly by: Estimate;
  /** Chance that one launch to these contacts comes out higher than it would have before; one half where nothing differs. */
  readonly chanceHigher: number;
  /** Whether the interval leaves out zero: else it may be luck alone. */
  readonly certain: boolean;
}

export type Differences = Readonly<Record<PairedMetric, Difference>>;

/**
 * Pair by pair, in groups of contacts: the luck that both reports share drops out of the difference, so its interval is far narrower than
 * the reports' own. Undefined where they are not of the same contacts, or were drawn with other luck.
 */
export function comparePaired(before: Report, after: Report): Differences | undefined {
  if (!arePaired(before, after)) return undefined;
  const made = PAIRED_METRICS.map((metric) => [metric, differenceOf(metric, before, after)] as const);
  return Object.fromEntries(made) as Record<PairedMetric, Difference>;
}

function arePaired(before: Report, after: Report): boolean {
  return (
    before.seed === after.seed &&
    before.contacts === after.contacts &&
    before.scaledTo === after.scaledTo &&
    before.groups.contacts.every((contacts, group) => contacts === after.groups.contacts[group])
  );
}

function differenceOf(metric: PairedMetric, before: Report, after: Report): Difference {
  const shown = after.scaledTo ?? after.contacts;
  const contacts = Float64Array.from(after.groups.contacts);
  const old = before.groups[metric];
  const perContact = jackknife(
    Float64Array.from(after.groups[metric], (value, group) => value - (old[group] ?? 0)),
    contacts,
  );
  const fixed = fixedPart(metric, before, after);
  const { value, low, high } = scale(plainInterval(perContact), shown);
  const by = { value: value + fixed, low: low + fixed, high: high + fixed };
  const launch = { people: shown, contacts: after.contacts, counted: false };
  return {
    by,
    chanceHigher: by.low === 0 && by.high === 0 ? 0.5 : chanceOfReaching(-fixed, perContact, launch),
    certain: by.low > 0 || by.high < 0,
  };
}

/** What is not anybody's luck, as a fixed cost: in the totals but in no group. */
function fixedPart(metric: PairedMetric, before: Report, after: Report): number {
  if (metric !== 'cost' && metric !== 'profit') return 0;
  const fixedOf = ({ fixedCost = 0 }: Report) => fixedCost;
  const more = fixedOf(after) - fixedOf(before);
  return metric === 'cost' ? more : -more;
}
