import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/useFormat.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import styles from './ProblemLine.module.css';
import type { Touched } from './touchedContacts.ts';

interface ProblemTouchProps {
  readonly touched: Touched;
  /** The journey has changed since it was counted. */
  readonly stale: boolean;
}

/** How many contacts a problem is about, and where the number is from. */
export function ProblemTouch({ touched: { people, of, times, by }, stale }: ProblemTouchProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const from = t(`problems.from.${by}`, { times: format.number(times) });
  return (
    <Tooltip words={stale ? `${from} ${t('problems.fromOutdated')}` : from} side="above">
      <span tabIndex={0} data-stale={stale || undefined} className={styles.touch}>
        {t(stale ? 'problems.outdated' : 'problems.touches', {
          people: format.compact(people),
          all: format.compact(of),
        })}
      </span>
    </Tooltip>
  );
}
