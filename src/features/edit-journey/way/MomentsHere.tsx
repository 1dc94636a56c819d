import { useTranslation } from 'react-i18next';
import { Ban } from 'lucide-react';
import { useStore } from 'zustand';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { LitMoment } from '../../../state/litWay.ts';
import { Icon } from '../../../ui/Icon.tsx';
import cards from '../StepCard.module.css';
import type { Cursor } from './cursor.ts';
import styles from './MomentsHere.module.css';

/** A moment with its place among all of the way. */
export interface PlacedMoment {
  readonly at: number;
  readonly moment: LitMoment;
}

interface MomentsHereProps {
  /** Those of one step. */
  readonly moments: readonly PlacedMoment[];
  readonly cursor: Cursor;
}

/** More than these would hide the cards around. */
const MOST_SHOWN = 4;

/** On a step's card: which moments of the way it is, when they were, and what was not sent. */
export function MomentsHere({ moments, cursor }: MomentsHereProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const current = useStore(cursor, ({ at }) => moments.find((one) => one.at === at));
  const shown = moments.slice(0, MOST_SHOWN);
  const [told] = [current, ...moments.toReversed()].filter((one) => one?.moment.unsent !== undefined);
  const words = told?.moment.unsent && t('way.unsent', { reason: told.moment.unsent });
  return (
    <>
      <span className={styles.moments}>
        {(current && !shown.includes(current) ? [...shown.slice(0, -1), current] : shown).map((one) => (
          <span key={one.at} data-now={one === current || undefined} className={styles.moment}>
            {t('way.card', { number: format.number(one.at + 1), time: one.moment.time })}
          </span>
        ))}
        {moments.length > MOST_SHOWN && (
          <span className={styles.moment}>{t('way.more', { count: moments.length - MOST_SHOWN })}</span>
        )}
      </span>
      {words && (
        <span className={cards.figures} title={words}>
          <span className={styles.unsent}>
            <Icon of={Ban} size={14} /> {words}
          </span>
        </span>
      )}
    </>
  );
}
