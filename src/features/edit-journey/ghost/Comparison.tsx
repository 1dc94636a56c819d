import { useTranslation } from 'react-i18next';
import type { Differences } from '../../../analytics/comparePaired.ts';
import type { PairedMetric } from '../../../analytics/report.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { Journey } from '../../../journey/journey.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { GhostFigure } from './GhostFigure.tsx';
import { ghostWords } from './ghostWords.ts';
import styles from './Comparison.module.css';

interface ComparisonProps {
  readonly differences: Differences;
  readonly journey: Journey;
}

/** That the figures are compared with before, and what the one that counts came to. */
export function Comparison({ differences, journey }: ComparisonProps) {
  const { t } = useTranslation();
  const metric = journey.settings.target?.metric ?? 'profit';
  return (
    <div className={styles.comparison}>
      <p>{t('editJourney.ghost.against')}</p>
      <GhostLine differences={differences} journey={journey} metric={metric} />
    </div>
  );
}

/** Back to intervals. */
export function StopComparing() {
  const { t } = useTranslation();
  const stop = useWorkspace(({ stopComparing }) => stopComparing);
  return (
    <button type="button" className={styles.stop} onClick={stop}>
      {t('editJourney.ghost.stop')}
    </button>
  );
}

interface GhostLineProps extends ComparisonProps {
  readonly metric: PairedMetric;
}

export function GhostLine({ differences, journey, metric }: GhostLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const print = (value: number) =>
    metric === 'conversions' || metric === 'unsubscribed'
      ? format.number(value)
      : format.money(Math.round(value), journey.settings.currency);
  const words = ghostWords(metric, differences[metric], { t, format, print });
  return (
    <p className={styles.line}>
      {t(`words.metric.${metric}`)}
      {': '}
      <GhostFigure words={words} whole />
    </p>
  );
}
