import type { ActualField, Line } from './foreseen.ts';

const BASES: Readonly<Partial<Record<ActualField, ActualField>>> = {
  delivered: 'sent',
  opened: 'delivered',
  clicked: 'delivered',
  conversions: 'clicked',
  revenue: 'conversions',
  unsubscribed: 'delivered',
};

/** What a figure is a part of. Conversions of the whole journey come without a click, too. */
export function baseOf(line: Line, field: ActualField): ActualField | undefined {
  return line.kind === 'journey' && field === 'conversions' ? undefined : BASES[field];
}
