import { useMemo } from 'react';
import type { PairedMetric } from '../../../analytics/report.ts';
import { useFormat, type Formats } from '../../../i18n/useFormat.ts';

/** A difference as people read it: money or a number, with its sign. */
function signedFigure(format: Formats, currency: string, of: PairedMetric | 'messages', by: number): string {
  const isMoney = of === 'revenue' || of === 'cost' || of === 'profit';
  const whole = Math.abs(by) >= 10 ? Math.round(by) : Math.round(by * 10) / 10;
  const figure = isMoney ? format.money(Math.round(by), currency) : format.number(whole, 1);
  return whole > 0 ? `+${figure}` : figure;
}

export function useSignedFigure(currency: string): (of: PairedMetric | 'messages', by: number) => string {
  const format = useFormat();
  return useMemo(() => (of, by) => signedFigure(format, currency, of, by), [format, currency]);
}
