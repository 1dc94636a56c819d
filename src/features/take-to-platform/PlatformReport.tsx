import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Journey } from '../../journey/journey.ts';
import type { Fit } from '../../journey/portability.ts';
import type { Problem } from '../../journey/problem.ts';
import type { PlatformChoice } from '../../state/exchangePort.ts';
import { PlatformHead } from './PlatformHead.tsx';
import styles from './take.module.css';

type Made = { readonly ok: true; readonly fits: readonly Fit[] } | Refusal;
interface Refusal {
  readonly ok: false;
  readonly problems: readonly Problem[];
}

interface PlatformReportProps {
  readonly journey: Journey;
  readonly platform: PlatformChoice;
  /** Undefined while nothing is made yet. */
  readonly made: Made | undefined;
  readonly failed: string | undefined;
  /** What was made; nothing while there is nothing, or the journey is refused. */
  readonly children: ReactNode;
}

/** The frame around what is made for a platform: its head, that it is under way, and why there is nothing. */
export function PlatformReport({ journey, platform, made, failed, children }: PlatformReportProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.report}>
      <PlatformHead platform={platform} fits={made?.ok ? made.fits : undefined} journey={journey} />
      {failed !== undefined && (
        <p role="alert" className={styles.refused}>
          {t('takeToPlatform.notLoaded')} {failed}
        </p>
      )}
      {!made && failed === undefined && <p className={styles.soft}>{t('takeToPlatform.working')}</p>}
      {made && !made.ok && <Refused problems={made.problems} />}
      {children}
    </div>
  );
}

function Refused({ problems }: Pick<Refusal, 'problems'>) {
  const { t } = useTranslation();
  return (
    <div role="alert" className={styles.refused}>
      <h3>{t('takeToPlatform.refused')}</h3>
      <ul>
        {problems.map(({ words }) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className={styles.soft}>{t('takeToPlatform.refusedHelp')}</p>
    </div>
  );
}
