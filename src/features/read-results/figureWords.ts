import type { PairedMetric } from '../../analytics/report.ts';
import type { Formats } from '../../i18n/useFormat.ts';

/** How a figure, and a difference of it with its sign, are printed. */
export function figureWords(metric: PairedMetric, currency: string, format: Formats) {
  const isMoney = metric === 'revenue' || metric === 'cost' || metric === 'profit';
  const print = (value: number) =>
    isMoney
      ? format.money(Math.abs(value) < 10 ? value : Math.round(value), currency)
      : format.number(value, Math.abs(value) < 10 ? 1 : 0);
  return { isMoney, print, signed: (by: number) => (by > 0 ? `+${print(by)}` : print(by)) };
}
