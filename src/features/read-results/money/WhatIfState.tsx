import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import { Button } from '../../../ui/Button.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import type { WhatIfsAsked } from './useWhatIfs.ts';
import styles from './money.module.css';

/** How a comparison is getting on, and what can be done about it; nothing once it is known. */
export function WhatIfState({ answer, ask, cancel }: WhatIfsAsked) {
  const { t } = useTranslation();
  if (!answer || answer.kind === 'known') return null;
  if (answer.kind === 'asking') {
    return (
      <div className={styles.state}>
        <p className={styles.soft}>{t('money.whatIf.working')}</p>
        <ProgressBar label={t('money.whatIf.working')} share={answer.progress.share} />
        <Button small icon={X} onClick={cancel}>
          {t('money.whatIf.cancel')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.state}>
      <p role="status">
        {answer.kind === 'blocked' && t('money.whatIf.blocked', { problem: answer.problem })}
        {answer.kind === 'failed' && t('money.whatIf.failed', { words: answer.words })}
        {answer.kind === 'cancelled' && t('money.whatIf.cancelled')}
      </p>
      {answer.kind !== 'blocked' && (
        <Button small onClick={ask}>
          {t('money.whatIf.again')}
        </Button>
      )}
    </div>
  );
}
