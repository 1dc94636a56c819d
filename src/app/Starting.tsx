import { useTranslation } from 'react-i18next';
import { Unplug } from 'lucide-react';
import { useWorkspace } from '../state/useWorkspace.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './Frame.module.css';

/** Nothing to show yet: storage has not answered, or there is nothing that could be shown. */
export function Starting() {
  const { t } = useTranslation();
  const failed = useWorkspace(({ phase }) => phase === 'failed');
  const words = useWorkspace(({ startError }) => startError ?? '');
  if (!failed) {
    return (
      <div role="status" className={styles.centred}>
        <span className="visually-hidden">{t('shell.starting')}</span>
      </div>
    );
  }
  return (
    <div role="alert" className={styles.centred}>
      <EmptyState
        icon={Unplug}
        title={t('shell.failed.title')}
        action={
          <Button look="primary" onClick={() => location.reload()}>
            {t('shell.failed.reload')}
          </Button>
        }
      >
        {t('shell.failed.help', { words })}
      </EmptyState>
    </div>
  );
}
