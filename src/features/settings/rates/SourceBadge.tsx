import { useTranslation } from 'react-i18next';
import { classes } from '../../../ui/classes.ts';
import type { RateSource } from '../../../compile/response/rates.ts';
import styles from './rates.module.css';

/** Where a number comes from. */
export function SourceBadge({ source }: { readonly source: RateSource }) {
  const { t } = useTranslation();
  return (
    <span className={classes(styles.badge, styles[source])} title={t(`calibrate.badgeHint.${source}`)}>
      {t(`calibrate.badge.${source}`)}
    </span>
  );
}
