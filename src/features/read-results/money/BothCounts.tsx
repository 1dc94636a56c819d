import { useTranslation } from 'react-i18next';
import { shownSum, type Ledger } from '../../../analytics/finance/ledger.ts';
import { ledgerOf } from '../../../analytics/finance/reportLedgers.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { ShownRun } from '../shownRun.ts';
import { countedIn, termsOf } from './withoutJourney.ts';

interface BothCountsProps {
  readonly run: Pick<ShownRun, 'request' | 'report'>;
  readonly className?: string | undefined;
}

/** Conversions beside orders, wherever a screen speaks of orders: they are not the same, and neither is wrong. */
export function BothCounts({ run: { request, report }, className }: BothCountsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (countedIn(request) === 'conversions') return null;
  const { currency } = request.journey.settings;
  const orders = ledgerOf(report, termsOf(request));
  const { conversions, revenue } = report.totals;
  const money = (value: number) => format.money(Math.round(value), currency);
  const all = (field: keyof Ledger['groups']) => shownSum(orders, orders.groups[field]);
  return (
    <p className={className}>
      {t('money.bothCounts', {
        conversions: format.number(Math.round(conversions.value)),
        revenue: money(revenue.value),
        orders: format.number(Math.round(all('conversions'))),
        worth: money(all('revenue')),
      })}
    </p>
  );
}
