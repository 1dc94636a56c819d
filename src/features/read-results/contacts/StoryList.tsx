import { useTranslation } from 'react-i18next';
import type { StoryEvent } from '../../../analytics/stories/storyOf.ts';
import { storyLine } from '../../../legend/storyLine.ts';
import { OddsLines } from './OddsLines.tsx';
import { whyOf } from './storyWords.ts';
import type { Forcing, Tale, Telling } from './telling.ts';
import styles from './contacts.module.css';

interface StoryListProps {
  readonly tale: Tale;
  readonly telling: Telling;
  /** A part of it; all of it when left out. */
  readonly events?: readonly StoryEvent[];
  /** The first of them stands out. */
  readonly marksFirst?: boolean;
  readonly onFork?: (answer: Forcing) => void;
}

/** What happened, in order: when, what, why, and what luck had to say. */
export function StoryList({ tale, telling, events = tale.events, marksFirst, onFork }: StoryListProps) {
  const { t } = useTranslation();
  if (tale.events.length === 0) return <p className={styles.soft}>{t('contacts.empty')}</p>;
  return (
    <ol className={styles.events}>
      {events.map((event, at) => {
        const why = whyOf(event, tale, telling);
        const odds = event.kind === 'sent' ? tale.odds.sends.get(event.row) : undefined;
        return (
          <li
            key={`${at} ${event.row}`}
            data-kind={event.kind}
            data-first={(marksFirst && at === 0) || undefined}
          >
            <time className={styles.time}>{telling.time.print(event.minute)}</time>
            <div className={styles.event}>
              {marksFirst && at === 0 && <span className={styles.mark}>{t('contacts.fork.first')}</span>}
              <span>{storyLine(event, telling)}</span>
              {why !== undefined && <span className={styles.soft}>{why}</span>}
              {odds && <OddsLines odds={odds} event={event} telling={telling} onFork={onFork} />}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
