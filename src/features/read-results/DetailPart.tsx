import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunDetail } from '../../analytics/detail.ts';
import { Needs } from './Needs.tsx';
import type { ShownRun } from './shownRun.ts';
import { useLacking } from './useLacking.ts';
import styles from './ReadResultsView.module.css';

interface DetailPartProps {
  readonly run: ShownRun;
  readonly size?: 'tall';
  readonly children: (detail: RunDetail) => ReactNode;
}

/** Something about a run's detail; while that is worked out, as tall as it will be; where it cannot be, what it needs. */
export function DetailPart({ run, size, children }: DetailPartProps) {
  const { t } = useTranslation();
  const { detail, pending } = run;
  const lacking = useLacking(run);
  if (lacking && !detail) return <Needs lacking={lacking} />;
  return (
    <div className={styles.part} data-size={size}>
      {detail ? (
        children(detail)
      ) : (
        <p role="status" className={styles.coming}>
          {t(pending ? 'readResults.detailWaits' : 'readResults.detailComing')}
        </p>
      )}
    </div>
  );
}
