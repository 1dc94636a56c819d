import { exactly, unknown, type Figured } from './known.ts';

/** What a customer brings, month by month. */
export interface CustomerMonths {
  readonly marginPerMonth: number;
  /** Part of the customers of a month who are there in the next. */
  readonly retention: number;
  /** Part of one that money loses in a year. */
  readonly yearlyDiscount: number;
  /** Of each month: its start (a subscription paid ahead), or its end. */
  readonly paid: 'start' | 'end';
  /** Months that are counted; absent: all. */
  readonly months?: number;
}

/** Of a year to that of a month, compounded. */
export function monthlyRate(yearly: number): number {
  return Math.pow(1 + yearly, 1 / 12) - 1;
}

/**
 * Sum of the months’ margins, each for those still there and discounted to today: m · Σ q^t with q = r / (1 + d), from t = 0 where paid at
 * the start and from 1 where at the end (Gupta & Lehmann 2003; Berger & Nasr 1998).
 */
export function lifetimeValueOf(customer: CustomerMonths): Figured {
  const { marginPerMonth, retention, yearlyDiscount, paid, months } = customer;
  const kept = retention / (1 + monthlyRate(yearlyDiscount));
  const first = paid === 'start' ? 1 : kept;
  if (months === undefined)
    return kept < 1 ? exactly((marginPerMonth * first) / (1 - kept)) : unknown('neverEnds');
  const terms = kept === 1 ? months : (1 - Math.pow(kept, months)) / (1 - kept);
  return exactly(marginPerMonth * first * terms);
}

/** Of a month: what the logarithms leave. */
const ROUNDING = 1e-9;

/**
 * Whole months until the margins of those still there reach what a customer cost. The first is paid in month 1 in full; undefined: never.
 */
export function paybackMonths(
  customerCost: number,
  { marginPerMonth, retention }: Pick<CustomerMonths, 'marginPerMonth' | 'retention'>,
): number | undefined {
  if (customerCost <= 0) return 0;
  if (!(marginPerMonth > 0)) return undefined;
  const months = customerCost / marginPerMonth;
  if (months <= 1) return 1;
  const lost = 1 - retention;
  if (lost <= 0) return Math.ceil(months - ROUNDING);
  // The margins of all months together come to m / c, and only then.
  if (months * lost >= 1 - ROUNDING) return undefined;
  return Math.ceil(Math.log1p(-months * lost) / Math.log1p(-lost) - ROUNDING);
}

/** Flows at the ends of periods 0, 1, 2 …, each worth what it is discounted to today. */
export function netPresentValue(flows: readonly number[], ratePerPeriod: number): number {
  return flows.reduceRight((later, flow) => flow + later / (1 + ratePerPeriod), 0);
}
