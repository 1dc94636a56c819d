import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CircleCheck } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './audience.module.css';

interface AudienceRowProps {
  readonly name: string;
  readonly meta: ReactNode;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  /** Further controls. */
  readonly children?: ReactNode;
}

/** One audience: what it is, whether it is in use, and what can be done with it. */
export function AudienceRow({ name, meta, chosen, onChoose, children }: AudienceRowProps) {
  const { t } = useTranslation();
  return (
    <li className={classes(styles.row, chosen && styles.chosen)}>
      <div className={styles.grow}>
        <h3 className={styles.name}>{name}</h3>
        <p className={styles.soft}>{meta}</p>
      </div>
      <div className={styles.controls}>
        {children}
        {chosen ? (
          <span className={styles.inUse}>
            <Icon of={CircleCheck} />
            {t('manageAudience.chosen')}
          </span>
        ) : (
          <Button aria-label={t('manageAudience.chooseNamed', { name })} onClick={onChoose}>
            {t('manageAudience.choose')}
          </Button>
        )}
      </div>
    </li>
  );
}
