import { paybackMonths, type CustomerMonths } from './customerWorth.ts';
import { variable, type Figure } from './figure.ts';
import { exactly, known, mapEstimate, unknown, type Figured } from './known.ts';

/** What is known of a customer's worth; the same for every customer. */
export interface CustomerWorth {
  /** Told in the settings, or worked out from the months. */
  readonly lifetimeValue: Figured;
  readonly months: CustomerMonths | undefined;
}

/** Lifetime value per cost of a customer. */
export function ltvToCac({ lifetimeValue }: CustomerWorth, customerCost: Figured): Figure {
  const figure = { name: 'ltvToCac', unit: 'times' } as const;
  if (lifetimeValue.kind === 'undefined') return { ...figure, value: lifetimeValue, variables: {} };
  const worth = lifetimeValue.estimate.value;
  const variables = { lifetimeValue: variable(worth, 'price') };
  if (customerCost.kind === 'undefined') return { ...figure, value: unknown(customerCost.why), variables };
  const cost = customerCost.estimate;
  return {
    ...figure,
    // Only what costs something above nothing at both ends can be divided by.
    value: cost.low > 0 ? known(mapEstimate(cost, (each) => worth / each)) : unknown('liftUncertain'),
    variables: { ...variables, customerCost: variable(cost.value, 'price') },
  };
}

/** Months until a customer's margin has paid for the customer; the upper end is Infinity where it may be never. */
export function payback({ months }: CustomerWorth, customerCost: Figured): Figure {
  const figure = { name: 'payback', unit: 'months' } as const;
  if (months === undefined || !(months.marginPerMonth > 0))
    return { ...figure, value: unknown('noMargin'), variables: {} };
  const variables = {
    margin: variable(months.marginPerMonth, 'price'),
    retention: variable(months.retention, 'share'),
  };
  if (customerCost.kind === 'undefined') return { ...figure, value: unknown(customerCost.why), variables };
  const { value, low, high } = customerCost.estimate;
  const middle = paybackMonths(value, months);
  return {
    ...figure,
    value:
      middle === undefined
        ? unknown('neverPaysBack', paybackMonths(low, months))
        : known({
            value: middle,
            low: paybackMonths(low, months) ?? middle,
            high: paybackMonths(high, months) ?? Infinity,
          }),
    variables: { ...variables, customerCost: variable(value, 'price') },
  };
}

export function lifetimeValueFigure({ lifetimeValue, months }: CustomerWorth): Figure {
  return {
    name: 'lifetimeValue',
    unit: 'price',
    value: lifetimeValue.kind === 'known' ? exactly(lifetimeValue.estimate.value) : lifetimeValue,
    variables: months
      ? {
          margin: variable(months.marginPerMonth, 'price'),
          retention: variable(months.retention, 'share'),
          discount: variable(months.yearlyDiscount, 'share'),
        }
      : {},
  };
}
