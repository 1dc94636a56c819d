import { useTranslation } from 'react-i18next';
import { ShieldCheck, X } from 'lucide-react';
import { useLocation } from 'wouter';
import type { StepId } from '../journey/journey.ts';
import { useWorkspaceStore } from '../state/useWorkspace.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { usePreference } from '../ui/usePreference.ts';
import styles from './Welcome.module.css';

/** The promise and three ways on, until it is put away. */
export function Welcome({ onTour }: { readonly onTour: () => void }) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const [, go] = useLocation();
  const [shown, setShown] = usePreference('welcome', 'shown');
  if (shown !== 'shown') return null;
  const changeSomething = () => {
    const { journey, select } = store.getState();
    const steps = Object.entries(journey?.steps ?? {});
    const [id] =
      steps.find(([, { kind }]) => kind === 'wait') ?? steps.find(([, { kind }]) => kind === 'message') ?? [];
    if (id) select([id as StepId]);
  };
  return (
    <div className={styles.welcome} data-noprint>
      <p className={styles.promise}>
        <Icon of={ShieldCheck} />
        {t('shell.promise')}
      </p>
      <div className={styles.ways}>
        <Button look="quiet" className={styles.change} onClick={changeSomething}>
          {t('shell.welcome.change')}
        </Button>
        <Button look="quiet" onClick={onTour}>
          {t('shell.tour.start')}
        </Button>
        <Button look="quiet" onClick={() => go('/journeys')}>
          {t('shell.welcome.template')}
        </Button>
        <Button look="quiet" className={styles.elsewhere} onClick={() => go('/audiences')}>
          {t('shell.welcome.audience')}
        </Button>
      </div>
      <IconButton icon={X} label={t('shell.welcome.dismiss')} onClick={() => setShown('hidden')} />
    </div>
  );
}
