import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RotateCcw } from 'lucide-react';
import { IconButton } from '../../../ui/IconButton.tsx';
import styles from './rates.module.css';

interface ResettableProps {
  readonly label: string;
  readonly isOwn: boolean;
  readonly onReset: () => void;
  readonly children: ReactNode;
}

/** A box with the way back to its benchmark. */
export function Resettable({ label, isOwn, onReset, children }: ResettableProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.resettable}>
      {children}
      <IconButton
        small
        icon={RotateCcw}
        disabled={!isOwn}
        label={t('settings.channels.resetOf', { label })}
        className={styles.reset}
        onClick={onReset}
      />
    </div>
  );
}
