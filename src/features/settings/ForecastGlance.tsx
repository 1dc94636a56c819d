import { useTranslation } from 'react-i18next';
import type { Estimate } from '../../analytics/intervals.ts';
import { formatBand } from '../../i18n/format.ts';
import { useApproximation } from '../../i18n/useApproximation.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { Headline } from '../../ui/Headline.tsx';
import { useLate } from '../../ui/useLate.ts';
import { useCurrency } from './useCurrency.ts';
import styles from './SettingsFrame.module.css';

/** Dimming a figure that changes at once would only flicker. */
const LATE_MILLISECONDS = 150;

/** The open journey's numbers beside what changes them. */
export function ForecastGlance() {
  const { t } = useTranslation();
  const format = useFormat();
  const currency = useCurrency();
  const journey = useWorkspace((workspace) => workspace.journey?.name ?? '');
  const { report, pending, problems, error } = useWorkspace((workspace) => workspace.forecast);
  const late = useLate(pending, LATE_MILLISECONDS);
  const approximation = useApproximation(report?.approximate);
  const isBlocked = problems.length > 0 || error !== undefined;
  const count = (value: number) => format.number(Math.round(value));
  const money = (value: number) => format.money(Math.round(value), currency);
  const sent = (report?.messages ?? []).reduce((sum, message) => sum + message.sent, 0);
  const figure = (label: string, estimate: Estimate, print: (value: number) => string) => (
    <Headline
      label={label}
      value={print(estimate.value)}
      band={estimate.low === estimate.high ? undefined : formatBand(estimate, print)}
      pending={late || isBlocked}
    />
  );
  return (
    <section aria-label={t('settings.glance.label')} data-pending={pending} className={styles.glance}>
      <h2 className={styles.glanceTitle}>
        {t('settings.glance.title')}{' '}
        <span className={styles.soft}>{t('settings.glance.of', { journey })}</span>
      </h2>
      {isBlocked && <p className={styles.soft}>{error ?? t('settings.glance.blocked')}</p>}
      {report ? (
        <div className={styles.figures}>
          <Headline label={t('settings.glance.messages')} value={count(sent)} pending={late || isBlocked} />
          {figure(t('words.metric.conversions'), report.totals.conversions, count)}
          {figure(t('words.metric.cost'), report.totals.cost, money)}
          {figure(t('words.metric.profit'), report.totals.profit, money)}
        </div>
      ) : (
        <p className={styles.soft}>{t('settings.glance.none')}</p>
      )}
      {approximation && (
        <p className={styles.soft} title={approximation}>
          {t('words.approximate')}
        </p>
      )}
    </section>
  );
}
