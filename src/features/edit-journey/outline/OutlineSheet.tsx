import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import type { Journey } from '../../../journey/journey.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import type { Marks } from '../marks.ts';
import type { OutlineEntry } from './annotationRows.ts';
import styles from './OutlineSheet.module.css';

const Outline = lazy(async () => ({ default: (await import('./Outline.tsx')).Outline }));

interface OutlineSheetProps {
  readonly journey: Journey;
  readonly marks: Marks;
  readonly onMarks: (marks: Partial<Marks>) => void;
  /** A line was pressed. */
  readonly onOpen: (row: OutlineEntry) => void;
  readonly onClose: () => void;
}

/**
 * The outline where there is no room beside the canvas: it comes up from below, to be read. While the keyboard walks it, the canvas
 * above follows; pressing a line leads to what it stands for.
 */
export function OutlineSheet({ onClose, ...outline }: OutlineSheetProps) {
  const { t } = useTranslation();
  return (
    <section
      aria-label={t('canvas.outline.title')}
      className={styles.sheet}
      data-sheet
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={styles.head}>
        <h2>{t('canvas.outline.title')}</h2>
        <IconButton
          icon={X}
          label={t('canvas.outline.close')}
          className={styles.close ?? ''}
          onClick={onClose}
        />
      </div>
      <Suspense>
        <Outline {...outline} />
      </Suspense>
    </section>
  );
}
