import { sum } from '../view.ts';

/** Sums by group of simulated contacts; money in currency units. In a ledger of differences they may be below zero. */
export interface LedgerGroups {
  readonly contacts: Float64Array;
  readonly conversions: Float64Array;
  readonly revenue: Float64Array;
  /** Of messages and hand-offs. */
  readonly cost: Float64Array;
}

/** What the figures of money are worked out from. */
export interface Ledger {
  readonly groups: LedgerGroups;
  /** Shown contacts per simulated one. */
  readonly factor: number;
  /** For the contacts shown, whoever is messaged. */
  readonly fixedCost: number;
  /** Part of revenue that is left after the cost of goods. */
  readonly margin: number;
}

/** Cost with the fixed cost, which is spread over the groups by their contacts: a ratio of sums stays what it is. */
export function fullCost({ groups, factor, fixedCost }: Ledger): Float64Array {
  const contacts = sum(groups.contacts);
  if (fixedCost === 0 || contacts === 0) return groups.cost;
  const each = fixedCost / factor / contacts;
  return groups.cost.map((cost, group) => cost + each * groups.contacts[group]!);
}

/** With the journey less without it, of the same contacts with the same luck; the fixed cost is the journey's alone. */
export function ledgerDifference(withIt: Ledger, without: Ledger): Ledger {
  const less = (field: keyof LedgerGroups) =>
    withIt.groups[field].map((value, group) => value - (without.groups[field][group] ?? 0));
  return {
    ...withIt,
    groups: {
      contacts: withIt.groups.contacts,
      conversions: less('conversions'),
      revenue: less('revenue'),
      cost: less('cost'),
    },
  };
}

/** For the contacts shown. */
export function shownSum(ledger: Ledger, values: Float64Array): number {
  return sum(values) * ledger.factor;
}
