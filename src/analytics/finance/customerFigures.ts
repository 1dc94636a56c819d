import { paybackMonths, type CustomerMonths } from './customerWorth.ts';
import { variable, type Figure } from './figure.ts';
import { exactly, known, mapEstimate, unknown, type Figured } from './known.ts';

/** What is known of a customer's worth; the same for every customer. */
export interface CustomerWorth {
  /** Told in the settings, or worked out from the months. */
  readonly lifetimeValue: Figured;
  /** It is the settings' own, whatever the months are. */
  readonly isTold?: boolean;
  readonly months: CustomerMonths | undefined;
}

/** Lifetime value per cost of a customer. */
export function ltvToCac({ lifetimeValue }: CustomerWorth, customerCost: Figured): Figure {
  const figure = { name: 'ltvToCac', unit: 'times' } as const;
  const variables = {
    ...priced('lifetimeValue', lifetimeValue),
    ...priced('customerCost', customerCost),
  };
  if (lifetimeValue.kind === 'undefined') return { ...figure, value: unknown(lifetimeValue.why), variables };
  if (customerCost.kind === 'undefined') return { ...figure, value: unknown(customerCost.why), variables };
  const [worth, cost] = [lifetimeValue.estimate.value, customerCost.estimate];
  return {
    ...figure,
    // Only what costs something above nothing at both ends can be divided by.
    value: cost.low > 0 ? known(mapEstimate(cost, (each) => worth / each)) : unknown('liftUncertain'),
    variables,
  };
}

function priced(name: 'lifetimeValue' | 'customerCost', figured: Figured): Figure['variables'] {
  return figured.kind === 'known' ? { [name]: variable(figured.estimate.value, 'price') } : {};
}

/** Months until a customer's margin has paid for the customer; the upper end is Infinity where it may be never. */
export function payback({ months }: CustomerWorth, customerCost: Figured): Figure {
  const figure = { name: 'payback', unit: 'months' } as const;
  const cost = priced('customerCost', customerCost);
  if (months === undefined) return { ...figure, value: unknown('noMargin'), variables: cost };
  const variables = {
    ...cost,
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
    variables,
  };
}

export function lifetimeValueFigure({ lifetimeValue, months, isTold = false }: CustomerWorth): Figure {
  return {
    name: 'lifetimeValue',
    unit: 'price',
    value: lifetimeValue.kind === 'known' ? exactly(lifetimeValue.estimate.value) : lifetimeValue,
    variables: months && !isTold ? monthVariables(months) : {},
  };
}

function monthVariables({
  marginPerMonth,
  retention,
  yearlyDiscount,
  months,
}: CustomerMonths): Figure['variables'] {
  return {
    margin: variable(marginPerMonth, 'price'),
    retention: variable(retention, 'share'),
    discount: variable(yearlyDiscount, 'share'),
    ...(months !== undefined && { months: variable(months, 'count') }),
  };
}
