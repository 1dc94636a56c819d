import { jackknife, positiveInterval, scale, wilson, type Estimate } from '../intervals.ts';

/** A sum over contacts as its spread is told from. */
export interface Spread {
  /** By group of contacts. */
  readonly groups: Float64Array;
  /** What belongs to contacts of whom only the sum is known, and the squares of what each of them adds. */
  readonly elsewhere: number;
  readonly squares: number;
}

export interface Shown {
  /** Simulated contacts per group. */
  readonly contacts: Float64Array;
  /** How many of those shown a simulated contact stands for. */
  readonly factor: number;
}

/**
 * A claimant's credit with its 95 % interval. The question is that of the headline figures: what would an equal run on other contacts of
 * this kind have shown? Groups of contacts are left out in turn; contacts of whom the group is not known count one by one.
 */
export function estimateCredit({ groups, elsewhere, squares }: Spread, shown: Shown): Estimate {
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
  return scale(
    positiveInterval({ ratio: value / people, standardError, groups: of.groups }),
    people * factor,
  );
}

/** Where nothing was credited groups show no spread; a share of contacts whom it would take is not excluded. */
export function noneSeen({ contacts, factor }: Shown): Estimate {
  const people = sum(contacts);
  return { ...scale(wilson(0, people), people * factor), value: 0, low: 0 };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
