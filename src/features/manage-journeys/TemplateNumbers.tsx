import { useTranslation } from 'react-i18next';
import { formatInterval } from '../../i18n/format.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import type { TemplateFigures } from './templateFigures.ts';
import styles from './template.module.css';

interface TemplateNumbersProps {
  readonly figures: TemplateFigures;
  /** How many contacts the sample audience had. */
  readonly contacts: number;
}

/** What a run of the template came to, with its intervals, and where the numbers come from. */
export function TemplateNumbers({ figures, contacts }: TemplateNumbersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency, conversions, revenue, cost } = figures;
  const count = (value: number) => format.number(value);
  const rows = [
    [t('manageJourneys.figures.entered'), count(figures.entered)],
    [t('manageJourneys.figures.messages'), count(figures.messages)],
    [t('words.metric.cost'), format.money(cost, currency)],
    [t('words.metric.conversions'), formatInterval(conversions, count)],
    [t('words.metric.revenue'), formatInterval(revenue, (amount) => format.moneyCompact(amount, currency))],
  ] as const;
  return (
    <div className={styles.numbers}>
      <dl className={styles.rows}>
        {rows.map(([label, value]) => (
          <div key={label} className={styles.row}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.source}>
        {t('manageJourneys.figures.source', { contacts: format.number(contacts) })}
      </p>
    </div>
  );
}
