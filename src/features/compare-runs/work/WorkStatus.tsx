import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import type { JobOf } from './useJob.ts';
import styles from '../compareRuns.module.css';

interface WorkStatusProps {
  readonly job: Pick<JobOf<unknown>, 'progress' | 'ended' | 'cancel'>;
  readonly label: string;
}

/** How far it is, with a way to stop it; or why there is no result. */
export function WorkStatus({ job: { progress, ended, cancel }, label }: WorkStatusProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (ended)
    return (
      <p role="status" className={ended.kind === 'failed' ? styles.bad : styles.soft}>
        {ended.kind === 'failed'
          ? t('compareRuns.work.failed', { words: ended.words })
          : t('compareRuns.work.cancelled')}
      </p>
    );
  if (!progress) return null;
  const share = t('compareRuns.work.share', { percent: Math.floor(progress.share * 100) });
  return (
    <div className={styles.working}>
      <ProgressBar label={label} share={progress.share} />
      <span className={styles.soft}>
        {progress.secondsLeft === undefined
          ? share
          : t('compareRuns.work.left', { share, wait: format.wait(progress.secondsLeft) })}
      </span>
      <Button small icon={X} onClick={cancel}>
        {t('compareRuns.work.stop')}
      </Button>
    </div>
  );
}
