import type { ActualField } from '../../../analytics/actual/foreseen.ts';
import type { Formats } from '../../../i18n/useFormat.ts';

/** How a figure of this field is printed: money, or whole events. */
export function fieldPrint(field: ActualField, currency: string, format: Formats): (value: number) => string {
  return field === 'revenue'
    ? (value) => format.money(Math.round(value), currency)
    : (value) => format.number(Math.round(value));
}
