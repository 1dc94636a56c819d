import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { useFormat } from '../../i18n/useFormat.ts';
import type { Progress } from '../../state/ports.ts';
import styles from './audience.module.css';

interface ReadingProgressProps {
  readonly name: string;
  readonly progress: Progress;
  readonly onCancel: () => void;
}

export function ReadingProgress({ name, progress, onCancel }: ReadingProgressProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { share, secondsLeft } = progress;
  const title = t('manageAudience.reading.title', { name });
  return (
    <section className={styles.reading} aria-label={title}>
      <div className={styles.line}>
        <div className={styles.grow}>
          <strong>{title}</strong>
          <p className={styles.soft}>
            {format.rate(Math.floor(share * 100) / 100)} ·{' '}
            {secondsLeft === undefined
              ? t('manageAudience.reading.working')
              : t('manageAudience.reading.left', { time: format.wait(secondsLeft) })}
          </p>
        </div>
        <Button onClick={onCancel}>{t('manageAudience.reading.cancel')}</Button>
      </div>
      <ProgressBar label={title} share={share} />
    </section>
  );
}
