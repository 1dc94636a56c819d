import { useTranslation } from 'react-i18next';
import { ChartNoAxesColumn, GitCompareArrows, LibraryBig, Settings, Users, Workflow } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { Icon } from '../ui/Icon.tsx';
import styles from './Rail.module.css';

/** In the order in which they stand. */
export const VIEWS = [
  { path: '/journeys', name: 'journeys', icon: LibraryBig },
  { path: '/', name: 'design', icon: Workflow },
  { path: '/results', name: 'results', icon: ChartNoAxesColumn },
  { path: '/compare', name: 'compare', icon: GitCompareArrows },
  { path: '/audiences', name: 'audiences', icon: Users },
  { path: '/settings', name: 'settings', icon: Settings },
] as const;

/** The views of the app; on a narrow screen at the foot, within reach of a thumb. */
export function Rail() {
  const { t } = useTranslation();
  const [location] = useLocation();
  return (
    <nav data-noprint aria-label={t('shell.nav.label')} className={styles.rail}>
      <img src="./favicon.svg" alt={t('words.product')} className={styles.mark} />
      <div className={styles.links}>
        {VIEWS.map(({ path, name, icon }) => (
          <Link
            key={path}
            href={path}
            aria-current={location === path || location.startsWith(`${path}/`) ? 'page' : undefined}
            className={styles.link}
          >
            <Icon of={icon} size={20} />
            {t(`shell.nav.${name}`)}
          </Link>
        ))}
      </div>
    </nav>
  );
}
