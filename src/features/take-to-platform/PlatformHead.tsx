import { useTranslation } from 'react-i18next';
import { ShieldCheck } from 'lucide-react';
import { stepEntries } from '../../journey/graph.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Fit, Fitting } from '../../journey/portability.ts';
import type { PlatformChoice } from '../../state/exchangePort.ts';
import { Icon } from '../../ui/Icon.tsx';
import { FitMark } from './FitMark.tsx';
import { worstFits } from './worstFits.ts';
import styles from './take.module.css';

interface PlatformHeadProps {
  readonly platform: PlatformChoice;
  /** Undefined: not known yet, or refused. */
  readonly fits: readonly Fit[] | undefined;
  readonly journey: Journey;
}

const ORDER: readonly Fitting[] = ['native', 'emulated', 'missing'];

/** The platform's name, how far its files were checked, and how many steps go along in which way. */
export function PlatformHead({ platform, fits, journey }: PlatformHeadProps) {
  const { t } = useTranslation();
  const manual = platform.checked === 'manual';
  return (
    <section className={styles.platform}>
      <div className={styles.platformName}>
        <h2>{platform.name}</h2>
        <span className={styles.label}>
          <Icon of={ShieldCheck} size={14} />
          {t(`takeToPlatform.checked.${platform.checked}`)}
        </span>
      </div>
      <p className={styles.soft}>{t(`takeToPlatform.checkedHelp.${platform.checked}`)}</p>
      <p className={styles.soft}>
        {t(manual ? 'takeToPlatform.builtIn' : 'takeToPlatform.takenBy')}: <code>{platform.takenBy}</code>
      </p>
      {fits && <Shares fits={fits} steps={stepEntries(journey).length} />}
    </section>
  );
}

function Shares({ fits, steps }: { readonly fits: readonly Fit[]; readonly steps: number }) {
  const { t } = useTranslation();
  const worst = [...worstFits(fits).values()];
  const counts = ORDER.map((fit) => ({ fit, count: worst.filter((one) => one === fit).length }));
  const shown = counts.filter(({ count }) => count > 0);
  return (
    <div className={styles.shares}>
      <div className={styles.bar} aria-hidden="true">
        {shown.map(({ fit, count }) => (
          <span key={fit} data-fit={fit} style={{ flexGrow: count / Math.max(1, steps) }} />
        ))}
      </div>
      <ul className={styles.counts}>
        {shown.map(({ fit, count }) => (
          <li key={fit} title={t(`takeToPlatform.fit.${fit === 'missing' ? 'lossy' : fit}Help`)}>
            <FitMark fit={fit} />
            {t(`takeToPlatform.summary.${fit}`, { count })}
          </li>
        ))}
      </ul>
    </div>
  );
}
