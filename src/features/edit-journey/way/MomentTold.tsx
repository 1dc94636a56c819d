import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import type { LitMoment, ToldLine } from '../../../state/litWay.ts';
import styles from './WayBar.module.css';

/** What happened at a moment, why, and how likely it was. */
export function MomentTold({ moment }: { readonly moment: LitMoment }) {
  const { t } = useTranslation();
  return (
    <ol tabIndex={0} aria-label={t('way.lines')} className={styles.lines}>
      {moment.lines.map((line, at) => (
        <Line key={at} line={line} />
      ))}
    </ol>
  );
}

function Line({ line: { time, words, why, odds } }: { readonly line: ToldLine }) {
  const { t } = useTranslation();
  return (
    <li className={styles.line}>
      <span className={styles.time}>{time}</span>
      <span>
        {words} {why !== undefined && <span className={styles.soft}>{why}</span>}
        {odds.map((one) => (
          <span key={one.name} data-happens={one.happens || undefined} className={styles.odds}>
            {t('way.odds', { ...one })}
          </span>
        ))}
      </span>
    </li>
  );
}

/** Where and when, for the line above. */
export function useMomentPlace(moment: LitMoment | undefined): string {
  const { t } = useTranslation();
  const step = useWorkspace(({ journey }) => (moment ? journey?.steps[moment.step]?.name : undefined));
  return t('way.place', { time: moment?.time ?? '', step: step ?? '' });
}
