import { jackknife, ofFewEvents, positiveInterval, scale, type Estimate } from '../intervals.ts';
import { noneSeen, withDearest, type Summed } from '../sumInterval.ts';

/** A sum over contacts as its spread is told from. */
export interface Spread {
  /** By group of contacts. */
  readonly groups: Float64Array;
  /** What belongs to contacts of whom only the sum is known, and the squares of what each of them adds. */
  readonly elsewhere: number;
  readonly squares: number;
}

export interface Shown extends Pick<Summed, 'worth' | 'dearest'> {
  /** Simulated contacts per group. */
  readonly contacts: Float64Array;
  /** How many of those shown a simulated contact stands for. */
  readonly factor: number;
}

/**
 * A claimant's credit with its 95 % interval. The question is that of the headline figures: what would an equal run on other contacts of
 * this kind have shown? Groups of contacts are left out in turn; contacts of whom the group is not known count one by one. `conversions`:
 * how many were credited.
 */
export function estimateCredit(
  { groups, elsewhere, squares }: Spread,
  shown: Shown,
  conversions: number,
): Estimate {
  const { contacts, factor } = shown;
  const people = sum(contacts);
  const known = sum(groups);
  const value = known + elsewhere;
  if (people === 0) return { value: 0, low: 0, high: 0 };
  const of = jackknife(groups, contacts);
  // Mean squares less the square of the mean, for those without a group, and what both have in common.
  const variance =
    of.standardError ** 2 + (squares - (elsewhere * (elsewhere + 2 * known)) / people) / people ** 2;
  const standardError = Math.sqrt(Math.max(0, variance));
  const perContact = { ratio: value / people, standardError, groups: of.groups };
  return scale(positiveInterval(ofFewEvents(perContact, conversions)), people * factor);
}

/** Of a value: as a sum of money, some of whose parts may be dearer than was seen. */
export function estimateValue(spread: Spread, shown: Shown, conversions: number): Estimate {
  const { contacts, factor, worth, dearest } = shown;
  const made = { values: spread.groups, contacts, events: conversions, worth, dearest };
  const found = estimateCredit(spread, { contacts, factor: 1 }, conversions);
  return scale(found.value === 0 ? noneSeen(made) : withDearest(found, made), factor);
}

/** Where nothing was credited groups show no spread; a share of contacts whom it would take is not excluded. */
export function noConversion({ contacts, factor }: Shown): Estimate {
  return scale(noneSeen({ values: new Float64Array(0), contacts }), factor);
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
