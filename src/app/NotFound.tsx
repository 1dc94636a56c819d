import { useTranslation } from 'react-i18next';
import { MapPinOff } from 'lucide-react';
import { Link } from 'wouter';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './Frame.module.css';

/** For addresses that lead nowhere: a mistyped one, or a link of another version. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <div className={styles.centred}>
      <EmptyState
        icon={MapPinOff}
        title={t('shell.notFound.title')}
        action={<Link href="/">{t('shell.notFound.toCanvas')}</Link>}
      >
        {t('shell.notFound.help')}
      </EmptyState>
    </div>
  );
}
