import { useTranslation } from 'react-i18next';
import type { PairedMetric } from '../../../analytics/report.ts';
import { useSignedFigure } from './useSignedFigure.ts';
import type { Swing } from '../../../state/swings.ts';
import styles from './answers.module.css';

interface SwingBarProps {
  readonly swing: Swing | undefined;
  readonly metric: PairedMetric;
  readonly widest: number;
  readonly currency: string;
  /** The two values that were tried, as people read them. */
  readonly ends: readonly [string, string];
}

/** How far the figure goes to either side; the words say it for everybody. */
export function SwingBar({ swing, metric, widest, currency, ends }: SwingBarProps) {
  const { t } = useTranslation();
  const signed = useSignedFigure(currency);
  const [low, high] = [swing?.low?.[metric], swing?.high?.[metric]];
  const by = [low?.by.value ?? 0, high?.by.value ?? 0];
  const certain = low?.certain === true || high?.certain === true;
  const words = () => {
    if (!swing) return t('answers.moves.notYet');
    if (!low || !high) return t('answers.moves.cannotRun', { low: ends[0], high: ends[1] });
    if (!certain) return t('answers.moves.still');
    return t('answers.moves.swing', {
      low: ends[0],
      high: ends[1],
      atLow: signed(metric, low.by.value),
      atHigh: signed(metric, high.by.value),
    });
  };
  return (
    <div className={styles.swing}>
      <div className={styles.track} aria-hidden="true">
        {widest > 0 &&
          by.map((value, end) => (
            <span
              key={end}
              className={styles.bar}
              data-end={end === 0 ? 'low' : 'high'}
              style={{
                insetInlineStart: `${50 + Math.min(0, value / widest) * 50}%`,
                inlineSize: `${(Math.abs(value) / widest) * 50}%`,
              }}
            />
          ))}
      </div>
      <p className={styles.soft}>{words()}</p>
    </div>
  );
}
