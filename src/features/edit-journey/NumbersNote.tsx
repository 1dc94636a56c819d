import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/useFormat.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import styles from './Canvas.module.css';

/** Where there is a full run too, it says that the cards show the forecast, and leads to the run. */
export function NumbersNote() {
  const { t } = useTranslation();
  const format = useFormat();
  const report = useWorkspace(({ forecast }) => forecast.report);
  const ran = useWorkspace(({ run }) => (run.kind === 'finished' ? run.run.report.contacts : undefined));
  if (!report || ran === undefined) return null;
  const simulated = format.number(report.contacts);
  return (
    <p className={styles.numbers}>
      {t('editJourney.numbers.forecast', { simulated })}{' '}
      <a href="#/results">{t('editJourney.numbers.run', { contacts: format.number(ran) })}</a>
    </p>
  );
}
