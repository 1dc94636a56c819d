import '../i18n/answersWords.ts';
import type { AssumptionUnit } from '../compile/response/assumption.ts';
import type { Wording } from './stepSummary.ts';

/** A number of this unit as people read it. */
export function printAssumption(
  value: number,
  unit: AssumptionUnit,
  { t, format, currency }: Wording,
): string {
  switch (unit) {
    case 'share':
      // Shares of a day or of complaints are far below the two figures that rates are told with.
      return `${format.number(Number((value * 100).toPrecision(3)), 6)} %`;
    case 'money':
      return format.money(value, currency);
    case 'days':
      return t('answers.unit.inDays', { days: format.number(value, 2) });
    case 'minutes':
      return format.duration(Math.round(value));
    case 'number':
      return format.number(Number(value.toPrecision(3)), 6);
  }
}

/** How a box holds it, and what stands behind the box. */
export function scaleOf(
  unit: AssumptionUnit,
  { t, currency }: Pick<Wording, 't' | 'currency'>,
): { readonly scale: number; readonly words: string } {
  switch (unit) {
    case 'share':
      return { scale: 100, words: '%' };
    case 'money':
      return { scale: 1, words: currency };
    case 'days':
      return { scale: 1, words: t('answers.unit.days') };
    case 'minutes':
      return { scale: 1, words: t('answers.unit.minutes') };
    case 'number':
      return { scale: 1, words: '' };
  }
}
