import type { Estimate } from '../../../analytics/intervals.ts';
import type { PairedMetric } from '../../../analytics/report.ts';
import type { Formats } from '../../../i18n/useFormat.ts';
import type { Translate } from '../../../i18n/i18n.ts';

/** What figures are printed with. */
export interface Figures {
  readonly t: Translate;
  readonly format: Formats;
  readonly currency: string;
}

const MONEY: readonly PairedMetric[] = ['revenue', 'cost', 'profit'];

/** An amount of money, or a number of people or orders. */
export function figure(metric: PairedMetric, value: number, { format, currency }: Figures): string {
  const whole = Math.abs(value) >= 10 ? Math.round(value) : Math.round(value * 10) / 10;
  return MONEY.includes(metric) ? format.money(whole, currency) : format.number(whole, 1);
}

/** The same with its sign. */
export function signed(metric: PairedMetric, value: number, figures: Figures): string {
  const printed = figure(metric, value, figures);
  return value > 0 && printed !== figure(metric, 0, figures) ? `+${printed}` : printed;
}

/** From low to high, with signs. */
export function signedBand(metric: PairedMetric, { low, high }: Estimate, figures: Figures): string {
  return figures.t('compareRuns.band', {
    low: signed(metric, low, figures),
    high: signed(metric, high, figures),
  });
}

/** From low to high of a figure that is no difference. */
export function band(metric: PairedMetric, { low, high }: Estimate, figures: Figures): string {
  return figures.t('compareRuns.band', {
    low: figure(metric, low, figures),
    high: figure(metric, high, figures),
  });
}

/** Of 100 launches, and never all or none of them: “97 of 100”, “more than 99 of 100”. */
export function launches(chance: number, { t }: Pick<Figures, 't'>): string {
  const count = Math.round(chance * 100);
  if (chance > 0.99) return t('compareRuns.launches.most');
  if (chance < 0.01) return t('compareRuns.launches.least');
  return t('compareRuns.launches.some', { count });
}
