import '../i18n/chartWords.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWidth } from './useWidth.ts';
import styles from './Chart.module.css';

interface StageProps {
  /** Nothing to draw: said in words, these or those of every chart. */
  readonly isEmpty: boolean;
  readonly empty?: string | undefined;
  /** Least pixels across where there are so many; with fewer the picture scrolls. */
  readonly least?: (width: number) => number;
  readonly children: (width: number) => ReactNode;
}

/** Measures the room for a picture, and says so where there is nothing to picture. */
export function Stage({ isEmpty, empty, least = () => 0, children }: StageProps) {
  const { t } = useTranslation();
  const { ref, width } = useWidth();
  if (isEmpty) return <p className={styles.empty}>{empty ?? t('charts.empty')}</p>;
  const room = width === undefined ? undefined : Math.max(width, Math.ceil(least(width)));
  return (
    <div ref={ref} className={styles.stage}>
      {width !== undefined && room !== undefined && (
        <div className={room > width ? styles.scroller : undefined} data-scroller="">
          {children(room)}
        </div>
      )}
    </div>
  );
}
