import type { FigureName } from '../../../analytics/finance/figure.ts';
import type { Economics } from '../../../journey/economics.ts';

/** What a figure of money rests on that somebody told, or did not. */
export type MoneyAssumption = 'costs' | 'margin' | 'lifetimeValue' | 'months';

export interface AssumedMoney {
  readonly what: MoneyAssumption;
  readonly source: 'yours' | 'benchmark';
}

const RESTS_ON: Readonly<Record<FigureName, readonly MoneyAssumption[]>> = {
  roas: ['costs'],
  roi: ['costs', 'margin'],
  mer: ['costs'],
  cacBlended: ['costs'],
  cacAttributed: ['costs'],
  iroas: ['costs'],
  incrementalRoi: ['costs', 'margin'],
  incrementalProfit: ['costs', 'margin'],
  costPerExtra: ['costs'],
  lifetimeValue: ['lifetimeValue'],
  ltvToCac: ['costs', 'lifetimeValue'],
  payback: ['costs', 'months'],
  presentValue: ['costs', 'lifetimeValue'],
};

/** With where each comes from. `ownMonths`: what a customer brings a month was told. */
export function assumptionsOf(
  name: FigureName,
  economics: Economics | undefined,
  ownMonths: boolean,
): readonly AssumedMoney[] {
  const isOwn: Record<MoneyAssumption, boolean> = {
    costs: economics?.costs !== undefined,
    margin: economics?.grossMargin !== undefined,
    lifetimeValue: economics?.lifetimeValue !== undefined || ownMonths,
    months: ownMonths,
  };
  return RESTS_ON[name].map((what) => ({ what, source: isOwn[what] ? 'yours' : 'benchmark' }));
}
