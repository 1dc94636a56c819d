import { draw } from '../../engine/random.ts';
import { arePaired, fixedPart } from '../pairParts.ts';
import type { PairedMetric, Report } from '../report.ts';

/** Whether more of it is better: of a cost and of people who leave, less is. */
export const MORE_IS_BETTER: Readonly<Record<PairedMetric, boolean>> = {
  conversions: true,
  revenue: true,
  cost: false,
  profit: true,
  unsubscribed: false,
};

const RESAMPLES = 4000;
/** Keys these draws apart from those of a run with the same seed. */
const RESAMPLING = 0x62657374;
/** How many values a word has. */
const WORDS = 2 ** 32;

interface ChanceOptions {
  readonly seed?: number;
  readonly resamples?: number;
}

/**
 * Of each design, the chance that one launch of it comes out best of all, when all are launched to the same contacts; designs that come out
 * the same share. The groups of contacts are drawn again with replacement, the same ones for every design (Efron & Tibshirani, An
 * Introduction to the Bootstrap, chapter 6): that spread is the one of the mean of so many simulated contacts, and a launch to `people` adds
 * its own, which makes the deviation √((people + contacts) / people) times as wide, as in `chanceOfReaching`. As there, nothing is supposed
 * to be known of the designs before they were tried. Throws where two reports are
 * not of the same contacts.
 */
export function chanceOfBest(
  metric: PairedMetric,
  reports: readonly Report[],
  { seed = 1, resamples = RESAMPLES }: ChanceOptions = {},
): readonly number[] {
  const [first] = reports;
  if (!first) return [];
  for (const report of reports)
    if (!arePaired(first, report)) throw new RangeError(`invalid pair: seeds ${first.seed}, ${report.seed}`);
  const people = first.scaledTo ?? first.contacts;
  const wider = Math.sqrt((people + first.contacts) / people);
  const sign = MORE_IS_BETTER[metric] ? 1 : -1;
  const parts = reports.map((report) => {
    const fixed = fixedPart(metric, first, report) / people;
    return { sums: report.groups[metric], mean: ratio(report.groups[metric], first.groups.contacts), fixed };
  });
  const wins = new Float64Array(reports.length);
  const drawn = new Uint16Array(first.groups.contacts.length);
  for (let turn = 0; turn < resamples; turn++) {
    for (let at = 0; at < drawn.length; at++)
      drawn[at] = Math.floor((draw(seed, RESAMPLING, turn, at) / WORDS) * drawn.length);
    const contacts = sumOf(first.groups.contacts, drawn);
    const values = parts.map(({ sums, mean, fixed }) => {
      const again = contacts === 0 ? mean : sumOf(sums, drawn) / contacts;
      return sign * (mean + (again - mean) * wider + fixed);
    });
    share(values, wins);
  }
  return Array.from(wins, (won) => won / resamples);
}

/** A launch has one winner; designs that nobody can tell apart have it in equal parts. */
function share(values: readonly number[], wins: Float64Array): void {
  const best = Math.max(...values);
  // Sums of the same amounts in another order differ in their last bits.
  const close = Math.abs(best) * 1e-9;
  const winners = values.flatMap((value, place) => (value >= best - close ? [place] : []));
  for (const place of winners) wins[place] = (wins[place] ?? 0) + 1 / winners.length;
}

function sumOf(values: readonly number[], groups: Uint16Array): number {
  let total = 0;
  for (const group of groups) total += values[group] ?? 0;
  return total;
}

function ratio(values: readonly number[], contacts: readonly number[]): number {
  const all = contacts.reduce((total, count) => total + count, 0);
  return all === 0 ? 0 : values.reduce((total, value) => total + value, 0) / all;
}
