import { useMemo } from 'react';
import type { PairedMetric } from '../../../analytics/report.ts';
import { useApproximation } from '../../../i18n/useApproximation.ts';
import type { Figures } from '../numbers/figures.ts';
import type { SweepOutcome, SweepResult } from './runSweep.ts';
import { SweepTable } from './SweepTable.tsx';
import { readSweep, sweepDoubts, sweepVerdict } from './sweepWords.ts';
import styles from '../compareRuns.module.css';

interface SweepOutcomeProps {
  readonly result: SweepOutcome;
  readonly metric: PairedMetric;
  /** A better look is on its way. */
  readonly pending: boolean;
  readonly figures: Figures;
}

export function SweepOutcomeView({ result, ...rest }: SweepOutcomeProps) {
  const { t } = rest.figures;
  if ('problem' in result)
    return (
      <p role="status" className={styles.bad}>
        {t('compareRuns.work.blocked', { problem: result.problem })}
      </p>
    );
  return <Swept result={result} {...rest} />;
}

/** What was found, how far to trust it, and every point. */
function Swept({ result, metric, figures }: SweepOutcomeProps & { readonly result: SweepResult }) {
  const { t, format } = figures;
  const reading = useMemo(() => readSweep(result, metric), [result, metric]);
  const { now, asked } = result;
  const approximation = useApproximation(now.approximate);
  return (
    <section className={styles.section}>
      <p role="status" className={styles.verdict}>
        {sweepVerdict(result, reading, figures)}
      </p>
      <p className={styles.soft}>{sweepDoubts(result, reading, figures)}</p>
      <SweepTable result={result} reading={reading} figures={figures} />
      <p className={styles.soft}>
        {t(result.final ? 'compareRuns.sweep.about' : 'compareRuns.sweep.aboutFirst', {
          contacts: format.number(now.contacts),
          shown: format.number(now.scaledTo ?? now.contacts),
          count: asked.axes.length,
        })}
        {approximation && ` ${approximation}`}
      </p>
    </section>
  );
}
